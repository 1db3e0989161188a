import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../shared/programme/problem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import draft from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { withIds } from '../../programmeWith.ts';
import broken from './brokenProgrammes.json' with { type: 'json' };
import { samples } from '../../samples.ts';

type Steps = readonly (string | number)[];
interface Broken {
	readonly name: string;
	readonly json?: string;
	readonly remove?: Steps;
	readonly at?: Steps;
	readonly value?: unknown;
	readonly repeat?: readonly [string, number];
	readonly path: string;
	readonly says: string;
}

const NAMES = ['WikiLearnBot', 'ReviewerOne', 'ReviewerTwo', 'ReviewerThree'];
const pilot = withIds(draft, new Map(NAMES.map((name, index) => [name, index + 1])), 9);

function problemsOf(json: unknown) {
	const result = readProgramme(json);
	return result.ok ? [] : result.problems;
}

/** The pilot with another value at a place; undefined takes the key away. */
function changed(steps: Steps, value: unknown): unknown {
	const copy: unknown = structuredClone(pilot);
	let place = copy as Record<string, unknown>;
	for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>;
	Object.defineProperty(place, steps[steps.length - 1]!, { value, enumerable: true, configurable: true });
	return JSON.parse(JSON.stringify(copy));
}

function brokenJson(test: Broken): unknown {
	if (test.json !== undefined) return test.json;
	if (test.remove) return changed(test.remove, undefined);
	return changed(test.at!, test.repeat ? test.repeat[0].repeat(test.repeat[1]) : test.value);
}

describe('readProgramme', () => {
	it('takes the pilot, as value and as text', () => {
		expect(problemsOf(pilot).map(describeProblem)).toEqual([]);
		expect(readProgramme('\ufeff' + JSON.stringify(pilot))).toEqual({ ok: true, programme: pilot });
	});

	it.each(broken as unknown as readonly Broken[])('tells of $name', (test) => {
		const problems = problemsOf(brokenJson(test));
		const lines = problems.filter(({ path }) => path === test.path).map(describeProblem);
		expect(lines.join('\n'), JSON.stringify(problems)).toContain(test.says);
	});

	it('tells of all problems at once', () => {
		const copy = structuredClone(pilot) as unknown as {
			[key: string]: unknown;
			courses: Record<string, unknown>[];
		};
		delete copy.name;
		copy.nmae = 'W';
		copy.color = 'blue';
		copy.courses[0]!.seats = 0;
		copy.courses[1]!.closes = '2020-01-01T00:00:00Z';
		expect(
			problemsOf(copy)
				.map(({ path }) => path)
				.sort(),
		).toEqual(['color', 'courses[0].seats', 'courses[1].closes', 'name', 'nmae']);
	});

	it('names __proto__ and lets nothing through it', () => {
		const text = JSON.stringify(pilot).replace('{', '{"__proto__": {"seats": "automatic"},');
		expect(problemsOf(text).map(({ path }) => path)).toEqual(['__proto__']);
		expect(({} as Record<string, unknown>).seats).toBeUndefined();
	});

	it('bounds depth, size and the number of problems', () => {
		expect(problemsOf('['.repeat(100_000))).toHaveLength(1);
		expect(problemsOf(`"${'x'.repeat(600_000)}"`)[0]?.expected).toContain('at most');
		expect(problemsOf({ courses: Array.from({ length: 60_000 }, () => 1) })).toHaveLength(200);
		const deep = '{"kind":"any-of","of":['.repeat(20_000) + ']}'.repeat(20_000);
		expect(problemsOf(`{"courses":[{"requirements":[${deep}]}]}`)[0]?.expected).toContain('levels');
		expect(problemsOf({ courses: Array.from({ length: 45 }, () => ({})) })).toHaveLength(200);
	});

	it('shows characters that turn the direction of text', () => {
		expect(problemsOf(changed(['root'], 'a\u202eb#'))[0]?.found).toBe('"a\\u202eb#"');
	});

	it('never throws, and words every problem, whatever stands there', () => {
		const places = pathsOf(pilot, []);
		const change = fc.tuple(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constant(undefined)));
		fc.assert(
			fc.property(change, ([steps, value]) => {
				for (const problem of problemsOf(changed(steps, value))) {
					expect(describeProblem(problem)).toMatch(/: found .+; expected .+\./);
					expect(problem.expected).not.toBe('something else');
				}
			}),
			{ numRuns: samples(1500) },
		);
	});
});

function pathsOf(value: unknown, steps: Steps): Steps[] {
	if (typeof value !== 'object' || value === null) return [steps];
	const inner = Object.entries(value).flatMap(([key, each]) =>
		pathsOf(each, [...steps, Array.isArray(value) ? Number(key) : key]),
	);
	return steps.length === 0 ? inner : [steps, ...inner];
}
