import { describe, expect, it } from 'vitest';
import { withStopPageCheck } from '../../../bot/wiki/withStopPageCheck.ts';
import { Interrupted, withInterrupt } from '../../../bot/wiki/withInterrupt.ts';
import { withRetries } from '../../../bot/wiki/withRetries.ts';
import { WikiError, type ApiResponse, type Params, type Wiki } from '../../../shared/wiki/wiki.ts';

/** Answers every question about a page with its text, and keeps what was sent. */
function createWiki(text: string): { readonly wiki: Wiki; readonly sent: Params[] } {
	const sent: Params[] = [];
	const revision = { revid: 7, slots: { main: { content: text } } };
	const response: ApiResponse = {
		query: { pages: [{ title: 'User:Bot/Stop', pageid: 1, revisions: [revision] }] },
	};
	const reply = (params: Params): Promise<ApiResponse> => {
		sent.push(params);
		return Promise.resolve(response);
	};
	return { wiki: { query: reply, edit: reply }, sent };
}
const EDIT = { action: 'edit', title: 'User:Bot/Stop', text: 'new', summary: 'why' };

describe('the stop page', () => {
	it('is checked again before a write once the last check is stale', async () => {
		let clock = 0;
		const { wiki, sent } = createWiki('Stop, please.');
		const heeding = withStopPageCheck(wiki, 'User:Bot/Stop', () => clock);
		clock = 5_000;
		await heeding.edit(EDIT);
		clock = 11_000;
		await expect(heeding.edit(EDIT)).rejects.toMatchObject({
			code: 'stopped',
			message: expect.stringContaining('please') as string,
		});
		expect(sent.map(({ action }) => action)).toEqual(['edit', 'query']);
	});
});

describe('Ctrl-C', () => {
	it('finishes the current request and starts no other', async () => {
		const controller = new AbortController();
		const { wiki, sent } = createWiki('');
		const port = withInterrupt(wiki, controller.signal);
		const inHand = port.edit(EDIT);
		controller.abort();
		await expect(inHand).resolves.toBeDefined();
		await expect(port.edit(EDIT)).rejects.toBeInstanceOf(Interrupted);
		await expect(port.query({ action: 'query' })).rejects.toBeInstanceOf(Interrupted);
		expect(sent).toHaveLength(1);
	});

	it('interrupts the delay between two attempts', async () => {
		const controller = new AbortController();
		let attempts = 0;
		const trying = withRetries(
			() => {
				attempts++;
				controller.abort();
				return Promise.reject(new WikiError('maxlag', 'busy', 'refused', undefined, 60));
			},
			'query',
			{ attempts: 4, pause: 60_000, maxPause: 120_000, signal: controller.signal },
		);
		await expect(trying).rejects.toMatchObject({ code: 'maxlag' });
		expect(attempts).toBe(1);
	});
});
