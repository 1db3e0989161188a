import { describe, expect, it } from 'vitest';
import { printProgress } from '../../../bot/commands/progress.ts';
import { createOutput } from '../../../bot/operations/output.ts';
import type { StageProgress } from '../../../bot/cycle/stageProgress.ts';

const CYCLE: readonly StageProgress[] = [
	{ stage: 'read', done: 0, total: null },
	{ stage: 'read', done: 500, total: null },
	{ stage: 'check', done: 0, total: 500 },
	{ stage: 'look-up', done: 0, total: 200 },
	{ stage: 'look-up', done: 50, total: 200 },
	{ stage: 'look-up', done: 200, total: 200 },
];

/** What is written while a cycle goes on, ten seconds from each step to the next. */
function written(interactive: boolean, lines = true, json = false): string {
	let text = '';
	const write = (more: string): void => {
		text += more;
	};
	const out = createOutput({
		json,
		log: 'lines',
		secrets: [],
		colors: false,
		interactive,
		stdout: write,
		stderr: write,
		now: () => '2026-01-01T00:00:00Z',
	});
	let now = 0;
	const tell = printProgress(out, () => now, lines);
	for (const step of CYCLE) {
		tell(step);
		now += 10_000;
	}
	out.info('cycle done');
	return text;
}

/** What is left to be seen on a terminal, and before that what was shown and taken away. */
function readTerminal(text: string): readonly string[] {
	return text.split(/\r\u001b\[2K|\n/);
}

describe('the progress of a cycle', () => {
	it('prints a plain line per stage when not on a terminal', () => {
		expect(written(false)).toBe(
			'reading all submissions\nchecking 500 applications\nlooking up 200 accounts on all wikis\ncycle done\n',
		);
	});

	it('updates a single line on a terminal, with the time remaining', () => {
		expect(readTerminal(written(true))).toEqual([
			'reading all submissions',
			'[500]',
			'checking 500 applications',
			'looking up 200 accounts on all wikis',
			'[50/200, 30 s left]',
			'cycle done',
			'',
		]);
	});

	it('names the stage in that line when it is the only output', () => {
		expect(readTerminal(written(true, false))).toEqual([
			'[500] reading all submissions',
			'[50/200, 30 s left] looking up 200 accounts on all wikis',
			'cycle done',
			'',
		]);
		expect(written(false, false)).toBe('cycle done\n');
	});

	it('prints nothing for machine-readable output', () => {
		expect(written(true, true, true)).toBe('');
	});
});
