import { phaseOf } from '../../shared/rules/phase.ts';
import { takesSeat } from '../../shared/rules/status.ts';
import { actionButton, confirmButton, plainButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { isOpen } from '../course/readSituation.ts';
import { say, type MessageKey } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
import type { Applying } from '../course/applying.ts';
import type { Refused } from '../ui/refused.ts';
import { requirementList } from '../requirements/requirementList.ts';
import type { Own } from './readOwn.ts';
import { replying, type Replying } from './replying.ts';

export interface OwnActions {
	/** The question for the address, where it is to be asked. */
	readonly address: HTMLElement | null;
	readonly change: () => void;
	/** Called once the wiki has something that the reader did. */
	readonly acted: (said: MessageKey) => Promise<void>;
}

/** Null: done. */
type Act = () => Promise<Refused | null>;

const BUSY = 'wikilearn-form-sending';

/** One's application and where it stands. */
export function ownView(applying: Applying, own: Own, { address, change, acted }: OwnActions): HTMLElement {
	const { course, account } = applying;
	const withdrawn = own.state === 'withdrawn';
	// Who has a seat turns it down.
	const mayWithdraw = !withdrawn && !takesSeat(own.state);
	const send = replying(applying, own);
	const reply: Replying = async (answer) => {
		const refused = await send(answer);
		if (!refused) await acted(`wikilearn-form-replied-${answer}`);
		return refused;
	};
	return h(
		'section',
		{ class: 'wikilearn-card wikilearn-own' },
		h('h3', {}, say('wikilearn-form-own')),
		h('p', {}, h('a', { href: mw.util.getUrl(own.title) }, own.title)),
		h('p', { class: 'wikilearn-state' }, say('wikilearn-form-own-state', sayState(own))),
		own.announced
			? h('p', {}, say('wikilearn-form-own-decided', sayTime(own.announced.at)))
			: h('p', {}, say('wikilearn-form-next-notify', sayTime(course.notify))),
		seatView(applying, own, reply),
		address,
		requirementList(course, own.eligibility, account),
		isOpen(course, own.now)
			? plainButton(withdrawn ? 'wikilearn-form-own-renew' : 'wikilearn-form-own-change', change)
			: h('p', {}, say('wikilearn-form-phase-closed')),
		' ',
		mayWithdraw ? withdrawing(() => reply('withdrawn')) : null,
	);
}

function withdrawing(withdraw: Act): HTMLElement {
	const yes = actionButton({ idle: 'wikilearn-form-withdraw-yes', busy: BUSY }, withdraw);
	const sure = say('wikilearn-form-withdraw-sure');
	return confirmButton('wikilearn-form-withdraw', sure, yes, 'wikilearn-form-withdraw-no');
}

function sayState({ state, late }: Own): string {
	const words = say(`wikilearn-state-${state}` as MessageKey);
	return late ? `${words}, ${say('wikilearn-state-late')}` : words;
}

/** The seat that the reader has or had, with what can be said to it. Null where there is none. */
function seatView(applying: Applying, own: Own, reply: Replying): HTMLElement | null {
	const words = saySeat(applying, own);
	if (words === null) return null;
	const { button, messages } = actionButton({ idle: 'wikilearn-form-seat-confirm', busy: BUSY }, () =>
		reply('confirmed'),
	);
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

function turningDown(decline: Act): HTMLElement {
	const yes = actionButton({ idle: 'wikilearn-form-seat-yes', busy: BUSY }, decline);
	const sure = say('wikilearn-form-seat-sure');
	return confirmButton('wikilearn-form-seat-turn-down', sure, yes, 'wikilearn-form-seat-no');
}
