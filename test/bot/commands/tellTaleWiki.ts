import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a wiki may answer that was told a secret: each says back all it was sent, headers and all. */
export const tales = {
	'an error at every request': (said, _, response) => {
		json(response, { error: { code: 'permissiondenied', info: `Not you: ${said}` } });
	},
	'a refused login': (said, params, response) => {
		if (params.get('action') === 'login')
			json(response, { login: { result: 'Failed', reason: `Wrong: ${said}` } });
		else json(response, { query: { tokens: { logintoken: 'abc+\\' } } });
	},
	'an error after the login': (said, params, response) => {
		const isLogin = params.get('action') === 'login';
		if (isLogin) json(response, { login: { result: 'Success', lguserid: 1, lgusername: 'WikiLearnBot' } });
		else if (params.get('meta')?.includes('tokens'))
			json(response, {
				query: {
					tokens: { logintoken: 'abc+\\', csrftoken: 'def+\\' },
					userinfo: { id: 1, name: 'WikiLearnBot', rights: [] },
					general: {},
					namespaces: {},
					namespacealiases: [],
				},
			});
		else
			json(response, {
				error: { code: 'readapidenied', info: `Denied: ${said}`, trace: said },
			});
	},
	'a warning that is no answer': (said, _, response) => {
		json(response, { warnings: { main: { warnings: said } }, query: said });
	},
	HTML: (said, _, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<html><title>${said}</title></html>`);
	},
	'a page that is forbidden': (said, _, response) => {
		response.statusCode = 403;
		response.statusMessage = said.replace(/[^\x20-\x7e]/g, '');
		response.end(said);
	},
	'half a line': (said, _, response) => {
		response.setHeader('content-length', 1_000_000);
		response.write(said);
		response.destroy();
	},
} as const satisfies Readonly<
	Record<string, (said: string, params: URLSearchParams, response: ServerResponse) => void>
>;

export type Tale = keyof typeof tales;

export interface TellTaleWiki {
	readonly apiUrl: string;
	/** How it answers from now on. */
	tell(tale: Tale): void;
	/** All that it was sent so far. */
	readonly heard: () => string;
	stop(): Promise<void>;
}

/** A server at 127.0.0.1 that keeps nothing to itself. */
export async function startTellTaleWiki(address: string): Promise<TellTaleWiki> {
	let tale: Tale = 'HTML';
	let heard = '';
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			const headers = request.rawHeaders.join('\n');
			const said = `${request.url ?? ''} ${decodeURIComponent(body.replace(/\+/g, ' '))} ${headers} ${address}`;
			heard += said;
			const query = new URL(request.url ?? '', 'http://127.0.0.1').search;
			tales[tale](said, new URLSearchParams(`${query}&${body}`), response);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		apiUrl: `http://127.0.0.1:${port}/w/api.php`,
		tell: (one) => {
			tale = one;
		},
		heard: () => heard,
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

function json(response: ServerResponse, answer: unknown): void {
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify(answer));
}
