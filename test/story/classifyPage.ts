import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../shared/programme/schema.ts';

export const PAGE_KINDS = [
	'applications',
	'status pages',
	'log',
	'report',
	'notices',
	'course talk pages',
	'others',
] as const;
type PageKind = (typeof PAGE_KINDS)[number];

/** What a page of a programme is to those who watch it. Titles are an English wiki's. */
export function classifyPage(title: string, { courses, root, log, bot }: Programme): PageKind {
	if (title === PROGRAMME_PAGE) return 'others';
	if (title === log.page) return 'log';
	if (title === `User:${bot.name}/Report`) return 'report';
	if (title.startsWith('User talk:')) return 'notices';
	if (title === `${root}/Status` || title.startsWith(`${root}/Status/`)) return 'status pages';
	if (courses.some(({ page }) => title.startsWith(`${page}/Applications/`))) return 'applications';
	if (courses.some(({ page }) => title === `Talk:${page}`)) return 'course talk pages';
	return 'others';
}
