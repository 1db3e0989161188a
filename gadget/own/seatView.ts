import { phaseOf } from '../../shared/rules/phase.ts';
import { h } from '../form/h.ts';
import { say } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { acting } from './acting.ts';
import { asking } from './asking.ts';
import type { Own } from './readOwn.ts';
import type { Replying } from './replying.ts';

/** The seat that the reader has or had, with what can be said to it. Null where there is none. */
export function seatView(applying: Applying, own: Own, reply: Replying): HTMLElement | null {
	const words = saySeat(applying, own);
	if (words === null) return null;
	const { button, messages } = acting('wikilearn-form-seat-confirm', () => reply('confirmed'));
	const confirm = own.state === 'offered' ? [messages, button, ' '] : [];
	const mayTurnDown = own.state !== 'turned-down' && phaseOf(applying.course, own.now) !== 'over';
	return h(
		'section',
		{ class: 'wikilearn-seat' },
		h('p', {}, words),
		h(
			'div',
			{ class: 'wikilearn-actions' },
			...confirm,
			mayTurnDown ? turningDown(() => reply('declined')) : null,
		),
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
		case 'too-early':
		case 'incomplete':
		case 'received':
		case 'waitlisted':
		case 'declined':
			return null;
	}
}

function turningDown(declined: () => Promise<Refused | null>): HTMLElement {
	const words = {
		begin: 'wikilearn-form-seat-turn-down',
		sure: 'wikilearn-form-seat-sure',
		yes: 'wikilearn-form-seat-yes',
		no: 'wikilearn-form-seat-no',
	} as const;
	return asking(words, declined);
}
