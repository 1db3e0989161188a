import { request, type IncomingHttpHeaders } from 'node:http';

/** A request as it came, whole. */
export interface Received {
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface Answered {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** Sends a request on to the wiki and waits for the whole answer. @throws Error of node:net */
export function forward(port: number, { path, method, headers, body }: Received): Promise<Answered> {
	return new Promise((resolve, reject) => {
		const onward = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () => {
				resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) });
			});
		});
		onward.on('error', reject);
		onward.end(body);
	});
}

/** Parameters of query and body, as far as they are readable: enough to tell requests apart. */
function said({ path, body }: Received): string {
	return `${path}&${body.toString('latin1')}`;
}

export function isEdit(received: Received): boolean {
	return /\baction=edit\b|name="action"\s+edit\b/.test(said(received));
}
