import { takesSeat } from '../../../shared/rules/status.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import type { Table } from './table.ts';

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
				? [[moodleName(applicant.name), applicant.name, String(applicant.id), course]]
				: [],
		),
	};
}

/** Moodle's user names are lower case and have no blanks. */
function moodleName(name: string): string {
	return name.toLowerCase().replace(/\s+/g, '_');
}
