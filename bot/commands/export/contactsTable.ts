import { reachOf } from '../../../shared/rules/reach.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { talkTitle } from '../../plan/talkTitle.ts';
import type { Table } from './table.ts';

/** How applicants can be reached: the talk page of each, and whether mail reaches them. Addresses are the team's alone. */
export function contactsTable(
	applications: readonly AssessedApplication[],
	site: Pick<Site, 'namespaces'>,
): Table {
	return {
		columns: ['course', 'user', 'reach', 'talk_page'],
		rows: applications.flatMap(({ course, applicant, application, facts }) =>
			applicant
				? [[course, applicant.name, reachOf(application, facts), talkTitle(applicant.name, site)]]
				: [],
		),
	};
}
