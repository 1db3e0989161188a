import type { Output } from '../operations/log/output.ts';
import type { StageProgress, TellProgress } from '../cycle/stageProgress.ts';

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

/** What a cycle does now, in a line for people. */
export function describeStage({ stage, of }: StageProgress): string {
	const counted = (thing: string): string => countOf(of ?? 0, thing);
	switch (stage) {
		case 'read':
			return 'reading all submissions';
		case 'read-changes':
			return `${counted('change')} on the wiki since the last cycle`;
		case 'check':
			return `checking ${counted('application')}`;
		case 'look-up':
			return `looking up ${counted('account')} on all wikis`;
		case 'save':
			return `comparing ${counted('page')} with what should be there`;
		case 'tell':
			return `sending ${counted('notice')}`;
	}
}

/**
 * How far something is, for people who wait: `[3/25] `, on a terminal with the time that is left: `[3/25, 12 s left] `.
 *
 * @param done how many are done
 * @param total of how many; null where that is not known
 * @param elapsed milliseconds that they took
 */
export function progress(done: number, total: number | null, elapsed: number, interactive: boolean): string {
	if (total === null) return `[${done}] `;
	const left = done === 0 ? 0 : Math.round((elapsed / done) * (total - done)) / 1000;
	const time = interactive && left >= 1 ? `, ${describeSeconds(left)} left` : '';
	return `[${done}/${total}${time}] `;
}

function describeSeconds(seconds: number): string {
	if (seconds < 90) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** `1 page`, `2 pages`: what commands say is English. */
export function countOf(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
