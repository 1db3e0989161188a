import { errorCodeOf, idsOf, type Scene } from './scene.ts';
import { ADMIN, type World } from './world.ts';

const LONG = 'A line that is long enough for a page of which nine tenths can be taken away.\n'.repeat(3);

/** Saves texts one after another, each as `[user, text]`. */
async function write(world: World, title: string, ...texts: readonly (readonly [string, string])[]) {
	const ids: number[] = [];
	for (const [by, text] of texts) {
		const id = await world.edit(by, { title, text, summary: `${by} writes` });
		ids.push(id ?? 0);
	}
	return ids;
}

/** Everything that users can do to pages, in short scenarios. */
export const scenes: readonly Scene[] = [
	{
		name: 'edits',
		titles: ['Edits', 'Edits/Other', 'Edits/Blank'],
		play: async (world) => {
			await world.edit('Ana', { title: 'Edits', text: 'one  \n\n' });
			const { pageid } = await readPage(world, 'Edits');
			const second = await world.edit('Ben', {
				pageid,
				text: 'one\ntwo',
				summary: '  spaces  ',
				minor: true,
			});
			await world.append('Ana', { pageid, text: '\nthree' });
			await world.append('Ana', { title: 'Edits', text: '\nfour\n\n', summary: '== Heading ==' });
			await world.edit('Ana', { title: 'edits/Other', text: 'x'.repeat(600) });
			await world.append('Ben', { title: 'Edits/Other', text: '', summary: 'nothing' });
			return {
				nothing: await world.edit('Ben', { title: 'Edits', text: 'one\ntwo\nthree\nfour\n' }),
				exists: await errorCodeOf(world.edit('Ben', { title: 'Edits', text: 'x', createonly: true })),
				none: await errorCodeOf(world.edit('Ben', { title: 'Edits/None', text: 'x', nocreate: true })),
				noPage: await errorCodeOf(world.edit('Ben', { pageid: 999999, text: 'x' })),
				invalid: await errorCodeOf(world.edit('Ben', { title: 'Edits<', text: 'x' })),
				conflict: await errorCodeOf(
					world.edit('Ben', { title: 'Edits', text: 'other\nlines', baserevid: second ?? 0 }),
				),
				merged: await errorCodeOf(
					world.edit('Ben', { title: 'Edits', text: 'zero\none\ntwo', baserevid: second ?? 0 }),
				),
				blank: await errorCodeOf(world.edit('Ana', { title: 'Edits/Blank', text: '' })),
			};
		},
	},
	{
		name: 'summaries',
		titles: ['Summaries'],
		play: async (world) => {
			const title = 'Summaries';
			await world.edit('Ana', { title, text: 'a', summary: 'é'.repeat(600) });
			await world.edit('Ana', { title, text: 'b', summary: 'words '.repeat(100) });
			await world.edit('Ana', { title, text: 'c', summary: 'two\nlines\tand a tab' });
			await world.edit('Ana', { title, text: 'd', summary: '[[Link]] {{template}} ~~~~ <b>' });
			await world.postLink('Ben', { title, text: 'd\ne', summary: 'wikilearn:decide/1 accepted' });
			await world.edit('Ana', { title, text: 'f', summary: '😀'.repeat(501) });
			return {};
		},
	},
	{
		name: 'automatic summaries',
		titles: ['Automatic', 'Automatic/Redirect', 'Automatic/Empty'],
		play: async (world) => {
			const title = 'Automatic';
			await world.edit('Ana', { title, text: `${LONG}[[Link` });
			await world.edit('Ana', { title, text: 'Short "quote" [[x' });
			await world.edit('Ana', { title, text: '' });
			await world.edit('Ana', { title, text: LONG });
			await world.edit('Ana', { title, text: '#REDIRECT [[Automatic/Redirect]]' });
			await world.edit('Ana', { title, text: '#redirect: [[Automatic/Empty]] more' });
			await world.edit('Ana', { title, text: LONG.repeat(2) });
			await world.edit('Ana', { title: 'Automatic/Redirect', text: '#REDIRECT [[automatic]]' });
			await world.edit('Ana', { title: 'Automatic/Empty', text: '' });
			return {};
		},
	},
	{
		name: 'undo',
		titles: ['Undo', 'Undo/Other'],
		play: async (world) => {
			const title = 'Undo';
			const [first = 0, second = 0, third = 0] = await write(
				world,
				title,
				['Ana', 'a\nb\nc\nd\ne'],
				['Eve', '<!--\na\nb\nc\nd\ne'],
				['Ana', '<!--\na\nb\nc\nd\ne\nf'],
			);
			await world.undo('Rita', { title, undo: second, undoafter: first });
			const fifth = await world.edit('Eve', { title, text: 'other' });
			const impossible = await errorCodeOf(world.undo('Rita', { title, undo: third }));
			await world.undo('Rita', { title, undo: fifth ?? 0, summary: 'wikilearn:x mark' });
			const all = await idsOf(world, title);
			const again = await world.undo('Rita', { title, undo: all.at(-1) ?? 0, undoafter: first });
			const [other = 0] = await write(world, 'Undo/Other', ['Ana', 'a']);
			return {
				impossible,
				isNothing: again === null,
				nothing: await errorCodeOf(world.undo('Rita', { title, undo: fifth ?? 0 })),
				none: await errorCodeOf(world.undo('Rita', { title, undo: 9999999 })),
				otherPage: await errorCodeOf(world.undo('Rita', { title, undo: other })),
			};
		},
	},
	{
		name: 'rollback',
		titles: ['Rollback', 'Rollback/One', 'Rollback/Same'],
		play: async (world) => {
			const title = 'Rollback';
			await write(world, title, ['Ana', LONG], ['Eve', 'bad'], ['Eve', 'worse']);
			const alreadyrolled = await errorCodeOf(world.rollback('Rita', { title, user: 'Ana' }));
			await world.rollback('Rita', { title, user: 'Eve' });
			await write(world, title, ['Eve', `${LONG}more`]);
			await world.rollback('Rita', { title, user: 'Eve', summary: 'wikilearn:x of $2' });
			await write(world, 'Rollback/One', ['Eve', 'a'], ['Eve', 'b']);
			await write(world, 'Rollback/Same', ['Ana', 'a'], ['Eve', 'b'], ['Eve', 'a']);
			return {
				alreadyrolled,
				onlyAuthor: await errorCodeOf(world.rollback('Rita', { title: 'Rollback/One', user: 'Eve' })),
				same: await errorCodeOf(world.rollback('Rita', { title: 'Rollback/Same', user: 'Eve' })),
				none: await errorCodeOf(world.rollback('Rita', { title: 'Rollback/None', user: 'Eve' })),
			};
		},
	},
	{
		name: 'manual reverts',
		titles: ['Manual', 'Manual/Long'],
		play: async (world) => {
			await write(
				world,
				'Manual',
				['Ana', 'a'],
				['Eve', 'b'],
				['Ana', 'a'],
				['Eve', `${LONG}c`],
				['Ana', 'a'],
			);
			const texts = Array.from({ length: 17 }, (_, index) => ['Ana', `text ${index}`] as const);
			await write(world, 'Manual/Long', ...texts, ['Ben', 'text 0'], ['Ben', 'text 2']);
			return {};
		},
	},
	{
		name: 'json',
		titles: ['Json', 'User:Ana/x.json', 'Json/New', 'MediaWiki:Gadget-x.json'],
		play: async (world) => {
			await write(world, 'Json', ['Ana', '{"a":1}']);
			await world.edit('Eve', { title: 'Json', text: '{"a":[],"b":{},"c":"<&\'>é/"}', contentmodel: 'json' });
			const codes = {
				append: await errorCodeOf(world.append('Ana', { title: 'Json', text: '\nline' })),
				invalid: await errorCodeOf(world.edit('Ana', { title: 'Json', text: '{' })),
				user: await errorCodeOf(world.edit('Ana', { title: 'User:Ana/x.json', text: 'x' })),
				nothing: await world.edit('Ana', { title: 'Json', text: '{"a":[],"b":{},"c":"<&\'>é/"}' }),
			};
			await world.edit('Ana', { title: 'User:Ana/x.json', text: '[1,{"b":true,"c":null}]' });
			await world.edit('Eve', { title: 'Json/New', text: '{"x":2}', contentmodel: 'json' });
			await world.edit(ADMIN, { title: 'MediaWiki:Gadget-x.json', text: '{"people":[]}', summary: 's' });
			await world.edit('Ana', { title: 'Json', text: 'plain again', contentmodel: 'wikitext' });
			const [, second = 0] = await idsOf(world, 'Json');
			const before = await errorCodeOf(world.undo('Rita', { title: 'Json', undo: second }));
			return { ...codes, before };
		},
	},
	{
		name: 'moves',
		titles: ['Move', 'Move/B', 'Move/C', 'Move/Taken', 'Talk:Move', 'Talk:Move/B', 'User talk:Moved'],
		play: async (world) => {
			await write(world, 'Move', ['Ana', 'a'], ['Ben', 'b']);
			await write(world, 'Move/Taken', ['Ben', 'here']);
			await write(world, 'Talk:Move', ['Ana', 'talk']);
			await world.move('Rita', { from: 'Move', to: 'Move/B', reason: 'wikilearn:release/x' });
			await write(world, 'Move/B', ['Ana', 'b\nc']);
			await world.append('Ben', { title: 'Move', text: '\non the redirect' });
			const codes = {
				back: await errorCodeOf(world.move('Rita', { from: 'Move/B', to: 'Move' })),
				taken: await errorCodeOf(world.move('Rita', { from: 'Move/B', to: 'Move/Taken' })),
				none: await errorCodeOf(world.move('Rita', { from: 'Move/None', to: 'Move/X' })),
				self: await errorCodeOf(world.move('Rita', { from: 'Move/B', to: 'Move/B' })),
			};
			await world.move(ADMIN, { from: 'Move/B', to: 'Move/C', noRedirect: true, reason: 'r' });
			await world.move(ADMIN, { from: 'Talk:Move', to: 'User talk:Moved' });
			return codes;
		},
	},
	{
		name: 'moves over redirects',
		titles: ['Over', 'Over/B', 'Over/C', 'Over/Redirect', 'Over/Elsewhere'],
		play: async (world) => {
			await write(world, 'Over', ['Ana', 'a']);
			await write(world, 'Over/Elsewhere', ['Ana', '#REDIRECT [[Over/Redirect]]']);
			await world.move('Rita', { from: 'Over', to: 'Over/B', reason: 'there' });
			// A deletion removes changes of that title older than its own second from recent changes.
			await world.pass(1);
			await world.move('Rita', { from: 'Over/B', to: 'Over', reason: 'and back' });
			const elsewhere = await errorCodeOf(world.move('Rita', { from: 'Over', to: 'Over/Elsewhere' }));
			await world.move(ADMIN, { from: 'Over', to: 'Over/B', noRedirect: true });
			await write(world, 'Over/Redirect', ['Ana', '#REDIRECT [[Over/B]]']);
			await world.move(ADMIN, { from: 'Over/B', to: 'Over/Redirect', noRedirect: true });
			return { elsewhere };
		},
	},
	{
		name: 'a json page is moved',
		titles: ['User:Ana/moved.json', 'User:Ana/there.json'],
		play: async (world) => {
			await write(world, 'User:Ana/moved.json', ['Ana', '{"a":1}']);
			await world.move('Ana', { from: 'User:Ana/moved.json', to: 'User:Ana/there.json', reason: 'x' });
			return {};
		},
	},
	{
		name: 'protection',
		titles: ['Protected', 'Protected/Half'],
		play: async (world) => {
			await write(world, 'Protected', ['Ana', 'a']);
			await write(world, 'Protected/Half', ['Ana', 'a']);
			await world.protect(ADMIN, { title: 'Protected', levels: { edit: 'sysop' }, reason: 'wikilearn:x' });
			const refused = await errorCodeOf(world.edit('Ben', { title: 'Protected', text: 'b' }));
			const moved = await errorCodeOf(world.move('Rita', { from: 'Protected', to: 'Protected/Moved' }));
			await world.edit(ADMIN, { title: 'Protected', text: 'by an administrator', summary: 's' });
			await world.protect(ADMIN, { title: 'Protected', levels: { edit: 'sysop', move: 'sysop' } });
			await world.protect(ADMIN, { title: 'Protected', levels: { edit: 'sysop', move: 'sysop' } });
			await world.protect(ADMIN, { title: 'Protected', levels: {}, reason: 'over' });
			await world.protect(ADMIN, { title: 'Protected/Half', levels: { move: 'sysop' }, reason: 'r' });
			return {
				refused,
				moved,
				immovable: await errorCodeOf(world.move('Rita', { from: 'Protected/Half', to: 'Protected/Moved' })),
				editable: await errorCodeOf(world.edit('Ben', { title: 'Protected/Half', text: 'b', summary: 's' })),
			};
		},
	},
	{
		name: 'deletion',
		titles: ['Deleted', 'Deleted/Again'],
		play: async (world) => {
			const [first = 0] = await write(world, 'Deleted', ['Ana', 'a'], ['Ben', 'b']);
			await write(world, 'Deleted/Again', ['Ana', 'a']);
			const { pageid } = await readPage(world, 'Deleted');
			await world.delete(ADMIN, 'Deleted', 'gone');
			await world.delete(ADMIN, 'Deleted/Again', 'gone');
			await write(world, 'Deleted/Again', ['Eve', 'new']);
			return {
				pageid: await errorCodeOf(world.edit('Ben', { pageid, text: 'x' })),
				undo: await errorCodeOf(world.undo('Ben', { title: 'Deleted/Again', undo: first })),
				none: await errorCodeOf(world.delete(ADMIN, 'Deleted/None', 'x')),
			};
		},
	},
	{
		name: 'restoration',
		titles: ['Restored', 'Restored/Merged'],
		play: async (world) => {
			const ids = await write(world, 'Restored', ['Ana', 'a'], ['Ben', 'b']);
			await write(world, 'Restored/Merged', ['Ana', 'old']);
			await world.delete(ADMIN, 'Restored', 'gone');
			await world.delete(ADMIN, 'Restored/Merged', 'gone');
			await world.restore(ADMIN, 'Restored', 'back');
			await world.pass(1);
			await write(world, 'Restored/Merged', ['Eve', 'new']);
			await world.restore(ADMIN, 'Restored/Merged', 'merged');
			await world.append('Ana', { title: 'Restored/Merged', text: '\nmore' });
			await world.append('Ana', { title: 'Restored', text: '\nmore' });
			return {
				sameIds: (await idsOf(world, 'Restored')).slice(0, 2).every((id, index) => id === ids[index]),
				nothing: await errorCodeOf(world.restore(ADMIN, 'Restored', 'x')),
			};
		},
	},
	{
		name: 'partial restoration',
		titles: ['Partial', 'Partial/Moved'],
		play: async (world) => {
			for (const [by, text] of [
				['Ana', 'a'],
				['Ben', 'b'],
				['Eve', 'c'],
				['Ana', 'd'],
			] as const) {
				await write(world, 'Partial', [by, text]);
				await world.pass(1);
			}
			const history = await world.history('Partial');
			const timestamps = [history[0], history[2]].map((revision) => revision?.timestamp ?? '');
			await world.delete(ADMIN, 'Partial', 'gone');
			await world.restore(ADMIN, 'Partial', 'some', timestamps);
			await world.append('Ana', { title: 'Partial', text: '\ne' });
			// The page id is in use when the rest is undeleted.
			await world.move(ADMIN, { from: 'Partial', to: 'Partial/Moved', noRedirect: true });
			await world.restore(ADMIN, 'Partial', 'the rest');
			return {};
		},
	},
	{
		name: 'hidden revisions',
		titles: ['Hidden', 'Hidden/All'],
		play: async (world) => {
			const title = 'Hidden';
			const [one = 0, two = 0, three = 0, four = 0, five = 0] = await write(
				world,
				title,
				['Ana', 'a'],
				['Ben', 'b'],
				['Eve', 'c'],
				['Ana', 'd'],
				['Ben', 'e'],
			);
			await world.hide(ADMIN, { title, revisions: [one], hide: ['content'], reason: 'r' });
			await world.hide(ADMIN, { title, revisions: [two], hide: ['comment'] });
			await world.hide(ADMIN, { title, revisions: [three], hide: ['user'] });
			await world.hide(ADMIN, { title, revisions: [four], hide: ['content', 'comment', 'user'] });
			await world.hide(ADMIN, { title, revisions: [four], show: ['comment'] });
			const codes = {
				current: await errorCodeOf(world.hide(ADMIN, { title, revisions: [five], hide: ['content'] })),
				undo: await errorCodeOf(world.undo('Rita', { title, undo: one })),
				rollback: await errorCodeOf(world.rollback('Rita', { title, user: 'Ben' })),
			};
			await world.hide(ADMIN, { title, revisions: [five], hide: ['comment', 'user'] });
			// Restores a hidden text.
			await write(world, title, ['Eve', 'a']);
			const [six = 0, seven = 0] = await write(world, 'Hidden/All', ['Ana', 'a'], ['Ben', 'b']);
			await world.append('Ana', { title: 'Hidden/All', text: '\nc' });
			await world.hide(ADMIN, { title: 'Hidden/All', revisions: [six, seven], hide: ['content', 'user'] });
			await world.hide(ADMIN, { title: 'Hidden/All', revisions: [six, seven], show: ['content', 'user'] });
			const suppressed = { title: 'Hidden/All', revisions: [six], hide: ['comment', 'user'] } as const;
			await world.hide(ADMIN, { ...suppressed, suppress: true });
			const again = await errorCodeOf(
				world.hide(ADMIN, { title: 'Hidden/All', revisions: [seven], show: ['user'] }),
			);
			const none = await errorCodeOf(world.hide(ADMIN, { title, revisions: [six], hide: ['user'] }));
			return { ...codes, again, none };
		},
	},
	{
		name: 'hidden, deleted and restored',
		titles: ['Hidden/Deleted', 'Hidden/Top'],
		play: async (world) => {
			const title = 'Hidden/Deleted';
			const [one = 0] = await write(world, title, ['Ana', 'a'], ['Ben', 'b']);
			await world.hide(ADMIN, { title, revisions: [one], hide: ['comment', 'content'] });
			await world.delete(ADMIN, title, 'gone');
			await world.restore(ADMIN, title, 'back');
			await write(world, 'Hidden/Top', ['Ana', 'a']);
			await world.pass(1);
			await write(world, 'Hidden/Top', ['Ana', 'b']);
			const [first] = await world.history('Hidden/Top');
			await world.hide(ADMIN, { title: 'Hidden/Top', revisions: [first?.revid ?? 0], hide: ['content'] });
			await world.delete(ADMIN, 'Hidden/Top', 'gone');
			const top = await errorCodeOf(world.restore(ADMIN, 'Hidden/Top', 'x', [first?.timestamp ?? '']));
			return { top };
		},
	},
	{
		name: 'history merges',
		titles: ['Merge/From', 'Merge/To', 'Merge/Whole', 'Merge/Into', 'Merge/Late'],
		play: async (world) => {
			await write(world, 'Merge/From', ['Ana', 'a'], ['Ben', 'b']);
			const [, point] = await world.history('Merge/From');
			await world.pass(1);
			await write(world, 'Merge/Whole', ['Eve', 'x'], ['Eve', 'y']);
			await world.pass(1);
			await write(world, 'Merge/To', ['Ana', 'to']);
			await write(world, 'Merge/Into', ['Ana', 'into']);
			await world.pass(1);
			await write(world, 'Merge/From', ['Eve', 'c']);
			await write(world, 'Merge/Late', ['Eve', 'late']);
			const timestamp = point?.timestamp ?? '';
			await world.merge(ADMIN, { from: 'Merge/From', to: 'Merge/To', timestamp, reason: 'part' });
			await world.merge(ADMIN, { from: 'Merge/Whole', to: 'Merge/Into', reason: 'all' });
			await world.append('Ana', { title: 'Merge/To', text: '\nmore' });
			return { late: await errorCodeOf(world.merge(ADMIN, { from: 'Merge/Late', to: 'Merge/Into' })) };
		},
	},
	{
		name: 'imports',
		titles: ['Import', 'Import/New', 'Import/Future'],
		play: async (world) => {
			await write(world, 'Import', ['Ana', 'a']);
			await world.append('Ben', { title: 'Import', text: '\nb' });
			await world.import(ADMIN, {
				title: 'Import',
				revisions: [
					{ user: 'Rita', timestamp: '2021-01-01T00:00:00Z', text: 'forged', comment: 'wikilearn:decide/x' },
					{ user: 'Nobody here', timestamp: '2021-02-01T00:00:00Z', text: 'foreign\n' },
				],
				reason: 'old',
			});
			await world.append('Ana', { title: 'Import', text: '\nc' });
			await world.import(ADMIN, {
				title: 'Import/New',
				revisions: [{ user: 'Ben', timestamp: '2021-01-01T00:00:00Z', text: 'only', comment: 'c' }],
			});
			await write(world, 'Import/Future', ['Ana', 'a']);
			await world.import(ADMIN, {
				title: 'Import/Future',
				revisions: [{ user: 'Rita', timestamp: '2099-01-01T00:00:00Z', text: 'from then', comment: 'c' }],
			});
			await world.append('Ben', { title: 'Import/Future', text: '\nd' });
			return {};
		},
	},
	{
		name: 'renamed people',
		titles: [
			'Renamed',
			'User:Tom',
			'User talk:Tom',
			'User:Thomas',
			'User talk:Thomas',
			'User talk:Tom/Old',
			'User talk:Thomas/Old',
		],
		play: async (world) => {
			await world.createAccount('Tom');
			await write(world, 'Renamed', ['Ana', 'a'], ['Tom', 'b']);
			await write(world, 'User talk:Tom', ['Ana', 'Hello']);
			await write(world, 'User talk:Tom/Old', ['Tom', 'old']);
			await world.rename('Tom', 'Thomas');
			await write(world, 'Renamed', ['Thomas', 'c']);
			await world.createAccount('Tom');
			await write(world, 'Renamed', ['Tom', 'd']);
			return {};
		},
	},
	{
		name: 'blocks',
		titles: ['Blocked', 'User:Uma'],
		play: async (world) => {
			await world.createAccount('Uma');
			await write(world, 'Blocked', ['Uma', 'a']);
			await world.block(ADMIN, 'Uma', 'bad');
			return {
				edit: await errorCodeOf(world.edit('Uma', { title: 'Blocked', text: 'b' })),
				nobody: await errorCodeOf(world.block(ADMIN, 'No such person', 'x')),
			};
		},
	},
];

async function readPage(world: World, title: string): Promise<{ readonly pageid: number }> {
	const response = await (await world.as('Ana')).query({ action: 'query', titles: title });
	const { pages } = response.query as { readonly pages: readonly { readonly pageid: number }[] };
	return { pageid: pages[0]?.pageid ?? 0 };
}
