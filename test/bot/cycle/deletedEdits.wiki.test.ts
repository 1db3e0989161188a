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

it('edits count that went from the recent changes with the page on which they were made', async () => {
	const ana = await wiki.as('Ana');
	const text = application('x', { course: 'pb' });
	await ana.edit({ title: 'Learn/Partnerships/Applications/Ana', text });
	const { bookmark } = await wiki.cycle((await wiki.cycle()).bookmark);
	const title = 'Learn/Harassment/Applications/Somebody';
	await ana.edit({ title, text: 'one' });
	await (await wiki.as('WikiAdmin')).post({ action: 'delete', title });
	expect(edits(await wiki.cycle(bookmark))).toEqual([2]);
});
