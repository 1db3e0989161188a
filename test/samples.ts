/** Set by `npm run faults -- properties`. */
const all = process.env.TEST_SAMPLES === 'all';

/**
 * How many of the generated cases of a property are tried: a tenth each time that the tests run, always the same ones,
 * and all of them by `npm run faults -- properties`.
 */
export function samples(cases: number): number {
	return all ? cases : Math.ceil(cases / 10);
}
