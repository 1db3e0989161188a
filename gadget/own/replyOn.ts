import { readApplications } from '../../shared/application/readApplications.ts';
import { readMarks } from '../../shared/mark/readMarks.ts';
import { addMark, writeMark } from '../../shared/mark/writeMark.ts';
import type { Reply } from '../../shared/rules/status.ts';
import type { Base } from '../save/base.ts';
import { findApplication } from '../save/textOn.ts';

export interface WrittenReply {
	readonly course: string;
	readonly answer: Reply['answer'];
	readonly by: string;
	/** ISO 8601. Not that of the save, so that the same press writes the same reply each time it is tried. */
	readonly date: string;
}

/** One's page with a reply to the offer; as it is where the reply is on it already. Null: no application is on it. */
export function replyOn(base: Base, { course, answer, by, date }: WrittenReply): string | null {
	const found = base.kind === 'page' && base.mine ? findApplication(base.text, course) : null;
	if (base.kind === 'new' || !found) return null;
	const mark = writeMark('reply', { answer, by, date });
	return base.text.includes(mark) ? base.text : addMark(base.text, found, 'subpage', mark);
}

/** Whether a page says the same of the decision that is replied to, whatever else was changed on it. */
export function hasSameDecisions(before: string, now: string): boolean {
	const [one, other] = [before, now].map((text) =>
		readMarks(readApplications(text), 'subpage')
			.filter(({ kind }) => kind === 'decision')
			.map(({ key }) => key),
	);
	return JSON.stringify(one) === JSON.stringify(other);
}
