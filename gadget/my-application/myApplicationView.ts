import { getPhase } from '../../shared/rules/phase.ts';
import { takesSeat } from '../../shared/rules/state.ts';
import { actionButton, confirmButton, plainButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { isOpen } from '../course/readSituation.ts';
import { msg, type MessageKey } from '../ui/msg.ts';
import { formatDateTime } from '../ui/intl.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import type { Refusal } from '../ui/notice.ts';
import { requirementList } from '../requirements/requirementList.ts';
import type { MyApplicationStatus } from './readMyApplication.ts';
import { createReplySender, type SendReply } from './sendReply.ts';

interface MyApplicationActions {
	/** The address form, if an address is needed. */
	readonly address: HTMLElement | null;
	readonly edit: () => void;
	/** Called after the wiki saved the reader's action. */
	readonly onActed: (messageKey: MessageKey) => Promise<void>;
}

/** Null: done. */
type AsyncAction = () => Promise<Refusal | null>;

const BUSY_KEY = 'wikilearn-form-sending';

/** Shows the reader's application and its state. */
export function myApplicationView(
	context: ApplicationContext,
	myApplication: MyApplicationStatus,
	{ address, edit, onActed }: MyApplicationActions,
): HTMLElement {
	const { course, account } = context;
	const isWithdrawn = myApplication.state === 'withdrawn';
	// Applicants with a seat decline it instead.
	const canWithdraw = !isWithdrawn && !takesSeat(myApplication.state);
	const sendReply = createReplySender(context, myApplication);
	const replyAndRefresh: SendReply = async (reply) => {
		const refusal = await sendReply(reply);
		if (!refusal) await onActed(`wikilearn-form-replied-${reply}`);
		return refusal;
	};
	return h(
		'section',
		{ class: 'wikilearn-card wikilearn-my-application' },
		h('h3', {}, msg('wikilearn-form-own')),
		h('p', {}, h('a', { href: mw.util.getUrl(myApplication.title) }, myApplication.title)),
		h('p', { class: 'wikilearn-state' }, msg('wikilearn-form-own-state', describeState(myApplication))),
		myApplication.announced
			? h('p', {}, msg('wikilearn-form-own-decided', formatDateTime(myApplication.announced.at)))
			: h('p', {}, msg('wikilearn-form-next-notify', formatDateTime(course.notify))),
		seatView(context, myApplication, replyAndRefresh),
		address,
		requirementList(course, myApplication.eligibility, account),
		isOpen(course, myApplication.now)
			? plainButton(isWithdrawn ? 'wikilearn-form-own-renew' : 'wikilearn-form-own-change', edit)
			: h('p', {}, msg('wikilearn-form-phase-closed')),
		' ',
		canWithdraw ? withdrawButton(() => replyAndRefresh('withdrawn')) : null,
	);
}

function withdrawButton(withdraw: AsyncAction): HTMLElement {
	const confirm = actionButton({ idle: 'wikilearn-form-withdraw-yes', busy: BUSY_KEY }, withdraw);
	const question = msg('wikilearn-form-withdraw-sure');
	return confirmButton('wikilearn-form-withdraw', question, confirm, 'wikilearn-form-withdraw-no');
}

function describeState({ state, late }: MyApplicationStatus): string {
	const stateName = msg(`wikilearn-state-${state}` as MessageKey);
	return late ? `${stateName}, ${msg('wikilearn-state-late')}` : stateName;
}

/** The reader's current or former seat, with the possible replies. Null if there is none. */
function seatView(
	context: ApplicationContext,
	myApplication: MyApplicationStatus,
	reply: SendReply,
): HTMLElement | null {
	const message = describeSeat(context, myApplication);
	if (message === null) return null;
	const { button, messages } = actionButton({ idle: 'wikilearn-form-seat-confirm', busy: BUSY_KEY }, () =>
		reply('confirmed'),
	);
	const confirm = myApplication.state === 'offered' ? [messages, button, ' '] : [];
	const canDecline =
		myApplication.state !== 'turned-down' && getPhase(context.course, myApplication.now) !== 'over';
	return h(
		'section',
		{ class: 'wikilearn-seat' },
		h('p', {}, message),
		h(
			'div',
			{ class: 'wikilearn-actions' },
			...confirm,
			canDecline ? declineSeatButton(() => reply('declined')) : null,
		),
	);
}

function describeSeat(
	{ programme }: ApplicationContext,
	{ state, offer }: MyApplicationStatus,
): string | null {
	const { address } = programme.contact;
	const until = offer?.until ?? null;
	switch (state) {
		case 'offered':
			return until === null
				? msg('wikilearn-form-seat-open')
				: msg('wikilearn-form-seat-until', formatDateTime(until));
		case 'lapsed':
			return msg('wikilearn-form-seat-lapsed', until === null ? '' : formatDateTime(until), address);
		case 'confirmed':
			return msg('wikilearn-form-seat-confirmed');
		case 'accepted':
			return msg('wikilearn-form-seat-given');
		case 'turned-down':
			return msg('wikilearn-form-seat-turned-down', address);
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

function declineSeatButton(decline: AsyncAction): HTMLElement {
	const confirm = actionButton({ idle: 'wikilearn-form-seat-yes', busy: BUSY_KEY }, decline);
	const question = msg('wikilearn-form-seat-sure');
	return confirmButton('wikilearn-form-seat-turn-down', question, confirm, 'wikilearn-form-seat-no');
}
