import type { TracedApplication } from '../../shared/submission/submission.ts';

/** What an application is known by, whatever is changed on its page. */
export function lifeKey({ pageid, added, section }: TracedApplication): string {
	return `${pageid}:${added.revid}:${section}`;
}
