import { phaseOf } from '../../shared/rules/phase.ts';
import { add, fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say, text, type MessageKey } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import type { Applying, OwnApplication } from '../form/sender.ts';
import { createWiki } from '../wiki.ts';
import { readOwn, type Own } from './readOwn.ts';
import { requirementList } from '../qualify/requirementList.ts';
import { withdrawing } from './withdrawing.ts';

/** One's application: where it stands, by what evidence, and what can be done. */
export async function showOwn(
	applying: Applying,
	place: HTMLElement,
	change: (own: OwnApplication) => void,
): Promise<void> {
	const own = await readOwn(createWiki(applying.account), applying);
	if (!own) {
		add(place, notice('warning', say('wikilearn-form-own-unreadable', applying.programme.contact.address)));
		return;
	}
	fill(
		place,
		ownView(applying, own, change, () => showOwn(applying, place, change)),
	);
}

function ownView(
	applying: Applying,
	own: Own,
	change: (own: OwnApplication) => void,
	again: () => Promise<void>,
): HTMLElement {
	const { course, account } = applying;
	const withdrawn = own.state === 'withdrawn';
	return h(
		'section',
		{ class: 'wikilearn-card wikilearn-own', tabindex: -1 },
		h('h3', {}, say('wikilearn-form-own')),
		h('p', {}, h('a', { href: mw.util.getUrl(own.title) }, own.title)),
		h('p', { class: 'wikilearn-state' }, say('wikilearn-form-own-state', sayState(own))),
		own.decision
			? h('p', {}, say('wikilearn-form-own-decided', sayTime(own.decision.change.timestamp)))
			: h('p', {}, say('wikilearn-form-next-notify', sayTime(course.notify))),
		requirementList(course, own.eligibility, account),
		isOpen(applying, own)
			? actionButton(withdrawn ? 'wikilearn-form-own-renew' : 'wikilearn-form-own-change', () => {
					change(own);
				})
			: h('p', {}, say('wikilearn-form-phase-closed')),
		' ',
		withdrawn
			? null
			: withdrawing(applying, own, say('wikilearn-form-withdraw-summary', text(course.title)), again),
	);
}

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
