import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What went over the wire since the last `reset`. */
interface Traffic {
	readonly requests: number;
	/** Of them, those that ask for one global account. */
	readonly lookUps: number;
	/** Of them, those that edit. */
	readonly edits: number;
	/** Bodies of the answers, not compressed. */
	readonly bytes: number;
}

export interface CountingProxy {
	readonly apiUrl: string;
	traffic(): Traffic;
	reset(): void;
	stop(): Promise<void>;
}

const NOTHING: Traffic = { requests: 0, lookUps: 0, edits: 0, bytes: 0 };

/** Stands between any client and a wiki and counts, so that ours and others are measured by the same means. */
export async function startCountingProxy(wikiPort: number): Promise<CountingProxy> {
	let traffic = NOTHING;
	const forward = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
		const chunks: Buffer[] = [];
		for await (const chunk of from) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		const requestText = `${from.url ?? ''}&${body.toString('latin1')}`;
		traffic = {
			...traffic,
			requests: traffic.requests + 1,
			lookUps: traffic.lookUps + Number(/\bglobaluserinfo\b/.test(requestText)),
			edits: traffic.edits + Number(/\baction=edit\b|name="action"\s+edit\b/.test(requestText)),
		};
		const onward = request(
			{ port: wikiPort, host: '127.0.0.1', path: from.url, method: from.method, headers: from.headers },
			(response) => {
				to.writeHead(response.statusCode ?? 502, response.headers);
				response.on('data', (chunk: Buffer) => {
					traffic = { ...traffic, bytes: traffic.bytes + chunk.length };
				});
				response.pipe(to);
			},
		);
		onward.on('error', () => to.destroy());
		onward.end(body);
	};
	const server = createServer((from, to) => void forward(from, to));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		apiUrl: `http://127.0.0.1:${port}/w/api.php`,
		traffic: () => traffic,
		reset: () => {
			traffic = NOTHING;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
