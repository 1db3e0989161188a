import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a wiki may answer that was told a secret: each says back all it was sent, headers and all. */
export const echoResponses = {
	'an error at every request': (echoed, _, response) => {
		sendJson(response, { error: { code: 'permissiondenied', info: `Not you: ${echoed}` } });
	},
	'a refused login': (echoed, params, response) => {
		if (params.get('action') === 'login')
			sendJson(response, { login: { result: 'Failed', reason: `Wrong: ${echoed}` } });
		else sendJson(response, { query: { tokens: { logintoken: 'abc+\\' } } });
	},
	'an error after the login': (echoed, params, response) => {
		const isLogin = params.get('action') === 'login';
		if (isLogin)
			sendJson(response, { login: { result: 'Success', lguserid: 1, lgusername: 'WikiLearnBot' } });
		else if (params.get('meta')?.includes('tokens'))
			sendJson(response, {
				query: {
					tokens: { logintoken: 'abc+\\', csrftoken: 'def+\\' },
					userinfo: { id: 1, name: 'WikiLearnBot', rights: [] },
					general: {},
					namespaces: {},
					namespacealiases: [],
				},
			});
		else
			sendJson(response, {
				error: { code: 'readapidenied', info: `Denied: ${echoed}`, trace: echoed },
			});
	},
	'a warning that is no answer': (echoed, _, response) => {
		sendJson(response, { warnings: { main: { warnings: echoed } }, query: echoed });
	},
	HTML: (echoed, _, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<html><title>${echoed}</title></html>`);
	},
	'a page that is forbidden': (echoed, _, response) => {
		response.statusCode = 403;
		response.statusMessage = echoed.replace(/[^\x20-\x7e]/g, '');
		response.end(echoed);
	},
	'half a line': (echoed, _, response) => {
		response.setHeader('content-length', 1_000_000);
		response.write(echoed);
		response.destroy();
	},
} as const satisfies Readonly<
	Record<string, (echoed: string, params: URLSearchParams, response: ServerResponse) => void>
>;

export type EchoResponse = keyof typeof echoResponses;

export interface EchoingWiki {
	readonly apiUrl: string;
	/** How it answers from now on. */
	respondWith(responseKind: EchoResponse): void;
	/** All that it was sent so far. */
	readonly received: () => string;
	stop(): Promise<void>;
}

/** A server at 127.0.0.1 that keeps nothing to itself. */
export async function startEchoingWiki(address: string): Promise<EchoingWiki> {
	let tale: EchoResponse = 'HTML';
	let received = '';
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			const headers = request.rawHeaders.join('\n');
			const echoed = `${request.url ?? ''} ${decodeURIComponent(body.replace(/\+/g, ' '))} ${headers} ${address}`;
			received += echoed;
			const query = new URL(request.url ?? '', 'http://127.0.0.1').search;
			echoResponses[tale](echoed, new URLSearchParams(`${query}&${body}`), response);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		apiUrl: `http://127.0.0.1:${port}/w/api.php`,
		respondWith: (kind) => {
			tale = kind;
		},
		received: () => received,
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	let body = '';
	request.setEncoding('utf8');
	for await (const part of request) body += String(part);
	return body;
}

function sendJson(response: ServerResponse, body: unknown): void {
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify(body));
}
