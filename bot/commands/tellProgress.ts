import type { Output } from '../log/output.ts';
import type { StageProgress, TellProgress } from '../stageProgress.ts';
import { describeStage } from './describeStage.ts';
import { progress } from './progress.ts';

/**
 * Tells people how far a cycle is: a line for each stage and, on a terminal, below it one that is written over and over,
 * with the time that is left.
 *
 * @param now milliseconds of any steady clock
 * @param lines false: nothing but that one line on a terminal, for commands whose output is something else
 */
export function tellProgress(out: Output, now: () => number, lines = true): TellProgress {
	let last: StageProgress['stage'] | null = null;
	let began = 0;
	return (told) => {
		const { stage, done, of } = told;
		if (stage !== last) {
			last = stage;
			began = now();
			if (lines) out.say(describeStage(told), { stage });
		}
		const isOver = done === of;
		const count = progress(done, of, now() - began, out.interactive);
		out.progress(isOver || done === 0 ? null : `${count}${lines ? '' : describeStage(told)}`.trimEnd());
	};
}
