import { actionButton, type ActionButton, type Words } from '../ui/buttons.ts';
import type { Logged } from './createLogWriter.ts';
import type { CourseRead, Reviewing } from './reviewing.ts';

/** A button that adds something to the log. @param done called once it is there */
export function logButton(
	{ write }: Reviewing,
	{ programme }: CourseRead,
	words: Omit<Words, 'busy'>,
	logged: Logged,
	done: () => void,
): ActionButton {
	return actionButton({ ...words, busy: 'wikilearn-review-saving' }, async () => {
		const why = await write(programme.log.id, logged);
		if (why !== null) return { kind: 'refused', words: why };
		done();
		return null;
	});
}
