import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { instantText } from '../plan/instantText.ts';
import { memoize } from './memoize.ts';
import { applicationTarget, pageLink } from './pageLink.ts';
import { standingParameter } from './statusDetail.ts';
import { parameters } from './templateCall.ts';
import { whyNeeded } from './reviewReasons.ts';

const ROW_TEMPLATE = 'WikiLearn status/row';

/**
 * Makes applications' rows. `id`, `course`, `key` and `user` are for the bot, which reads off the page what it said before;
 * the rest is what people see.
 *
 * @returns takes an application, what stands beside its state (plain text), and what it was judged by (wikitext)
 */
export function rowRenderer(
	translate: Translate,
): (one: AssessedApplication, standing: string, evidence: string) => string {
	const common = memoize(
		(one: AssessedApplication) =>
			parameters({
				course: one.course,
				key: one.state,
				verdict: one.eligibility.verdict,
				eligibility: describeVerdict(one.eligibility.verdict, translate),
				state: translate(`wikilearn-state-${one.state}`),
				why: whyNeeded(one)
					.map((need) => translate(`wikilearn-status-why-${need}`))
					.join('; '),
				change: translate('wikilearn-status-change'),
			}),
		(one: AssessedApplication) => [one.course, one.state, one.eligibility.verdict, ...whyNeeded(one)].join(),
	);
	const hidden = encodeAnswer(translate('wikilearn-status-hidden'));
	// Written out, as there are ten thousand: what is not encoded is a number, an instant or our own wikitext.
	return (one, standing, evidence) => {
		const { applicant, added } = one;
		const user = applicant?.name ?? '';
		const page = applicationTarget(one);
		return (
			`{{${ROW_TEMPLATE}${common(one)}|id=${added.revid}|user=${encodeAnswer(user)}|page=${encodeAnswer(page)}` +
			`|applied=${instantText(added.timestamp)}|diff=${lastChange(one)}${standingParameter(standing)}` +
			`|applicant=${applicant ? pageLink(`User:${user}`, user) : hidden}|evidence=${evidence}}}`
		);
	};
}

/** The revision of the edit that last changed an application's state: the newest of those that its state rests on. */
function lastChange(one: AssessedApplication): number {
	const replied = one.replies.map(({ change }) => change);
	const changes = [one.added, one.answered, one.changedByOthers, one.removed, ...replied];
	return Math.max(one.announced?.revid ?? 0, ...changes.map((change) => change?.revid ?? 0));
}
