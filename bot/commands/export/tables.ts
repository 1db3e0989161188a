import type { Programme } from '../../../shared/programme/schema.ts';
import { findContactDetails } from '../../../shared/rules/contactDetails.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { getContactChannel } from '../../../shared/rules/contactChannel.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { talkPageTitle } from '../../plan/recipients.ts';
import type { Table } from './formats.ts';
import { takesSeat } from '../../../shared/rules/state.ts';

/** The columns before the answers. New ones are added after the last, none is ever renamed. */
const COLUMNS = [
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
const REDACTED = '(contact details left out)';

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
		columns: [...COLUMNS, ...questions.map((id) => `answer:${id}`)],
		rows: applications.map((application) => {
			const fields: Readonly<Record<(typeof COLUMNS)[number], string>> = {
				course: application.course,
				user: application.applicant?.name ?? '',
				user_id: application.applicant ? String(application.applicant.id) : '',
				page: application.title,
				section: redactContacts(application.section),
				applied: application.added.timestamp,
				late: application.isLate ? 'yes' : 'no',
				state: application.state,
				requirements: application.eligibility.verdict,
				email_sent: application.application.email === 'sent' ? 'yes' : 'no',
			};
			return [
				...COLUMNS.map((name) => fields[name]),
				...questions.map((id) => redactContacts(application.application.answers[id] ?? '')),
			];
		}),
	};
}

function redactContacts(text: string): string {
	return findContactDetails(text).length > 0 ? REDACTED : text;
}

/** How applicants can be reached: the talk page of each, and whether mail reaches them. Addresses are the team's alone. */
export function contactsTable(
	applications: readonly AssessedApplication[],
	site: Pick<Site, 'namespaces'>,
): Table {
	return {
		columns: ['course', 'user', 'reach', 'talk_page'],
		rows: applications.flatMap(({ course, applicant, application, facts }) =>
			applicant
				? [
						[
							course,
							applicant.name,
							getContactChannel(application, facts),
							talkPageTitle(applicant.name, site),
						],
					]
				: [],
		),
	};
}

/** Moodle's user names are lower case and have no blanks. */
function moodleUsername(name: string): string {
	return name.toLowerCase().replace(/\s+/g, '_');
}

/**
 * Who has a seat, with the columns of Moodle's "Upload users" that can be known. `lastname` and `email`, which Moodle
 * wants for new accounts, are known to the team alone. `idnumber` is the wiki's user id, which outlives renames.
 *
 * @see https://docs.moodle.org/en/Upload_users
 */
export function moodleTable(applications: readonly AssessedApplication[]): Table {
	return {
		columns: ['username', 'firstname', 'idnumber', 'course1'],
		rows: applications.flatMap(({ applicant, state, course }) =>
			applicant && takesSeat(state)
				? [[moodleUsername(applicant.name), applicant.name, String(applicant.id), course]]
				: [],
		),
	};
}
