import { shorten } from '../../../shared/i18n/shorten.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { EvaluatedCourse } from '../../../shared/rules/evaluation.ts';

/** MediaWiki truncates longer comments (`CommentStore::COMMENT_CHARACTER_LIMIT`, in code points). */
const MAX_SUMMARY = 500;

export function truncateSummary(text: string): string {
	// `shorten` adds an ellipsis.
	return shorten(text, MAX_SUMMARY - 1);
}

/** Escapes a name or title for an edit summary: no part of it acts as a link, template, section or mark. */
export function escapeSummary(text: string): string {
	const plain = text.replace(/\s+/g, ' ').replace(/([[\]{}/*])(?=[[\]{}/*])/g, '$1\u2060');
	return plain.replace(/^wikilearn:/i, 'wikilearn\u2060:');
}

/** Each course's figures, by announced states; no names and no text from the page. */
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
