import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readApplications } from '../../../shared/application/readApplications.ts';
import { generatedPage } from '../wikitext/generatedPage.ts';
import { samples } from '../../samples.ts';

const call = '{{WikiLearn application|course=iah|why=a &#124; b|why=c}}';

function readBoth(first: string, second: string) {
	const before = readApplications(first);
	return { before, after: readApplications(second, undefined, before) };
}

it.each([
	['behind it', `${call}\nMore.`],
	['above it', `Moved down. ${call}`],
])('does not parse an unchanged call again when something is added %s', (_, second) => {
	const { before, after } = readBoth(call, second);
	expect(after).toEqual({ ...readApplications(second), scan: after.scan });
	expect(after.problems).toMatchObject([{ kind: 'duplicate-parameter', name: 'why' }]);
	expect(after.applications[0]?.application).toBe(before.applications[0]?.application);
});

it('parses a changed call again', () => {
	const { before, after } = readBoth(`${call}\n${call}`, `${call}\n${call.replace('=c', '=d')}`);
	expect(after.applications.map(({ application }) => application.answers)).toEqual([
		{ why: 'c' },
		{ why: 'd' },
	]);
	expect(after.applications[0]?.application).toBe(before.applications[0]?.application);
});

it('updates the section of a call', () => {
	const second = `== A ==\n${call}\n== B ==\n${call}`;
	const { after } = readBoth(`== A ==\n${call}`, second);
	expect(after.applications.map(({ section }) => [section?.title, section?.end])).toEqual([
		['A', second.indexOf('== B')],
		['B', second.length],
	]);
});

const seed = 20210201;
const pairs = samples(10_000);

it(`reads any revision as if there had been none before (seed ${seed}, ${pairs} pairs)`, () => {
	let unchanged = 0;
	fc.assert(
		fc.property(generatedPage, generatedPage, generatedPage, (common, firstTail, secondTail) => {
			const { before, after } = readBoth(
				`${call}${common}${call}${firstTail}`,
				`${call}${common}${call}${secondTail}`,
			);
			expect(after).toEqual({ ...readApplications(after.scan.text), scan: after.scan });
			unchanged += Number(after.applications.some((found) => before.applications[0]?.call === found.call));
		}),
		{ seed, numRuns: pairs },
	);
	// Else it would say nothing.
	expect(unchanged).toBeGreaterThan(samples(1000));
});
