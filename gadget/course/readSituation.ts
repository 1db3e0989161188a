import type { Course, Programme } from '../../shared/programme/schema.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { isRecord } from '../isRecord.ts';

/** The application's current page. */
export interface ApplicationPage {
	readonly title: string;
	readonly revid: number;
}

/** The facts that the form needs from the wiki before it can display anything. */
export interface Situation {
	/** Null if the reader is logged out or has a temporary account. */
	readonly account: string | null;
	/** The wiki's clock, ISO 8601: the device's clock may be wrong. */
	readonly now: string;
	/** The number of applications made with the form; `hasMore` if the response is incomplete. */
	readonly applied: { readonly count: number; readonly hasMore: boolean };
	/** The account's own application page, if it exists. */
	readonly myPage: ApplicationPage | null;
	/** Whether the account has an application page for another course. */
	readonly appliedElsewhere: boolean;
}

export function applicationTitle(course: Course, account: string): string {
	return `${course.page}/Applications/${account}`;
}

/** Whether applications are open. @param now the wiki's clock, ISO 8601 */
export function isOpen(course: Course, now: string): boolean {
	const phase = getPhase(course, now);
	return phase === 'open' || phase === 'closing-soon';
}

/** The account that is logged in, unless it is temporary. */
export function namedAccount(): string | null {
	return mw.config.get('wgUserIsTemp') === true ? null : mw.config.get('wgUserName');
}

/**
 * Reads everything in one request.
 * @throws WikiError
 */
export async function readSituation(wiki: Wiki, { courses }: Programme, course: Course): Promise<Situation> {
	const account = namedAccount();
	const applications = new mw.Title(`${course.page}/Applications/`);
	const response = await wiki.query({
		action: 'query',
		list: 'allpages',
		apprefix: applications.getMainText(),
		apnamespace: applications.getNamespaceId(),
		apfilterredir: 'nonredirects',
		aplimit: 'max',
		curtimestamp: true,
		...(account !== null && {
			titles: courses.map((other) => applicationTitle(other, account)),
			prop: 'info',
		}),
	});
	const { curtimestamp, query } = response;
	const count = isRecord(query) && Array.isArray(query.allpages) ? query.allpages.length : 0;
	const pages = account === null ? [] : parseExistingPages(query);
	const title = account === null ? '' : new mw.Title(applicationTitle(course, account)).getPrefixedText();
	return {
		account,
		now: typeof curtimestamp === 'string' ? curtimestamp : new Date().toISOString(),
		applied: { count, hasMore: isRecord(response.continue) },
		myPage: pages.find((page) => page.title === title) ?? null,
		appliedElsewhere: pages.some((page) => page.title !== title),
	};
}

/** Keeps only pages that exist. */
function parseExistingPages(query: unknown): readonly ApplicationPage[] {
	const pages: readonly unknown[] = isRecord(query) && Array.isArray(query.pages) ? query.pages : [];
	const found: ApplicationPage[] = [];
	for (const page of pages) {
		if (!isRecord(page) || page.missing === true) continue;
		const { title, lastrevid } = page;
		if (typeof title === 'string' && typeof lastrevid === 'number') found.push({ title, revid: lastrevid });
	}
	return found;
}
