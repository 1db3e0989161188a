import { afterAll, beforeAll, expect, it } from 'vitest';
import { application, startCycleWiki, type CycleWiki, type Done } from './startCycleWiki.ts';

let wiki: CycleWiki;
beforeAll(async () => {
	wiki = await startCycleWiki([{ name: 'Rita' }, { name: 'Ana' }]);
});
afterAll(() => wiki.running.stop());

function edits({ applications }: Done): readonly (number | null)[] {
	return applications.map(({ facts: { local } }) => (local.known ? local.value.edits : null));
}

it('counts edits that left recent changes when their page was deleted', async () => {
	const ana = await wiki.as('Ana');
	const text = application('x', { course: 'pb' });
	await ana.edit({ title: 'Learn/Partnerships/Applications/Ana', text });
	const { cache } = await wiki.cycle((await wiki.cycle()).cache);
	const title = 'Learn/Harassment/Applications/Somebody';
	await ana.edit({ title, text: 'one' });
	await (await wiki.as('WikiAdmin')).post({ action: 'delete', title });
	expect(edits(await wiki.cycle(cache))).toEqual([2]);
});
