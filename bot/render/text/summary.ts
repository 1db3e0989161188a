import { shorten } from '../../../shared/i18n/shorten.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { EvaluatedCourse } from '../../../shared/rules/evaluation.ts';

/** MediaWiki cuts a longer comment wherever it happens to be (`CommentStore::COMMENT_CHARACTER_LIMIT`, code points). */
const MAX_SUMMARY = 500;

export function truncateSummary(text: string): string {
	// The ellipsis is one more.
	return shorten(text, MAX_SUMMARY - 1);
}

/** A name or a title in an edit summary: nothing of it acts as a link, a template, a section or a mark. */
export function escapeSummary(text: string): string {
	const plain = text.replace(/\s+/g, ' ').replace(/([[\]{}/*])(?=[[\]{}/*])/g, '$1\u2060');
	return plain.replace(/^wikilearn:/i, 'wikilearn\u2060:');
}

/** The figures of each course, by what was announced: no names, and nothing that was read from the page. */
export function renderStatusSummary(
	courses: readonly EvaluatedCourse[],
	language: string,
	translate: Translate,
): string {
	const figures = courses.map(({ course, applications, seatsTaken }) =>
		translate(
			'wikilearn-summary-course',
			escapeSummary(localize(course.title, language)),
			applications.length,
			seatsTaken.announced,
			course.seats,
		),
	);
	return truncateSummary(figures.join('; '));
}
