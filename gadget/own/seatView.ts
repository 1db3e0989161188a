import { phaseOf } from '../../shared/rules/phase.ts';
import type { Reply } from '../../shared/rules/status.ts';
import { h } from '../form/h.ts';
import { say, text, type MessageKey } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { createPageSaver } from '../save/createPageSaver.ts';
import { createWiki } from '../wiki.ts';
import { acting } from './acting.ts';
import { asking } from './asking.ts';
import { notSaved } from './notSaved.ts';
import type { Own } from './readOwn.ts';
import { hasSameDecisions, replyOn } from './replyOn.ts';

/**
 * The seat that the reader has or had, with what can be said to it: an edit by them, on their own page. Null where there
 * is none.
 *
 * @param replied called once the wiki has it
 */
export function seatView(
	applying: Applying,
	own: Own,
	replied: (said: MessageKey) => Promise<void>,
): HTMLElement | null {
	const words = saySeat(applying, own);
	if (words === null) return null;
	const reply = replying(applying, own, replied);
	const { button, messages } = acting('wikilearn-form-seat-confirm', () => reply('confirmed'));
	const confirm = own.state === 'offered' ? [messages, button, ' '] : [];
	const mayTurnDown = own.state !== 'turned-down' && phaseOf(applying.course, own.now) !== 'over';
	return h(
		'section',
		{ class: 'wikilearn-seat' },
		h('p', {}, words),
		h('div', { class: 'wikilearn-actions' }, ...confirm, mayTurnDown ? turningDown(reply) : null),
	);
}

function saySeat({ programme }: Applying, { state, offer }: Own): string | null {
	const { address } = programme.contact;
	const until = offer?.until ?? null;
	switch (state) {
		case 'offered':
			return until === null
				? say('wikilearn-form-seat-open')
				: say('wikilearn-form-seat-until', sayTime(until));
		case 'lapsed':
			return say('wikilearn-form-seat-lapsed', until === null ? '' : sayTime(until), address);
		case 'confirmed':
			return say('wikilearn-form-seat-confirmed');
		case 'accepted':
			return say('wikilearn-form-seat-given');
		case 'turned-down':
			return say('wikilearn-form-seat-turned-down', address);
		case 'unverified':
		case 'superseded':
		case 'withdrawn':
		case 'incomplete':
		case 'received':
		case 'waitlisted':
		case 'declined':
			return null;
	}
}

type Replying = (answer: Reply['answer']) => Promise<Refused | null>;

function turningDown(reply: Replying): HTMLElement {
	const words = {
		begin: 'wikilearn-form-seat-turn-down',
		sure: 'wikilearn-form-seat-sure',
		yes: 'wikilearn-form-seat-yes',
		no: 'wikilearn-form-seat-no',
	} as const;
	return asking(words, () => reply('turned-down'));
}

function replying(applying: Applying, own: Own, replied: (said: MessageKey) => Promise<void>): Replying {
	const { programme, course, account } = applying;
	const words = notSaved(programme.contact.address);
	const saver = createPageSaver(createWiki(account), { ...applying, own }, words);
	return async (answer) => {
		const reply = { course: course.id, answer, by: account, date: own.now };
		const saved = await saver.save({
			write: (base) => replyOn(base, reply),
			isSame: hasSameDecisions,
			summary: say(summaries[answer], text(course.title)),
		});
		if (saved.kind === 'refused') return saved;
		await replied(said[answer]);
		return null;
	};
}

const said = {
	confirmed: 'wikilearn-form-seat-confirmed-done',
	'turned-down': 'wikilearn-form-seat-turned-down-done',
} as const;

const summaries = {
	confirmed: 'wikilearn-form-seat-confirm-summary',
	'turned-down': 'wikilearn-form-seat-turn-down-summary',
} as const;
