import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProgrammeProblem } from '../../../shared/programme/programmeProblem.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import draft from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { fillInIds } from '../../programmeIds.ts';
import broken from './brokenProgrammes.json' with { type: 'json' };
import { samples } from '../../samples.ts';

type JsonPath = readonly (string | number)[];
interface BrokenProgramme {
	readonly name: string;
	readonly json?: string;
	readonly remove?: JsonPath;
	readonly at?: JsonPath;
	readonly value?: unknown;
	readonly repeat?: readonly [string, number];
	readonly path: string;
	readonly says: string;
}

const NAMES = ['WikiLearnBot', 'ReviewerOne', 'ReviewerTwo', 'ReviewerThree'];
const pilot = fillInIds(draft, new Map(NAMES.map((name, index) => [name, index + 1])), 9);

function problemsOf(json: unknown) {
	const result = readProgramme(json);
	return result.ok ? [] : result.problems;
}

/** The pilot with another value at a place; undefined takes the key away. */
function setValue(path: JsonPath, value: unknown): unknown {
	const copy: unknown = structuredClone(pilot);
	let place = copy as Record<string, unknown>;
	for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
	Object.defineProperty(place, path[path.length - 1]!, { value, enumerable: true, configurable: true });
	return JSON.parse(JSON.stringify(copy));
}

function brokenJson(test: BrokenProgramme): unknown {
	if (test.json !== undefined) return test.json;
	if (test.remove) return setValue(test.remove, undefined);
	return setValue(test.at!, test.repeat ? test.repeat[0].repeat(test.repeat[1]) : test.value);
}

describe('readProgramme', () => {
	it('accepts the pilot, as a value and as text', () => {
		expect(problemsOf(pilot).map(describeProgrammeProblem)).toEqual([]);
		expect(readProgramme('\ufeff' + JSON.stringify(pilot))).toEqual({ ok: true, programme: pilot });
	});

	it.each(broken as unknown as readonly BrokenProgramme[])('reports $name', (test) => {
		const problems = problemsOf(brokenJson(test));
		const lines = problems.filter(({ path }) => path === test.path).map(describeProgrammeProblem);
		expect(lines.join('\n'), JSON.stringify(problems)).toContain(test.says);
	});

	it('reports all problems at once', () => {
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

	it('reports __proto__ and is not polluted by it', () => {
		const text = JSON.stringify(pilot).replace('{', '{"__proto__": {"seats": "automatic"},');
		expect(problemsOf(text).map(({ path }) => path)).toEqual(['__proto__']);
		expect(({} as Record<string, unknown>).seats).toBeUndefined();
	});

	it('limits depth, size and the number of problems', () => {
		expect(problemsOf('['.repeat(100_000))).toHaveLength(1);
		expect(problemsOf(`"${'x'.repeat(600_000)}"`)[0]?.expected).toContain('at most');
		expect(problemsOf({ courses: Array.from({ length: 60_000 }, () => 1) })).toHaveLength(200);
		const deep = '{"kind":"any-of","of":['.repeat(20_000) + ']}'.repeat(20_000);
		expect(problemsOf(`{"courses":[{"requirements":[${deep}]}]}`)[0]?.expected).toContain('levels');
		expect(problemsOf({ courses: Array.from({ length: 45 }, () => ({})) })).toHaveLength(200);
	});

	it('makes bidirectional control characters visible', () => {
		expect(problemsOf(setValue(['root'], 'a\u202eb#'))[0]?.found).toBe('"a\\u202eb#"');
	});

	it('never throws, and describes every problem', () => {
		const places = listPaths(pilot, []);
		const change = fc.tuple(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constant(undefined)));
		fc.assert(
			fc.property(change, ([steps, value]) => {
				for (const problem of problemsOf(setValue(steps, value))) {
					expect(describeProgrammeProblem(problem)).toMatch(/: found .+; expected .+\./);
					expect(problem.expected).not.toBe('something else');
				}
			}),
			{ numRuns: samples(1500) },
		);
	});
});

function listPaths(value: unknown, path: JsonPath): JsonPath[] {
	if (typeof value !== 'object' || value === null) return [path];
	const inner = Object.entries(value).flatMap(([key, each]) =>
		listPaths(each, [...path, Array.isArray(value) ? Number(key) : key]),
	);
	return path.length === 0 ? inner : [path, ...inner];
}
