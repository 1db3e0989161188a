import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

let server: Server;
const requests: string[] = [];
beforeEach(async () => {
	server = createServer((request, response) => {
		const body: Buffer[] = [];
		request.on('data', (chunk: Buffer) => body.push(chunk));
		request.on('end', () => {
			const requestText = `${request.url ?? ''} ${Buffer.concat(body).toString()}`;
			requests.push(requestText);
			if (requestText.includes('action=login'))
				response.end(JSON.stringify({ login: { result: 'Success', lguserid: 1, lgusername: 'Bot' } }));
			else if (requestText.includes('type=login'))
				response.end(JSON.stringify({ query: { tokens: { logintoken: 'a+\\' } } }));
			else response.writeHead(503).end('busy');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

it('never writes to stdout, whatever fails', async () => {
	const connection = {
		apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.php`,
		credentials: { kind: 'bot-password', username: 'Bot@test', password: 'x' },
		userAgent: 'wikilearn-test',
	};
	// A process of its own: what is written to stdout here is the test runner's.
	const port = new URL('../../../bot/wiki/mwnWiki.ts', import.meta.url);
	const script = `import { connectWiki } from '${port.href}'; await connectWiki(${JSON.stringify(connection)});`;
	const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	expect([stdout, requests.length]).toEqual(['', 3]);
});
