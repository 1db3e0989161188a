import type { Output } from '../operations/output.ts';
import type { StageProgress, ProgressListener } from '../cycle/stageProgress.ts';

/**
 * Prints a cycle's progress: a line per stage and, on a terminal, a last line that is overwritten, with the remaining
 * time.
 *
 * @param now milliseconds of a monotonic clock
 * @param lines false: print only the overwritten line, for commands whose output is something else
 */
export function printProgress(out: Output, now: () => number, lines = true): ProgressListener {
	let currentStage: StageProgress['stage'] | null = null;
	let startedAt = 0;
	return (update) => {
		const { stage, done, total } = update;
		if (stage !== currentStage) {
			currentStage = stage;
			startedAt = now();
			if (lines) out.info(describeStage(update), { stage });
		}
		const isOver = done === total;
		const position = formatProgress(done, total, now() - startedAt, out.interactive);
		out.progress(isOver || done === 0 ? null : `${position}${lines ? '' : describeStage(update)}`.trimEnd());
	};
}

/** The current stage of a cycle, as a line for people. */
export function describeStage({ stage, total }: StageProgress): string {
	const count = (thing: string): string => pluralize(total ?? 0, thing);
	switch (stage) {
		case 'read':
			return 'reading all submissions';
		case 'read-changes':
			return `${count('change')} on the wiki since the last cycle`;
		case 'check':
			return `checking ${count('application')}`;
		case 'look-up':
			return `looking up ${count('account')} on all wikis`;
		case 'publish':
			return `comparing ${count('page')} with what should be there`;
		case 'notify':
			return `sending ${count('notice')}`;
	}
}

/**
 * Progress for people who wait: `[3/25] `, or on a terminal with the remaining time: `[3/25, 12 s left] `.
 *
 * @param done how many are done
 * @param total how many there are; null if unknown
 * @param elapsed milliseconds so far
 */
export function formatProgress(
	done: number,
	total: number | null,
	elapsed: number,
	interactive: boolean,
): string {
	if (total === null) return `[${done}] `;
	const secondsLeft = done === 0 ? 0 : Math.round((elapsed / done) * (total - done)) / 1000;
	const time = interactive && secondsLeft >= 1 ? `, ${formatDuration(secondsLeft)} left` : '';
	return `[${done}/${total}${time}] `;
}

function formatDuration(seconds: number): string {
	if (seconds < 90) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** `1 page`, `2 pages`. Command output is English only. */
export function pluralize(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
