import { afterEach, describe, expect, it } from 'vitest';
import type { ImportedPage } from '../../wiki/importXml.ts';
import { application, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';

const DAY = 24 * 60 * 60 * 1000;

/** As many accounts as applications; a third for the course that asks for rights. */
function createPages(count: number): readonly ImportedPage[] {
	return Array.from({ length: count }, (_, index) => {
		const isRights = index % 3 === 0;
		const page = isRights ? 'Learn/Harassment' : 'Learn/Partnerships';
		return {
			title: `${page}/Applications/Person ${index}`,
			revisions: [
				{
					user: `Person ${index}`,
					timestamp: new Date(Date.now() - DAY).toISOString(),
					text: application(`I am person ${index}`, { course: isRights ? 'iah' : 'pb' }),
				},
			],
		};
	});
}

describe('the cost of a cycle', () => {
	let wiki: CycleWiki | undefined;
	afterEach(() => wiki?.running.stop());

	it.each([100, 1000])('%i applications', { timeout: 300_000 }, async (count) => {
		const people = Array.from({ length: count }, (_, index) => ({
			name: `Person ${index}`,
			email: null,
		}));
		wiki = await startCycleWiki([{ name: 'Rita' }, ...people]);
		await wiki.running.importPages(createPages(count));
		// The bot only looks: edits are one request each, whatever else happens.
		await (await wiki.as('WikiAdmin')).edit({ title: 'User:WikiLearnBot/Stop', text: 'looking' });
		wiki.sent.length = 0;
		const first = await wiki.cycle();
		const sentBefore = wiki.sent.length;
		expect(first.applications).toHaveLength(count);
		const ofRights = Math.ceil(count / 3);
		console.log(`${count} applications: ${sentBefore - ofRights} requests and ${ofRights} globaluserinfo`);
		expect(sentBefore).toBeLessThanOrEqual(2 * Math.ceil(count / 500) + 6 + 1 + ofRights);

		wiki.sent.length = 0;
		const second = await wiki.cycle(first.cache);
		wiki.sent.length = 0;
		const quiet = await wiki.cycle(second.cache);
		expect(wiki.sent).toEqual([{ action: 'query', write: false }]);
		expect(quiet.applications).toEqual(second.applications);
		expect(quiet.published).toEqual([]);
	});

	it('makes one request and no edit when nothing changed after the bot’s edits', async () => {
		wiki = await startCycleWiki([{ name: 'Rita' }, { name: 'Ana' }]);
		const ana = await wiki.as('Ana');
		await ana.edit({ title: 'Learn/Harassment/Applications/Ana', text: application('x') });
		wiki.sent.length = 0;
		const first = await wiki.cycle();
		const edits = first.published.filter(({ kind }) => kind === 'saved').length;
		const reads = wiki.sent.filter(({ write }) => !write).length;
		console.log(`first cycle with edits: ${reads} requests and ${edits} edits`);
		expect(wiki.sent.filter(({ write }) => write)).toHaveLength(edits);
		expect(reads).toBeLessThanOrEqual(2 + 6 + 1 + 1);
		const second = await wiki.cycle(first.cache);
		wiki.sent.length = 0;
		const quiet = await wiki.cycle(second.cache);
		expect(wiki.sent).toEqual([{ action: 'query', write: false }]);

		await ana.edit({
			title: 'Learn/Partnerships/Applications/Ana',
			text: application('y', { course: 'pb' }),
		});
		const third = await wiki.cycle(quiet.cache);
		expect(third.published.some(({ kind }) => kind === 'saved')).toBe(true);
		wiki.sent.length = 0;
		// What the bot itself has written is no news to it.
		await wiki.cycle(third.cache);
		expect(wiki.sent).toEqual([{ action: 'query', write: false }]);
	});

	it('loses nothing when the wiki truncates its responses', async () => {
		wiki = await startCycleWiki(
			Array.from({ length: 12 }, (_, index) => ({ name: index === 0 ? 'Rita' : `Person ${index}` })),
			'$wgAPIMaxResultSize = 9000;',
		);
		const long = 'long '.repeat(300);
		await wiki.running.importPages(
			Array.from({ length: 11 }, (_, index) => ({
				title: `Learn/Harassment/Applications/Person ${index + 1}`,
				revisions: [1, 2, 3, 4, 5].map((number) => ({
					user: `Person ${index + 1}`,
					timestamp: new Date(Date.now() - DAY + number * 1000).toISOString(),
					text: application(`${number}${long}`),
				})),
			})),
		);
		const { applications } = await wiki.cycle();
		expect(
			applications.map(({ added, lastChange }) => [added.parentid, lastChange.revid > added.revid]),
		).toEqual(Array(11).fill([0, true]));
	});
});
