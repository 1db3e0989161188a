import type { Programme } from '../../../shared/programme/schema.ts';
import { findContactDetails } from '../../../shared/rules/contactDetails.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { getContactChannel } from '../../../shared/rules/contactChannel.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { talkPageTitle } from '../../plan/recipients.ts';
import type { Table } from './formats.ts';
import { takesSeat } from '../../../shared/rules/state.ts';

/** The columns before the answers. Append new ones; never rename one. */
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

/** Replaces an answer that contains contact details. */
const REDACTED = '(contact details left out)';

/**
 * The public data of the applications, one row each, by course and then by time, with a column `answer:ID` per
 * question in the programme's order. It contains no addresses: the bot does not know the private ones, and answers
 * with an address are redacted.
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

/** The talk page of each applicant, and whether email reaches them. Only the team has email addresses. */
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

/** Moodle's user names are lower case, without spaces. */
function moodleUsername(name: string): string {
	return name.toLowerCase().replace(/\s+/g, '_');
}

/**
 * Participants with a seat, in the columns of Moodle's "Upload users". Only the team knows `lastname` and `email`,
 * which Moodle requires for new accounts. `idnumber` is the wiki's user id, which survives renames.
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
