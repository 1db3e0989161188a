import { writeAction, type ReplyAction } from '../../shared/actions/mark.ts';
import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';

/** What is shown above the edit form: a save that changes nothing makes no revision. */
const REPLY_INTRO = 'WikiLearn reply intro';

/**
 * Links with which applicants without JavaScript confirm, decline or withdraw: each opens the edit form of the page with the
 * mark filled in as the summary. Wikitext; empty where there is nothing to reply.
 */
export function replyLinks(application: AssessedApplication, translate: Translate): string {
	return actionsFor(application)
		.map((action) => {
			const summary = writeAction(action, 'withoutjs');
			const intro = `Template:${REPLY_INTRO}`.replace(/ /g, '_');
			const address = `{{fullurl:{{FULLPAGENAME}}|action=edit&editintro=${intro}&summary=${summary}}}`;
			return `[${address} ${encodeAnswer(translate(`wikilearn-status-reply-${action.answer}`))}]`;
		})
		.join(' · ');
}

function actionsFor({ course, state, announced }: AssessedApplication): readonly ReplyAction[] {
	const reply = (answer: ReplyAction['answer'], offer: number | null): ReplyAction => ({
		kind: 'reply',
		course,
		answer,
		offer,
	});
	switch (state) {
		case 'offered':
			return announced ? [reply('confirmed', announced.decision), reply('declined', announced.decision)] : [];
		case 'confirmed':
		case 'accepted':
			return announced ? [reply('declined', announced.decision)] : [];
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
