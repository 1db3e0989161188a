import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonProblem } from '../../../bot/deploy/draft.ts';
import { describeProgrammeProblem } from '../../../shared/programme/programmeProblem.ts';
import { samples } from '../../samples.ts';

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** JSON with one character taken away, added or changed: mostly broken, in all the ways in which people break it. */
const slip = fc
	.tuple(
		fc.json({ maxDepth: 4 }),
		fc.nat(),
		fc.nat(1),
		fc.constantFrom('', ...Array.from('{}[],:"\\\'0-.e tn\n\t/')),
	)
	.map(([json, at, removed, added]) => {
		const place = at % (json.length + 1);
		return json.slice(0, place) + added + json.slice(place + removed);
	});

describe('JSON syntax problems', () => {
	it.each([
		['a comma too many', '{\n  "name": "W",\n}', '"}" in line 3, column 1; expected a key'],
		['a missing comma', '{\n  "name": "W"\n  "root": "R"\n}', 'line 3, column 3; expected a comma'],
		['typographic quotes', '{“name”: 1}', 'column 2; expected text in straight double quotes'],
		['single quotes', "{'name': 1}", 'text in straight double quotes'],
		['a comment', '{\n// name\n"name": 1}', 'JSON has none'],
		[
			'an unclosed bracket',
			'{\n"courses": [\n{}',
			'found the end in line 3, column 3; expected the ] of a list',
		],
		['an unclosed text', '{"name": "W\n}', 'double quotes at the end of this text'],
		['a bare word', '{"name": WikiLearn}', 'text in straight double quotes'],
		['text after the end', '{} {}', 'nothing after the end'],
		['a key twice', '{"name": "A", "name": "B"}', 'expected each key only once'],
		['a backslash alone', '{"name": "a\\b\\q"}', 'two backslashes for one'],
	])('%s', (_, text, says) => {
		const problem = findJsonProblem(text);
		expect(problem && describeProgrammeProblem(problem)).toContain(says);
	});

	it('are found exactly when JSON.parse fails, except for duplicate keys', () => {
		let errors = 0;
		fc.assert(
			fc.property(slip, (text) => {
				const problem = findJsonProblem(text);
				if (problem) errors++;
				if (problem?.expected === 'each key only once') return;
				expect(problem === null, text).toBe(parses(text));
			}),
			{ numRuns: samples(20_000) },
		);
		expect(errors).toBeGreaterThan(samples(5_000));
	});
});
