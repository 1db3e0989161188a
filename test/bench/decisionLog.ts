import { MAX_APPLICANTS, writeAction, type DecidedApplicant } from '../../shared/actions/mark.ts';

export interface ToDecide extends DecidedApplicant {
	/** The course's id. */
	readonly course: string;
}

export interface LogEdit {
	readonly summary: string;
	readonly text: string;
	/** Bytes of the text. */
	readonly size: number;
}

const OUTCOMES = ['accepted', 'waitlisted', 'declined', 'declined'] as const;

/** The log's revisions once a team has decided about everybody, as many at once as a mark can name; the first is empty. */
export function decisionLog(applicants: readonly ToDecide[]): readonly LogEdit[] {
	let text = 'The log.';
	const edits = [edit('', text)];
	const courses = new Set(applicants.map(({ course }) => course));
	for (const course of courses) {
		const ofCourse = applicants.filter((one) => one.course === course);
		for (let start = 0; start < ofCourse.length; start += MAX_APPLICANTS) {
			const some = ofCourse.slice(start, start + MAX_APPLICANTS);
			const verdict = OUTCOMES[edits.length % OUTCOMES.length] ?? 'declined';
			const nonce = String(edits.length).padStart(8, '0');
			const decided = some.map(({ id, answers }) => ({ id, answers }));
			const action = { kind: 'decide', course, verdict, place: null, applicants: decided } as const;
			text += `\n* ${verdict}: ${some.length} (${nonce})`;
			edits.push(edit(writeAction(action, nonce), text));
		}
	}
	return edits;
}

function edit(summary: string, text: string): LogEdit {
	return { summary, text, size: text.length };
}
