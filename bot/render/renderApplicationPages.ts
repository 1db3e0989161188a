import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import type { RegionUpdate } from '../plan/regionUpdate.ts';
import type { EvidenceRenderer } from './renderEvidence.ts';
import { statusDetailParameter, type StatusDetail } from './statusDetail.ts';
import { writeAction, type ReplyAction } from '../../shared/actions/mark.ts';
import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { describeVerdict } from '../../shared/rules/describeEvidence.ts';
import { memoize } from './text/memoize.ts';
import { pageLink, renderParameters, languageWrapper } from './text/wikitext.ts';

/** The texts about applications, shared by the status pages and the applications' own pages. */
export interface Wording {
	readonly translate: Translate;
	/** The evidence for an application's assessment, wikitext. */
	readonly evidence: EvidenceRenderer;
	readonly statusDetail: StatusDetail;
}

/** The status region of each application that has its own page. The bot does not edit applications on talk pages. */
export function renderApplicationPages(
	programme: Programme,
	applications: readonly AssessedApplication[],
	{ translate, evidence, statusDetail }: Wording,
): readonly RegionUpdate[] {
	const counts = new Map<string, number>();
	for (const { title } of applications) counts.set(title, (counts.get(title) ?? 0) + 1);
	const render = applicationStatusRenderer(programme, translate);
	return applications.flatMap((application): readonly RegionUpdate[] => {
		if (application.kind !== 'subpage' || counts.get(application.title) !== 1 || application.removed)
			return [];
		return [
			{
				title: application.title,
				region: render(application, statusDetail(application), evidence(application)),
				summary: translate('wikilearn-summary-own'),
				isOwnPage: false,
				onlyIfExists: true,
			},
		];
	});
}

/** Shown above the edit form: saving without a change creates no revision. */
const REPLY_INTRO = 'WikiLearn reply intro';
function possibleReplies({ course, state, announced }: AssessedApplication): readonly ReplyAction[] {
	const reply = (answer: ReplyAction['reply'], offer: number | null): ReplyAction => ({
		kind: 'reply',
		course,
		reply: answer,
		offer,
	});
	switch (state) {
		case 'offered':
			return announced
				? [reply('confirmed', announced.decisionRevid), reply('declined', announced.decisionRevid)]
				: [];
		case 'confirmed':
		case 'accepted':
			return announced ? [reply('declined', announced.decisionRevid)] : [];
		case 'received':
		case 'incomplete':
		case 'waitlisted':
			return [reply('withdrawn', null)];
		case 'unverified':
		case 'superseded':
		case 'withdrawn':
		case 'too-early':
		case 'declined':
		case 'turned-down':
		case 'lapsed':
			return [];
	}
}

/**
 * Links to confirm, decline or withdraw without JavaScript: each opens the page's edit form with the mark as the
 * summary. Wikitext; empty if no reply is possible.
 */
function renderReplyLinks(application: AssessedApplication, translate: Translate): string {
	return possibleReplies(application)
		.map((action) => {
			const summary = writeAction(action, 'withoutjs');
			const intro = `Template:${REPLY_INTRO}`.replace(/ /g, '_');
			const address = `{{fullurl:{{FULLPAGENAME}}|action=edit&editintro=${intro}&summary=${summary}}}`;
			return `[${address} ${encodeAnswer(translate(`wikilearn-status-reply-${action.reply}`))}]`;
		})
		.join(' · ');
}

/**
 * Renders the status regions of applications' own pages. Such a page's history is the application's audit trail.
 *
 * @returns takes an application, its status detail (plain text), and its evidence (wikitext)
 */
function applicationStatusRenderer(
	{ language, root }: Programme,
	translate: Translate,
): (application: AssessedApplication, detail: string, evidence: string) => string {
	const review = pageLink(`${root}/Review`, translate('wikilearn-status-own-review'));
	const commonParameters = memoize(
		({ state, isLate, eligibility }: AssessedApplication) =>
			renderParameters(
				{
					key: state,
					verdict: eligibility.verdict,
					heading: translate('wikilearn-status-own'),
					'state label': translate('wikilearn-status-state'),
					state: translate(`wikilearn-state-${state}`),
					late: isLate ? translate('wikilearn-status-own-late') : '',
					'eligibility label': translate('wikilearn-status-eligibility'),
					eligibility: describeVerdict(eligibility.verdict, translate),
				},
				{ review },
			),
		({ state, isLate, eligibility }: AssessedApplication) => [state, isLate, eligibility.verdict].join(),
	);
	const replies = memoize(
		(application: AssessedApplication) => {
			const links = renderReplyLinks(application, translate);
			return links === '' ? '' : `|replies=${links}`;
		},
		({ course, state, announced }) => [course, state, announced?.decisionRevid].join(),
	);
	const [before, after] = languageWrapper(language);
	return (one, detail, evidence) =>
		`${before}{{WikiLearn status/application${commonParameters(one)}${statusDetailParameter(detail)}${replies(one)}|evidence=${evidence}}}${after}`;
}
