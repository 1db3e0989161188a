import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import { getContactChannel, type ContactChannel } from '../../shared/rules/contactChannel.ts';
import { canTakePart } from '../../shared/rules/state.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { hasEmailQuestion } from '../plan/noticeCandidates.ts';
import { pageLink, applicationTarget, messageWithWikitext, renderLinkList } from './text/wikitext.ts';

const MAX_NAMED = 50;

/** Lists possible participants whom email does not reach, in a section for each course. */
export function renderUnreached(
	{ courses, language, root }: Programme,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): readonly string[] {
	return courses
		.filter((course) => getPhase(course, at) !== 'over')
		.flatMap((course) => {
			const courseApplications = applications.filter(
				(application) => application.course === course.id && canTakePart(application.state),
			);
			const lines = (['talk', 'none'] as const).flatMap((reach) =>
				renderReach(courseApplications, reach, translate),
			);
			return lines.length === 0
				? []
				: [renderHeading(course, language), ...lines, ...renderReminderHint(course, root, translate)];
		});
}

function renderHeading({ title }: Course, language: string): string {
	return `=== ${encodeAnswer(localize(title, language))} ===`;
}

function renderReminderHint(course: Course, root: string, translate: Translate): readonly string[] {
	if (!hasEmailQuestion(course)) return [];
	return [
		'',
		messageWithWikitext(
			translate,
			'wikilearn-report-remind',
			[],
			pageLink(`${root}/Review`, `${root}/Review`),
		),
	];
}

function renderReach(
	applications: readonly AssessedApplication[],
	reach: ContactChannel,
	translate: Translate,
): readonly string[] {
	const selected = applications.filter(
		({ application, facts }) => getContactChannel(application, facts) === reach,
	);
	if (selected.length === 0) return [];
	const hidden = translate('wikilearn-status-hidden');
	const links = selected.map((application) => ({
		target: applicationTarget(application),
		text: application.applicant?.name ?? hidden,
	}));
	const names = renderLinkList(links, MAX_NAMED, translate);
	return [
		`* ${messageWithWikitext(translate, `wikilearn-report-unreached-${reach}`, [selected.length], names)}`,
	];
}
