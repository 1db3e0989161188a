import { noticeChoices, type Programme } from '../../shared/programme/schema.ts';
import { reachOf } from '../../shared/rules/reach.ts';
import { isLive, takesSeat } from '../../shared/rules/status.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';

/**
 * Whom the team writes to: who has a seat or the offer of one, who is on the waitlist, everybody who may still take
 * part, and those of them whom mail does not reach.
 */
export const recipientGroups = ['accepted', 'waitlisted', 'all', 'unreachable'] as const;
export type RecipientGroup = (typeof recipientGroups)[number];

export interface Recipients {
	readonly applications: readonly AssessedApplication[];
	/** Decided so, but not told yet: a message would tell them. */
	readonly untold: readonly AssessedApplication[];
}

/** The applications of a course whose applicants belong to a group. */
export function recipientsOf(
	{ notices }: Pick<Programme, 'notices'>,
	course: string,
	applications: readonly AssessedApplication[],
	to: RecipientGroup,
): Recipients {
	const all = applications.filter((one) => one.course === course && one.applicant && isIn(one, to));
	const tells = (notices ?? noticeChoices).includes('decision') && (to === 'accepted' || to === 'waitlisted');
	const isTold = ({ told }: AssessedApplication): boolean => !tells || told?.outcome === to;
	return { applications: all.filter(isTold), untold: all.filter((one) => !isTold(one)) };
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
