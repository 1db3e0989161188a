import { h } from '../../form/h.ts';
import { say } from '../../form/say.ts';
import type { Facet, Filter } from './facets.ts';

/** A select for each facet, its values with their counts. */
export function filterBar(
	facets: readonly Facet[],
	filter: Filter,
	choose: (id: string, value: string) => void,
): HTMLElement {
	const fields = facets
		.filter(({ id, values }) => values.length > 1 || (filter.get(id) ?? '') !== '')
		.map(({ id, label, values }) => {
			const wanted = filter.get(id) ?? '';
			const select = h(
				'select',
				{ id: `wikilearn-filter-${id}`, class: 'wikilearn-input' },
				h('option', { value: '' }, say('wikilearn-review-filter-any')),
				...values.map(({ value, label: words, count, seated }) =>
					h(
						'option',
						{ value, selected: value === wanted },
						seated === 0
							? say('wikilearn-review-filter-count', words, count)
							: say('wikilearn-review-filter-count-seated', words, count, seated),
					),
				),
			);
			select.addEventListener('change', () => {
				choose(id, select.value);
			});
			return h('div', {}, h('label', { for: select.id }, label), select);
		});
	return h(
		'div',
		{ class: 'wikilearn-filters', role: 'group', 'aria-label': say('wikilearn-review-filters') },
		...fields,
	);
}
