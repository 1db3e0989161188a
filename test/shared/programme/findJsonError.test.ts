import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError, placeOf } from '../../../shared/programme/findJsonError.ts';

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

describe('findJsonError', () => {
	it('finds an error just where JSON.parse does, but for keys that stand twice', () => {
		let errors = 0;
		fc.assert(
			fc.property(slip, (text) => {
				const error = findJsonError(text);
				if (error) errors++;
				if (error?.expected === 'each key only once') return;
				expect(error === null).toBe(parses(text));
				if (error) expect(error.at).toBeLessThanOrEqual(text.length);
			}),
			{ numRuns: 20_000 },
		);
		expect(errors).toBeGreaterThan(5_000);
	});

	it('counts lines and columns as editors do', () => {
		expect(placeOf('a\r\nbc\nd', 4)).toEqual({ line: 2, column: 2 });
	});
});
