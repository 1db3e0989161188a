import { phaseOf } from '../../shared/rules/phase.ts';
import { takesSeat } from '../../shared/rules/status.ts';
import { h } from '../form/h.ts';
import { say, type MessageKey } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { Applying } from '../form/sender.ts';
import { requirementList } from '../qualify/requirementList.ts';
import { asking } from './asking.ts';
import type { Own } from './readOwn.ts';
import { replying, type Replying } from './replying.ts';
import { seatView } from './seatView.ts';

export interface OwnActions {
	/** The question for the address, where it is to be asked. */
	readonly address: HTMLElement | null;
	readonly change: () => void;
	/** Called once the wiki has something that the reader did. */
	readonly acted: (said: MessageKey) => Promise<void>;
}

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
		isOpen(applying, own)
			? actionButton(withdrawn ? 'wikilearn-form-own-renew' : 'wikilearn-form-own-change', change)
			: h('p', {}, say('wikilearn-form-phase-closed')),
		' ',
		mayWithdraw ? asking(withdrawing, () => reply('withdrawn')) : null,
	);
}

const withdrawing = {
	begin: 'wikilearn-form-withdraw',
	sure: 'wikilearn-form-withdraw-sure',
	yes: 'wikilearn-form-withdraw-yes',
	no: 'wikilearn-form-withdraw-no',
} as const;

function sayState({ state, late }: Own): string {
	const words = say(`wikilearn-state-${state}` as MessageKey);
	return late ? `${words}, ${say('wikilearn-state-late')}` : words;
}

function isOpen({ course }: Applying, { now }: Own): boolean {
	const phase = phaseOf(course, now);
	return phase === 'open' || phase === 'closing-soon';
}

function actionButton(key: MessageKey, onclick: () => void): HTMLElement {
	return h('button', { type: 'button', class: 'wikilearn-button', onclick }, say(key));
}
