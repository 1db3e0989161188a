import { describe, expect, it } from 'vitest';
import { tellProgress } from '../../../bot/commands/progress.ts';
import { createOutput } from '../../../bot/operations/log/output.ts';
import type { StageProgress } from '../../../bot/cycle/stageProgress.ts';

const CYCLE: readonly StageProgress[] = [
	{ stage: 'read', done: 0, of: null },
	{ stage: 'read', done: 500, of: null },
	{ stage: 'check', done: 0, of: 500 },
	{ stage: 'look-up', done: 0, of: 200 },
	{ stage: 'look-up', done: 50, of: 200 },
	{ stage: 'look-up', done: 200, of: 200 },
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
	const tell = tellProgress(out, () => now, lines);
	for (const one of CYCLE) {
		tell(one);
		now += 10_000;
	}
	out.say('cycle done');
	return text;
}

/** What is left to be seen on a terminal, and before that what was shown and taken away. */
function seen(text: string): readonly string[] {
	return text.split(/\r\u001b\[2K|\n/);
}

describe('how far a cycle is', () => {
	it('is a plain line for each stage where nobody sits at a terminal', () => {
		expect(written(false)).toBe(
			'reading all submissions\nchecking 500 applications\nlooking up 200 accounts on all wikis\ncycle done\n',
		);
	});

	it('is on a terminal one line that is written over, with the time that is left', () => {
		expect(seen(written(true))).toEqual([
			'reading all submissions',
			'[500]',
			'checking 500 applications',
			'looking up 200 accounts on all wikis',
			'[50/200, 30 s left]',
			'cycle done',
			'',
		]);
	});

	it('names the stage in that line where there are no others', () => {
		expect(seen(written(true, false))).toEqual([
			'[500] reading all submissions',
			'[50/200, 30 s left] looking up 200 accounts on all wikis',
			'cycle done',
			'',
		]);
		expect(written(false, false)).toBe('cycle done\n');
	});

	it('is nothing where machines read', () => {
		expect(written(true, true, true)).toBe('');
	});
});
