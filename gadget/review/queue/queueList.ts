import { canBeDecided } from '../../../shared/rules/status.ts';
import { h } from '../../ui/h.ts';
import { joined, say, type MessageKey } from '../../ui/msg.ts';
import type { Reviewable } from '../reviewing.ts';
import type { Wanted } from '../wanted.ts';

export function isToBeDecided({ one }: Reviewable): boolean {
	return canBeDecided(one.state);
}

export function isDecided(shown: Reviewable): boolean {
	return isToBeDecided(shown) && shown.one.decision !== null;
}

/** Whether a reviewer stepped aside from an application, or made it. */
export function isNotFor({ one }: Reviewable, reviewer: number): boolean {
	return one.applicant?.id === reviewer || one.recusals.some(({ by }) => by.id === reviewer);
}

/** How many reviewers decided it. */
function countReviews({ one }: Reviewable): number {
	return new Set(one.decisions.map(({ by }) => by.id)).size;
}

/** Those with the fewest reviews first, then by when they came (as they are given). */
export function orderQueue(all: readonly Reviewable[]): readonly Reviewable[] {
	return all
		.map((shown, place) => ({ shown, place, reviews: countReviews(shown) }))
		.sort((a, b) => a.reviews - b.reviews || a.place - b.place)
		.map(({ shown }) => shown);
}

/** The applications one below the other; each opens. One of them is in the order of the Tab key, the arrows lead on. */
export function queueList(
	shown: readonly Reviewable[],
	current: string,
	prepared: ReadonlyMap<string, Wanted>,
	open: (one: Reviewable) => void,
	focused: (one: Reviewable) => void,
): HTMLElement {
	const active = shown.some(({ key }) => key === current) ? current : shown[0]?.key;
	const items = shown.map((one) => {
		const attributes = {
			type: 'button',
			class: 'wikilearn-item',
			'data-key': one.key,
			tabindex: one.key === active ? 0 : -1,
			onclick: () => {
				open(one);
			},
			onfocus: () => {
				focused(one);
			},
		};
		return h('li', {}, h('button', attributes, ...describe(one, prepared.get(one.key))));
	});
	return h('ol', { class: 'wikilearn-queue', 'aria-label': say('wikilearn-review-queue') }, ...items);
}

function describe(one: Reviewable, wanted: Wanted | undefined): readonly (HTMLElement | string)[] {
	const { verdict, problems } = one;
	const { decidedState, late } = one.one;
	const flags = problems.length + (late ? 1 : 0);
	const details = [
		say(`wikilearn-state-${decidedState}` as MessageKey),
		say('wikilearn-review-item-verdict', say(`wikilearn-verdict-${verdict.replace(' ', '-')}` as MessageKey)),
		countReviews(one) === 0 ? '' : say('wikilearn-review-item-reviews', countReviews(one)),
		flags === 0 ? '' : say('wikilearn-review-item-flags', flags),
	];
	const decided = wanted && say(`wikilearn-review-decided-${wanted.verdict}`);
	return [
		h('span', { class: 'wikilearn-item-name' }, h('bdi', {}, nameOf(one))),
		' ',
		h('span', { class: 'wikilearn-item-day' }, one.one.added.timestamp.slice(0, 10)),
		' ',
		h('span', { class: 'wikilearn-item-details' }, joined(details, ' · ')),
		' ',
		decided === undefined
			? ''
			: h('span', { class: 'wikilearn-item-prepared' }, say('wikilearn-review-item-prepared', decided)),
	];
}

/** The applicant's name. */
export function nameOf({ one }: Reviewable): string {
	return one.added.user?.name ?? say('wikilearn-status-hidden');
}
