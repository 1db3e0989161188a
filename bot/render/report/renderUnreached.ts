import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import { localize } from '../../../shared/programme/localize.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import { phaseOf } from '../../../shared/rules/phase.ts';
import { reachOf, type Reach } from '../../../shared/rules/reach.ts';
import { isLive } from '../../../shared/rules/status.ts';
import type { AssessedApplication } from '../../plan/assessApplications.ts';
import { asksForEmail } from '../../plan/wantedNotices.ts';
import { applicationTarget, pageLink } from '../pageLink.ts';
import { sayWithWikitext } from '../sayWithWikitext.ts';
import { linkList } from './linkList.ts';

const MOST_NAMED = 50;

/** Those who may still take part in a course and whom no mail reaches: a section for each course that has any. */
export function renderUnreached(
	{ courses, language, root }: Programme,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): readonly string[] {
	return courses
		.filter((course) => phaseOf(course, at) !== 'over')
		.flatMap((course) => {
			const ofCourse = applications.filter((one) => one.course === course.id && isLive(one.state));
			const lines = (['talk', 'none'] as const).flatMap((reach) => renderReach(ofCourse, reach, translate));
			return lines.length === 0
				? []
				: [heading(course, language), ...lines, ...howToAsk(course, root, translate)];
		});
}

function heading({ title }: Course, language: string): string {
	return `=== ${encodeAnswer(localize(title, language))} ===`;
}

function howToAsk(course: Course, root: string, translate: Translate): readonly string[] {
	if (!asksForEmail(course)) return [];
	return [
		'',
		sayWithWikitext(translate, 'wikilearn-report-remind', [], pageLink(`${root}/Review`, `${root}/Review`)),
	];
}

function renderReach(
	applications: readonly AssessedApplication[],
	reach: Reach,
	translate: Translate,
): readonly string[] {
	const those = applications.filter(({ application, facts }) => reachOf(application, facts) === reach);
	if (those.length === 0) return [];
	const hidden = translate('wikilearn-status-hidden');
	const links = those.map((one) => ({ target: applicationTarget(one), text: one.applicant?.name ?? hidden }));
	const names = linkList(links, MOST_NAMED, translate);
	return [`* ${sayWithWikitext(translate, `wikilearn-report-unreached-${reach}`, [those.length], names)}`];
}
