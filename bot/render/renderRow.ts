import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { instantText } from './instantText.ts';
import { lastChange } from './lastChange.ts';
import { applicationTarget, pageLink } from './pageLink.ts';
import { templateCall } from './templateCall.ts';
import { whyNeeded } from './whyNeeded.ts';

export const ROW_TEMPLATE = 'WikiLearn status/row';

/**
 * An application's row. `id`, `course`, `key` and `user` are for the bot, which reads off the page what it said before;
 * the rest is what people see.
 *
 * @param standing what stands beside its state, plain text
 * @param evidence wikitext
 */
export function renderRow(
	course: Course,
	one: AssessedApplication,
	standing: string,
	evidence: string,
	translate: Translate,
): string {
	const name = one.applicant?.name ?? '';
	const { verdict } = one.eligibility;
	const why = whyNeeded(one).map((need) => translate(`wikilearn-status-why-${need}`));
	return templateCall(
		ROW_TEMPLATE,
		{
			id: String(one.added.revid),
			course: course.id,
			key: one.state,
			user: name,
			page: applicationTarget(one),
			applied: instantText(one.added.timestamp),
			verdict,
			eligibility: describeVerdict(verdict, translate),
			state: translate(`wikilearn-state-${one.state}`),
			standing: standing === '' ? undefined : standing,
			why: why.join('; '),
			diff: String(lastChange(one)),
			change: translate('wikilearn-status-change'),
		},
		{
			applicant:
				name === '' ? encodeAnswer(translate('wikilearn-status-hidden')) : pageLink(`User:${name}`, name),
			evidence,
		},
	);
}
