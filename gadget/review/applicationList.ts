import { h } from '../ui/h.ts';
import { joinNonEmpty, msg, type MessageKey } from '../ui/msg.ts';
import { formatApplicantName, countReviews, type ReviewItem } from './course/reviewItem.ts';
import type { DecisionInput } from './decisions/decisionInput.ts';

/** Fewest reviews first, then in the given order (by submission time). */
export function sortByReviews(items: readonly ReviewItem[]): readonly ReviewItem[] {
	return items
		.map((item, index) => ({ shown: item, place: index, reviews: countReviews(item) }))
		.sort((a, b) => a.reviews - b.reviews || a.place - b.place)
		.map(({ shown: item }) => item);
}

/** The list of applications, which open on selection. One tab stop with arrow keys. */
export function applicationList(
	items: readonly ReviewItem[],
	currentKey: string,
	drafts: ReadonlyMap<string, DecisionInput>,
	onOpen: (item: ReviewItem) => void,
	onFocus: (item: ReviewItem) => void,
): HTMLElement {
	const active = items.some(({ key }) => key === currentKey) ? currentKey : items[0]?.key;
	const rows = items.map((item) => {
		const attributes = {
			type: 'button',
			class: 'wikilearn-item',
			tabindex: item.key === active ? 0 : -1,
			onclick: () => {
				onOpen(item);
			},
			onfocus: () => {
				onFocus(item);
			},
		};
		return h('li', {}, h('button', attributes, ...describeItem(item, drafts.get(item.key))));
	});
	return h('ol', { class: 'wikilearn-review-list', 'aria-label': msg('wikilearn-review-queue') }, ...rows);
}

function describeItem(item: ReviewItem, input: DecisionInput | undefined): readonly (HTMLElement | string)[] {
	const { verdict, problems } = item;
	const { decidedState, isLate } = item.application;
	const flags = problems.length + (isLate ? 1 : 0);
	const details = [
		msg(`wikilearn-state-${decidedState}` as MessageKey),
		msg('wikilearn-review-item-verdict', msg(`wikilearn-verdict-${verdict.replace(' ', '-')}` as MessageKey)),
		countReviews(item) === 0 ? '' : msg('wikilearn-review-item-reviews', countReviews(item)),
		flags === 0 ? '' : msg('wikilearn-review-item-flags', flags),
	];
	const draftVerdict = input && msg(`wikilearn-review-decided-${input.verdict}`);
	return [
		h('span', { class: 'wikilearn-item-name' }, h('bdi', {}, formatApplicantName(item))),
		' ',
		h('span', { class: 'wikilearn-item-day' }, item.application.added.timestamp.slice(0, 10)),
		' ',
		h('span', { class: 'wikilearn-item-details' }, joinNonEmpty(details, ' · ')),
		' ',
		draftVerdict === undefined
			? ''
			: h('span', { class: 'wikilearn-item-draft' }, msg('wikilearn-review-item-prepared', draftVerdict)),
	];
}
