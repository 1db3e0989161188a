import { expect, it } from 'vitest';
import { formatProgress } from '../../../bot/commands/progress.ts';

it.each([
	[3, 25, 1_500, true, '[3/25, 11 s left] '],
	[1, 25, 60_000, true, '[1/25, 24 min left] '],
	[25, 25, 60_000, true, '[25/25] '],
	[100, 10_000, 216_000, true, '[100/10000, 6 h left] '],
	[0, 25, 0, true, '[0/25] '],
	[500, null, 1_500, true, '[500] '],
	[3, 25, 1_500, false, '[3/25] '],
])('progress: %d of %d after %d ms', (done, total, elapsed, interactive, line) => {
	expect(formatProgress(done, total, elapsed, interactive)).toBe(line);
});
