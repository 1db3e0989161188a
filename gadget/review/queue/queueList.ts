import { h } from '../../form/h.ts';
import { say, type MessageKey } from '../../form/say.ts';
import type { Reviewable } from '../reviewable.ts';
import type { Wanted } from '../wanted.ts';
import { countReviews } from './orderQueue.ts';

/** The applications one below the other; each opens. One of them is in the order of the Tab key, the arrows lead on. */
export function queueList(
	shown: readonly Reviewable[],
	current: string,
	prepared: ReadonlyMap<string, Wanted>,
	open: (one: Reviewable) => void,
	focused: (one: Reviewable) => void,
): HTMLElement {
	const active = shown.some(({ key }) => key === current) ? current : shown[0]?.key;
	const items = shown.map((one) =>
		h(
			'li',
			{},
			h(
				'button',
				{
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
				},
				...describe(one, prepared.get(one.key)),
			),
		),
	);
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
	].filter((words) => words !== '');
	return [
		h('span', { class: 'wikilearn-item-name' }, h('bdi', {}, nameOf(one))),
		' ',
		h('span', { class: 'wikilearn-item-day' }, one.one.added.timestamp.slice(0, 10)),
		' ',
		h('span', { class: 'wikilearn-item-details' }, details.join(' · ')),
		' ',
		wanted
			? h(
					'span',
					{ class: 'wikilearn-item-prepared' },
					say('wikilearn-review-item-prepared', say(`wikilearn-review-decided-${wanted.verdict}`)),
				)
			: '',
	];
}

/** The applicant's name. */
export function nameOf({ one }: Reviewable): string {
	return one.added.user?.name ?? say('wikilearn-status-hidden');
}
