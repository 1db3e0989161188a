import { request, type IncomingHttpHeaders } from 'node:http';

/** A complete request as received. */
export interface ReceivedRequest {
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface WikiResponse {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** Forwards a request to the wiki and waits for the complete response. @throws Error of node:net */
export function forward(
	port: number,
	{ path, method, headers, body }: ReceivedRequest,
): Promise<WikiResponse> {
	return new Promise((resolve, reject) => {
		const forwarded = request(
			{ port, host: '127.0.0.1', path, method, headers, agent: false },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					resolve({
						status: response.statusCode ?? 502,
						headers: response.headers,
						body: Buffer.concat(chunks),
					});
				});
			},
		);
		forwarded.on('error', reject);
		forwarded.end(body);
	});
}

/** Parameters of query and body, if readable: enough to distinguish requests. */
function decodeParameters({ path, body }: ReceivedRequest): string {
	return `${path}&${body.toString('latin1')}`;
}

export function isEdit(received: ReceivedRequest): boolean {
	return /\baction=edit\b|name="action"\s+edit\b/.test(decodeParameters(received));
}
