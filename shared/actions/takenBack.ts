import type { Log } from './readLog.ts';

/** The log revisions of a course's releases, reminders and messages that were taken back. */
export function takenBack({ actions }: Log, course: string): ReadonlySet<number> {
	return new Set(
		actions.flatMap(({ action }) =>
			action.kind === 'take-back' && action.course === course && action.applicants.length === 0
				? [action.of]
				: [],
		),
	);
}
