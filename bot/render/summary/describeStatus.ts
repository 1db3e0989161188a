import type { Translate } from '../../../shared/i18n/translate.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Described } from '../../publish/publishPage.ts';
import { describeCourse } from './describeCourse.ts';
import { fitSummary } from './fitSummary.ts';
import { namings, type Naming } from './nameThem.ts';
import { readShown, type Shown } from './readShown.ts';

/**
 * Says what an edit of a status page changes, for people: `+2 applications (UserA, UserB); UserC accepted; 14 of 40
 * seats`. Told by comparing what the page said with what it will say, not by what the bot remembers.
 */
export function describeStatus(
	programme: Programme,
	translate: Translate,
): (before: string, after: string) => Described {
	return (beforeText, afterText) => {
		const [before, after] = [readShown(beforeText), readShown(afterText)];
		const wordings = namings.map((naming) => describe(programme, before, after, naming, translate));
		const cut = (beginning: string) => translate('wikilearn-summary-cut', beginning);
		if (wordings.some((parts) => parts.length > 0))
			return { summary: fitSummary(wordings, cut), minor: false };
		if (beforeText === '') return { summary: translate('wikilearn-summary-begin'), minor: false };
		const minor = before.seen === after.seen;
		return {
			summary: translate(minor ? 'wikilearn-summary-layout' : 'wikilearn-summary-figures'),
			minor,
		};
	};
}

function describe(
	programme: Programme,
	before: Shown,
	after: Shown,
	naming: Naming,
	translate: Translate,
): readonly string[] {
	return programme.courses.flatMap((course) => {
		const parts = describeCourse(course.id, before, after, naming, translate);
		if (parts.length === 0 || programme.courses.length === 1) return parts;
		const title = localize(course.title, programme.language);
		return [translate('wikilearn-summary-course', title, parts[0] ?? ''), ...parts.slice(1)];
	});
}
