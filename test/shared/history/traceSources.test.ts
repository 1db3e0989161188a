import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceSources } from '../../../shared/history/traceSources.ts';
import { createHistory, type Edit } from './pageHistory.ts';
import { samples } from '../../samples.ts';

const SOURCES = ['{{a}}', '{{a}}{{b}}', 'aaa'] as const;
const owners = (edits: readonly Edit[], source: string) =>
	traceSources(createHistory(edits), [source])
		.get(source)
		?.firstAdditions.map(({ user }) => user?.name ?? null);

/** What is meant, said as simply as possible: the author of the first revision whose text contains so many copies. */
function expected(edits: readonly Edit[], source: string): readonly (string | null)[] {
	const found: (string | null)[] = [];
	for (const [user, text] of edits) while (found.length < copiesIn(text ?? '', source)) found.push(user);
	return found;
}

function copiesIn(text: string, source: string): number {
	return Array.from(text).filter((_, at) => text.startsWith(source, at)).length;
}

const text = fc
	.array(fc.constantFrom('{{a}}', '{{b}}', 'aaa', 'a', 'x', '\n', '<!--', '-->'), { maxLength: 8 })
	.map((pieces) => pieces.join(''));
const user = fc.constantFrom('Ana', 'Ben', 'Eve', 'Admin');

describe('who owns a copy of a source', () => {
	it('is the author of the first revision whose text contains so many copies of it', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(user, text), { minLength: 1, maxLength: 8 }), (edits) => {
				for (const source of SOURCES) expect(owners(edits, source)).toEqual(expected(edits, source));
			}),
			{ numRuns: samples(5000) },
		);
	});

	it('is the same whichever of the edits were reverts', () => {
		const tags = fc.constantFrom<readonly string[]>([], ['mw-undo'], ['mw-manual-revert']);
		fc.assert(
			fc.property(fc.array(fc.tuple(user, text, tags), { minLength: 1, maxLength: 8 }), (all) => {
				const edits = all.map(([user, text, tags]): Edit => [user, text, { tags }]);
				for (const source of SOURCES) expect(owners(edits, source)).toEqual(expected(edits, source));
			}),
		);
	});

	it('counts the copies that are there now', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(user, text), { minLength: 1, maxLength: 8 }), (edits) => {
				const newest = edits[edits.length - 1]?.[1] ?? '';
				for (const source of SOURCES)
					expect(traceSources(createHistory(edits), [source]).get(source)?.copies).toBe(
						copiesIn(newest, source),
					);
			}),
			{ numRuns: samples(3000) },
		);
	});

	it.each<[string, readonly Edit[], readonly (string | null)[]]>([
		[
			'one hidden text of another account before it',
			[
				['Ana', 'x'],
				['Eve', null],
				['Ana', '{{a}}'],
			],
			[null],
		],
		[
			'hidden texts of the same account before it',
			[
				['Ana', null],
				['Ana', null],
				['Ana', '{{a}}'],
			],
			['Ana'],
		],
		['a hidden author', [[null, '{{a}}']], [null]],
		[
			'a parent that is not in the history',
			[
				['Ana', 'x'],
				['Ben', '{{a}}', { parentid: 9 }],
			],
			[null],
		],
		[
			'a copy before a gap',
			[
				['Ana', '{{a}}'],
				['Ben', '{{a}} x', { parentid: 9 }],
			],
			['Ana'],
		],
	])('is unknown, or known from the visible revisions: %s', (_, edits, names) => {
		expect(owners(edits, '{{a}}')).toEqual(names);
	});

	it('is unknown after an import', () => {
		const history = createHistory([
			['Ana', '{{a}}'],
			['Ben', '{{a}} {{a}}'],
		]);
		expect(
			traceSources(history, ['{{a}}'], true)
				.get('{{a}}')
				?.firstAdditions.map(({ user }) => user),
		).toEqual([null, null]);
	});

	it('takes time proportional to the changes', () => {
		const long = 'x'.repeat(200_000);
		const edits = Array.from({ length: 100 }, (_, index): Edit => ['Ana', `${long}${index}{{a}}`]);
		const start = performance.now();
		traceSources(createHistory(edits), [
			'{{a}}',
			...Array.from({ length: 50 }, (_, index) => `{{n${index}}}`),
		]);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});

describe('reverts', () => {
	it('add a copy, but are no version of their author', () => {
		const history = createHistory([
			['Ana', '{{a}}'],
			['Eve', ''],
			['Ben', '{{a}}', { tags: ['mw-undo'] }],
		]);
		const names = (changes: readonly { readonly user: { readonly name: string } | null }[] = []) =>
			changes.map(({ user }) => user?.name);
		const trace = traceSources(history, ['{{a}}']).get('{{a}}');
		expect(names(trace?.additions)).toEqual(['Ana', 'Ben']);
		expect(names(trace?.ownAdditions)).toEqual(['Ana']);
	});

	it.each(['mw-undo', 'mw-rollback', 'mw-manual-revert'])(
		'with the tag %s are no removal by choice',
		(tag) => {
			const history = createHistory([
				['Ana', '{{a}}'],
				['Ana', '', { tags: [tag] }],
			]);
			expect(traceSources(history, ['{{a}}']).get('{{a}}')?.removals).toMatchObject([{ isRevert: true }]);
		},
	);
});
