import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from './proxy/fault.ts';
import { startFaultProxy, type FaultProxy } from './proxy/startFaultProxy.ts';

/** What a client receives for a request with the fault. */
async function sendRequest(url: string): Promise<string> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
		return `${response.status} ${await response.text()}`;
	} catch (error) {
		return error instanceof Error && error.name === 'TimeoutError' ? 'silence' : 'broken';
	}
}

const OUTCOMES = {
	refused: 'broken',
	cut: 'broken',
	truncated: 'broken',
	shortened: '200 {"done"',
	silence: 'silence',
} as const;

describe('the proxy', () => {
	let wiki: Server;
	let proxy: FaultProxy;
	let requestCount = 0;
	beforeEach(async () => {
		requestCount = 0;
		wiki = createServer((_, response) => {
			requestCount++;
			response.end('{"done":"yes"}');
		});
		await new Promise<void>((resolve) => wiki.listen(0, '127.0.0.1', resolve));
		proxy = await startFaultProxy((wiki.address() as AddressInfo).port);
	});
	afterEach(async () => {
		await proxy.stop();
		wiki.closeAllConnections();
		await new Promise((resolve) => wiki.close(resolve));
	});

	it.each(FAULTS)('$name', async (fault: Fault) => {
		const refused = fault.sender === 'refused';
		proxy.arm(
			refused
				? { faultFor: () => null, refusesFrom: 1 }
				: { faultFor: (index) => (index === 1 ? fault : null) },
		);
		expect(await sendRequest(proxy.apiUrl)).toBe('200 {"done":"yes"}');
		const { sender } = fault;
		const expected = typeof sender === 'object' ? `${sender.status} ${sender.body}` : OUTCOMES[sender];
		expect(await sendRequest(proxy.apiUrl)).toBe(expected);
		expect(requestCount).toBe(fault.wiki === 'acts' ? 2 : 1);
		await proxy.settle();
		expect(requestCount).toBe(fault.wiki === 'never-acts' ? 1 : 2);
		proxy.reopen();
		expect(await sendRequest(proxy.apiUrl)).toBe('200 {"done":"yes"}');
	});
});
