import type { Site } from '../../shared/wiki/readSite.ts';

export const USER_TALK = 3;

/** The title of an account's talk page, as the wiki writes it. */
export function talkTitle(name: string, { namespaces }: Pick<Site, 'namespaces'>): string {
	return `${namespaces.find(({ id }) => id === USER_TALK)?.name ?? 'User talk'}:${name}`;
}
