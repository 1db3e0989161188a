import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication, AssessedCourse } from '../plan/assessApplications.ts';
import { wrapInLanguage, pageLink, messageWithWikitext } from './text/wikitext.ts';
import type { Wording } from './renderApplicationPages.ts';
import { formatInstant } from '../plan/formatInstant.ts';
import { summarizeCourse, renderCourse } from './renderCourse.ts';
import { splitRows } from './splitRows.ts';

type Part = readonly AssessedApplication[];

/**
 * The content of the status pages, in parts; the first one has every course's figures. An application stays in its
 * part. Each part consists of calls to the project's templates, which define the appearance.
 *
 * @param wording shared with the applications' own pages
 */
export function renderStatus(
	programme: Programme,
	courses: readonly AssessedCourse[],
	at: string,
	wording: Wording,
): readonly string[] {
	const { translate } = wording;
	const applications = courses.flatMap((course) => course.applications);
	const parts = splitRows([...applications].sort(compareByTime), ({ added }) => added.revid);
	return parts.map((part, index) =>
		wrapInLanguage(
			programme.language,
			[
				...(index === 0
					? renderPartLinks(programme, parts, translate)
					: renderBackLink(programme, part, translate)),
				...courses.flatMap((evaluated) => {
					const rows = part.filter(({ course }) => course === evaluated.course.id);
					const figures = index === 0 ? summarizeCourse(evaluated, programme.language, at, translate) : null;
					return figures || rows.length > 0
						? renderCourse(evaluated.course, programme.language, rows, figures, wording)
						: [];
				}),
			].join('\n'),
		),
	);
}

/** The title of a part of the status page, numbered from 0. */
export function statusTitle(programme: Programme, part: number): string {
	return `${programme.root}/Status${part === 0 ? '' : `/${part + 1}`}`;
}

function compareByTime(a: AssessedApplication, b: AssessedApplication): number {
	return a.added.revid - b.added.revid || a.pageid - b.pageid || (a.section < b.section ? -1 : 1);
}

function renderPartLinks(
	programme: Programme,
	parts: readonly Part[],
	translate: Translate,
): readonly string[] {
	if (parts.length === 1) return [];
	const shown = parts.slice(1).map((part, index) => {
		const day = part[0]?.added.timestamp.slice(0, 10) ?? '';
		return pageLink(statusTitle(programme, index + 1), `${index + 2} (${day})`);
	});
	return [messageWithWikitext(translate, 'wikilearn-status-parts', [], shown.join(' · ')), ''];
}

/** Must not depend on other parts, or a change in one would edit them all. */
function renderBackLink(programme: Programme, part: Part, translate: Translate): readonly string[] {
	const from = formatInstant(part[0]?.added.timestamp ?? programme.courses[0]?.opens ?? '');
	const first = statusTitle(programme, 0);
	return [messageWithWikitext(translate, 'wikilearn-status-back', [from], pageLink(first, first)), ''];
}
