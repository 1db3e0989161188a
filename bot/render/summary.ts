import { shorten } from '../../shared/i18n/shorten.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { EvaluatedCourse } from '../../shared/rules/evaluation.ts';

/** MediaWiki cuts a longer comment wherever it happens to be (`CommentStore::COMMENT_CHARACTER_LIMIT`, code points). */
const SUMMARY_LIMIT = 500;

export function fitSummary(text: string): string {
	// The ellipsis is one more.
	return shorten(text, SUMMARY_LIMIT - 1);
}

/** A name or a title in an edit summary: nothing of it acts as a link, a template, a section or a mark. */
export function plainSummary(text: string): string {
	const plain = text.replace(/\s+/g, ' ').replace(/([[\]{}/*])(?=[[\]{}/*])/g, '$1\u2060');
	return plain.replace(/^wikilearn:/i, 'wikilearn\u2060:');
}

/** The figures of each course, by what was announced: no names, and nothing that was read from the page. */
export function statusSummary(
	courses: readonly EvaluatedCourse[],
	language: string,
	translate: Translate,
): string {
	const figures = courses.map(({ course, applications, taken }) =>
		translate(
			'wikilearn-summary-course',
			plainSummary(localize(course.title, language)),
			applications.length,
			taken.announced,
			course.seats,
		),
	);
	return fitSummary(figures.join('; '));
}
