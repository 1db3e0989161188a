import type { SeededRandom } from '../bot/cycle/seededRandom.ts';
import { errorCodeOf } from './scene.ts';
import { ADMIN, type Hidable, type World } from './world.ts';

/** The pages on which {@link randomAction} acts: few, so that actions interact. */
export function createPlaces(name: string): Places {
	return [name, `${name}/B`, `Talk:${name}`, `User talk:${name}`, `User:${name}/x.json`];
}
type Places = readonly [string, ...string[]];

const PEOPLE = ['Ana', 'Ben', 'Eve', 'Rita', ADMIN] as const;
const PARTS: readonly Hidable[] = ['content', 'comment', 'user'];
const LINES: readonly [string, ...string[]] = [
	'one',
	'two',
	'three',
	'',
	'a line that is rather longer than the others are, so that nine tenths can go',
];

/**
 * Does one random action, which is the same for the same seed and state.
 *
 * @returns the action and the wiki's response
 */
export async function randomAction(world: World, random: SeededRandom, places: Places): Promise<string> {
	const [by, title, other] = [random.pick(PEOPLE), random.pick(places), random.pick(places)];
	const [summary, kind] = [random.pick(['', 'mark/1 x', 'words']), random.pick(KINDS)];
	const [first, second] = [random.next(), random.next()];
	const text = Array.from({ length: 4 }, () => random.pick(LINES)).join('\n');
	const history = await world.history(title);
	const at = (part: number) => history[Math.floor(part * history.length)];
	const early = Math.min(first, second);
	const part = PARTS[Math.floor(second * 3)] ?? 'user';
	const actions: Readonly<Record<Kind, () => Promise<unknown>>> = {
		edit: () => world.edit(by, { title, text, summary }),
		revert: () => world.edit(by, { title, text: at(first)?.text ?? 'new', summary }),
		base: () =>
			world.edit(by, { title, text: `${text}\nx`, summary, baserevid: at(first)?.revid ?? 9_999_999 }),
		append: () => world.append(by, { title, text: `\n${text}`, summary, minor: second > 0.5 }),
		redirect: () => world.edit(by, { title, text: `#REDIRECT [[${other}]]`, summary }),
		undo: () => world.undo(by, { title, undo: at(first)?.revid ?? 9_999_999 }),
		undoMany: () =>
			world.undo(by, {
				title,
				undo: at(Math.max(first, second))?.revid ?? 9_999_999,
				undoafter: at(early)?.revid ?? 9_999_999,
				summary,
			}),
		rollback: () => world.rollback(ADMIN, { title, user: history.at(-1)?.user ?? 'Ana' }),
		move: () => world.move(ADMIN, { from: title, to: other, reason: summary, noRedirect: first > 0.5 }),
		protect: () =>
			world.protect(ADMIN, { title, levels: first > 0.5 ? {} : { edit: 'sysop' }, reason: summary }),
		delete: () => world.delete(ADMIN, title, 'gone'),
		restore: () => world.restore(ADMIN, title, 'back'),
		restoreSome: () => world.restore(ADMIN, title, 'some', [at(first)?.timestamp ?? '2030-01-01T00:00:00Z']),
		hide: () => world.hide(ADMIN, { title, revisions: [at(first)?.revid ?? 9_999_999], hide: [part] }),
		show: () => world.hide(ADMIN, { title, revisions: [at(first)?.revid ?? 9_999_999], show: [part] }),
		merge: () => world.merge(ADMIN, { from: title, to: other, reason: summary }),
		mergeSome: () => {
			const timestamp = at(first)?.timestamp ?? '2030-01-01T00:00:00Z';
			return world.merge(ADMIN, { from: title, to: other, reason: summary, timestamp });
		},
		import: () =>
			world.import(ADMIN, {
				title,
				revisions: [{ user: by, timestamp: '2021-01-01T00:00:00Z', text: '"imported"', comment: summary }],
				reason: summary,
			}),
		empty: () => world.edit(by, { title, text: '', summary }),
		json: () => world.edit(by, { title, text: '{"a":1}', contentmodel: 'json', summary }),
	};
	const action = `${kind} ${title} ${other} by ${by}`;
	try {
		return `${action}: ${await errorCodeOf(actions[kind]())}`;
	} catch (error) {
		throw new Error(action, { cause: error });
	}
}

type Kind = (typeof KINDS)[number];
const KINDS = [
	'edit',
	'edit',
	'revert',
	'base',
	'append',
	'append',
	'redirect',
	'undo',
	'undo',
	'undoMany',
	'rollback',
	'move',
	'move',
	'protect',
	'delete',
	'restore',
	'restore',
	'restoreSome',
	'hide',
	'hide',
	'show',
	'merge',
	'mergeSome',
	'import',
	'empty',
	'json',
] as const;
