import type { Programme } from '../../../shared/programme/schema.ts';
import { findContactDetails } from '../../../shared/rules/contactDetails.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import type { Table } from './table.ts';

/** The columns before the answers. New ones are added after the last, none is ever renamed. */
const columns = [
	'course',
	'user',
	'user_id',
	'page',
	'section',
	'applied',
	'late',
	'state',
	'requirements',
	'email_sent',
] as const;

/** Stands for an answer in which someone wrote how to reach them. */
const LEFT_OUT = '(contact details left out)';

/**
 * What is public about the applications, a row each, in the order of courses and then of time. Then a column `answer:ID`
 * for each question, in the programme's order. Addresses are never in it: neither the private one, which the bot does
 * not know, nor one that somebody wrote into an answer.
 */
export function applicationsTable(programme: Programme, applications: readonly AssessedApplication[]): Table {
	const questions = [
		...new Set(
			programme.courses.flatMap((course) =>
				course.questions.flatMap(({ id, type }) => (type === 'private-email' ? [] : [id])),
			),
		),
	];
	return {
		columns: [...columns, ...questions.map((id) => `answer:${id}`)],
		rows: applications.map((one) => {
			const own: Readonly<Record<(typeof columns)[number], string>> = {
				course: one.course,
				user: one.applicant?.name ?? '',
				user_id: one.applicant ? String(one.applicant.id) : '',
				page: one.title,
				section: withoutContacts(one.section),
				applied: one.added.timestamp,
				late: one.late ? 'yes' : 'no',
				state: one.state,
				requirements: one.eligibility.verdict,
				email_sent: one.application.email === 'sent' ? 'yes' : 'no',
			};
			return [
				...columns.map((name) => own[name]),
				...questions.map((id) => withoutContacts(one.application.answers[id] ?? '')),
			];
		}),
	};
}

function withoutContacts(text: string): string {
	return findContactDetails(text).length > 0 ? LEFT_OUT : text;
}
