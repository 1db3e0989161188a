import { RECIPIENT_GROUPS as writtenTo } from '../../shared/actions/mark.ts';
import { getContactChannel } from '../../shared/rules/contactChannel.ts';
import { canTakePart, takesSeat } from '../../shared/rules/state.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import type { AssessedApplication } from './assessApplications.ts';

/** The recipient groups, and `unreachable`: possible participants whom email does not reach. */
export const RECIPIENT_GROUPS = [...writtenTo, 'unreachable'] as const;
export type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** A course's applications whose applicants belong to a group, by their announced state. */
export function findRecipients(
	course: string,
	applications: readonly AssessedApplication[],
	to: RecipientGroup,
): readonly AssessedApplication[] {
	return applications.filter(
		(application) => application.course === course && application.applicant && belongsTo(application, to),
	);
}

function belongsTo({ state, application, facts }: AssessedApplication, to: RecipientGroup): boolean {
	switch (to) {
		case 'accepted':
			return takesSeat(state);
		case 'waitlisted':
			return state === 'waitlisted';
		case 'all':
			return canTakePart(state);
		case 'unreachable': {
			const reach = getContactChannel(application, facts);
			return canTakePart(state) && (reach === 'talk' || reach === 'none');
		}
	}
}

export const USER_TALK = 3;
/** The title of an account's talk page, with the wiki's namespace name. */
export function talkPageTitle(name: string, { namespaces }: Pick<Site, 'namespaces'>): string {
	return `${namespaces.find(({ id }) => id === USER_TALK)?.name ?? 'User talk'}:${name}`;
}
