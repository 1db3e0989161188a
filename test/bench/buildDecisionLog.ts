import { MAX_APPLICANTS, writeAction, type DecidedApplicant } from '../../shared/actions/mark.ts';

interface UndecidedApplication extends DecidedApplicant {
	/** The course's id. */
	readonly course: string;
}

interface LogEdit {
	readonly summary: string;
	readonly text: string;
	/** Bytes of the text. */
	readonly size: number;
}

const OUTCOMES = ['accepted', 'waitlisted', 'declined', 'declined'] as const;

/** The log's revisions once a team has decided about everybody, as many at once as a mark can name; the first is empty. */
export function buildDecisionLog(applicants: readonly UndecidedApplication[]): readonly LogEdit[] {
	let text = 'The log.';
	const edits = [edit('', text)];
	const courses = new Set(applicants.map(({ course }) => course));
	for (const course of courses) {
		const courseApplicants = applicants.filter((applicant) => applicant.course === course);
		for (let start = 0; start < courseApplicants.length; start += MAX_APPLICANTS) {
			const batch = courseApplicants.slice(start, start + MAX_APPLICANTS);
			const outcome = OUTCOMES[edits.length % OUTCOMES.length] ?? 'declined';
			const nonce = String(edits.length).padStart(8, '0');
			const decided = batch.map(({ id, answersRevid }) => ({ id, answersRevid }));
			const action = { kind: 'decide', course, outcome, place: null, applicants: decided } as const;
			text += `\n* ${outcome}: ${batch.length} (${nonce})`;
			edits.push(edit(writeAction(action, nonce), text));
		}
	}
	return edits;
}

function edit(summary: string, text: string): LogEdit {
	return { summary, text, size: text.length };
}
