import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Attack, ExpectedApplication } from './attack.ts';
import { playAttack, BYSTANDER, type AttackOutcome } from './playAttack.ts';

const folder = new URL('./', import.meta.url);
const corpus = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map(
		(file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Attack[]] as const,
	);
/** What spreadsheets treat as a formula at the start of a cell. */
const FORMULA = /^[\s\u200e\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

describe.each(corpus)('attacks: %s', (_, attacks) => {
	it.each(attacks)('$name', async ({ expect: { applications, problems, absent = [] }, ...attack }) => {
		const outcome = await playAttack({ ...attack, expect: { applications, problems } });
		const { done, written, csv } = outcome;
		const others = done.applications.filter(({ applicant }) => applicant?.name !== BYSTANDER);
		expect(sortByKey(others.map(summarize))).toMatchObject(sortByKey(applications));
		expect(others).toHaveLength(applications.length);
		expect(done.problems.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual(
			problems.map(expectedProblem),
		);
		for (const text of written.values()) for (const phrase of absent) expect(text).not.toContain(phrase);
		expectBystanderUnharmed(outcome);
		expect(readCells(csv).filter((cell) => FORMULA.test(cell))).toEqual([]);
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(({} as { release?: unknown }).release).toBeUndefined();
	});
});

/** A trailing `…` matches any rest. */
function expectedProblem(problem: string): unknown {
	return problem.endsWith('…') ? expect.stringContaining(problem.slice(0, -1)) : problem;
}

function summarize({
	applicant,
	state,
	onBehalfOf,
	application,
	eligibility,
	decisions,
}: AttackOutcome['done']['applications'][number]) {
	const verdict = eligibility.verdict;
	return {
		applicant: applicant?.name ?? null,
		state,
		onBehalfOf,
		motivation: application.answers.motivation,
		verdict,
		decisions: decisions.length,
	};
}

function sortByKey<T extends Pick<ExpectedApplication, 'applicant' | 'state'>>(
	list: readonly T[],
): readonly T[] {
	const key = ({ applicant, state }: T) => `${applicant ?? ''} ${state}`;
	return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function expectBystanderUnharmed({ done, written }: AttackOutcome): void {
	const own = done.applications.filter(({ applicant }) => applicant?.name === BYSTANDER);
	expect(own).toMatchObject([
		{
			state: 'received',
			onBehalfOf: null,
			application: { answers: { motivation: 'I have nothing to do with it.' } },
		},
	]);
	expect(
		[...written]
			.filter(([title]) => title.startsWith('Learn/Status'))
			.map(([, text]) => text)
			.join(),
	).toContain(`user=${BYSTANDER}`);
}

/** Parses cells like a spreadsheet (RFC 4180). */
function readCells(csv: string): readonly string[] {
	return [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
}
