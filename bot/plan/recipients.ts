import { recipientGroups as writtenTo } from '../../shared/actions/mark.ts';
import { reachOf } from '../../shared/rules/reach.ts';
import { isLive, takesSeat } from '../../shared/rules/status.ts';
import type { AssessedApplication } from './assessApplications.ts';

/** Whom the team writes to, and those who may still take part whom mail does not reach. */
export const recipientGroups = [...writtenTo, 'unreachable'] as const;
export type RecipientGroup = (typeof recipientGroups)[number];

/** The applications of a course whose applicants belong to a group, by what was announced to them. */
export function recipientsOf(
	course: string,
	applications: readonly AssessedApplication[],
	to: RecipientGroup,
): readonly AssessedApplication[] {
	return applications.filter(
		(application) => application.course === course && application.applicant && isIn(application, to),
	);
}

function isIn({ state, application, facts }: AssessedApplication, to: RecipientGroup): boolean {
	switch (to) {
		case 'accepted':
			return takesSeat(state);
		case 'waitlisted':
			return state === 'waitlisted';
		case 'all':
			return isLive(state);
		case 'unreachable': {
			const reach = reachOf(application, facts);
			return isLive(state) && (reach === 'talk' || reach === 'none');
		}
	}
}
