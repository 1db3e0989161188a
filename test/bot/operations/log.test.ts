import { describe, expect, it } from 'vitest';
import { createOutput, type OutputOptions } from '../../../bot/operations/output.ts';

const SECRET = 'pässword/with+"quotes"';

function captureLog(options: Partial<OutputOptions>): {
	readonly lines: string[];
	readonly out: ReturnType<typeof createOutput>;
} {
	const lines: string[] = [];
	const write = (text: string): void => void lines.push(text);
	const out = createOutput({
		json: false,
		log: 'lines',
		secrets: [SECRET],
		colors: false,
		interactive: false,
		stdout: write,
		stderr: write,
		now: () => '2026-01-01T00:00:00Z',
		...options,
	});
	return { lines, out };
}

describe('output', () => {
	it.each([
		['as it is', SECRET],
		['in an address', encodeURIComponent(SECRET)],
		['in JSON', JSON.stringify({ lgpassword: SECRET })],
		['in a header', Buffer.from(SECRET).toString('base64')],
	])('never contains a secret, written %s', (_, written) => {
		for (const options of [{}, { log: 'json' }, { json: true }] as const) {
			const { lines, out } = captureLog(options);
			out.info(`sent ${written}`);
			out.warn(`sent ${written}`, { request: written });
			out.print(`sent ${written}`);
			out.result({ written });
			expect(lines.join('')).toContain('[secret]');
			expect(lines.join('')).not.toContain('with+');
			expect(lines.join('')).not.toContain(written);
		}
	});

	it('masks email addresses, except in text that was requested', () => {
		const { lines, out } = captureLog({});
		out.warn('wrote to jane.doe@mail.invalid and Ümit@bücher.example, not to you@example.org');
		out.print('+ "address": "team@example.org"');
		expect(lines).toEqual([
			'wrote to [email address] and [email address], not to you@example.org\n',
			'+ "address": "team@example.org"\n',
		]);
	});

	it('is one JSON object per line in a log', () => {
		const { lines, out } = captureLog({ log: 'json' });
		out.info('two\nlines', { page: 'A', requests: 3 });
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0] ?? '')).toEqual({
			time: '2026-01-01T00:00:00Z',
			level: 'info',
			message: 'two\nlines',
			page: 'A',
			requests: 3,
		});
	});
});
