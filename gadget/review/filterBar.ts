import type { Course, Question } from '../../shared/programme/schema.ts';
import { canBeDecided, takesSeat } from '../../shared/rules/state.ts';
import { h } from '../ui/h.ts';
import { msg, localizeText, type MessageKey } from '../ui/msg.ts';
import { createSelect } from '../ui/fields.ts';
import type { ReviewItem } from './course/reviewItem.ts';
import type { DecisionInput } from './decisions/decisionInput.ts';

/** A filter of the list. Its values have counts, so that reviewers can balance the cohort. */
interface Facet {
	readonly id: string;
	readonly label: string;
	readonly values: readonly FacetValue[];
}

interface FacetValue {
	readonly value: string;
	readonly label: string;
	/** The number of applications that match the other filters. */
	readonly count: number;
	/** How many of these have a seat, or would have one with the drafts. */
	readonly seated: number;
}

/** The selected value by facet id; none: any. */
export type Filter = ReadonlyMap<string, string>;

export const UNDECIDED = 'undecided';

/** Whether an application matches all filters, except the facet `except`. */
export function matchesFilter(item: ReviewItem, filter: Filter, except = ''): boolean {
	return Array.from(filter).every(
		([id, value]) => id === except || value === '' || findFacetValues(item, id).includes(value),
	);
}

/** A select for each facet, with counts. */
export function filterBar(
	course: Course,
	items: readonly ReviewItem[],
	filter: Filter,
	drafts: ReadonlyMap<string, DecisionInput>,
	onSelect: (id: string, value: string) => void,
): HTMLElement {
	const selectedValue = (id: string): string => filter.get(id) ?? '';
	const fields = computeFacets(course, items, filter, drafts)
		.filter(({ id, values }) => values.length > 1 || selectedValue(id) !== '')
		.map(({ id, label, values }) => {
			const options = values.map((facetValue) => [facetValue.value, formatFacetValue(facetValue)] as const);
			const anyOption = ['', msg('wikilearn-review-filter-any')] as const;
			const select = createSelect(
				`wikilearn-filter-${id}`,
				[anyOption, ...options],
				selectedValue(id),
				(value) => {
					onSelect(id, value);
				},
			);
			return h('div', {}, h('label', { for: select.id }, label), select);
		});
	return h(
		'div',
		{ class: 'wikilearn-filters', role: 'group', 'aria-label': msg('wikilearn-review-filters') },
		...fields,
	);
}

function formatFacetValue({ label, count, seated }: FacetValue): string {
	return seated === 0
		? msg('wikilearn-review-filter-count', label, count)
		: msg('wikilearn-review-filter-count-seated', label, count, seated);
}

function computeFacets(
	course: Course,
	items: readonly ReviewItem[],
	filter: Filter,
	drafts: ReadonlyMap<string, DecisionInput>,
): readonly Facet[] {
	const questions = course.questions.filter(isFacetQuestion);
	const ids = ['state', 'verdict', ...questions.map(({ id }) => id)];
	return ids.map((id) => {
		const question = questions.find((candidate) => candidate.id === id);
		const counts = new Map<string, { count: number; seated: number }>();
		const selected = filter.get(id) ?? '';
		// Keep the selected value, even if no application has it any more.
		if (selected !== '') counts.set(selected, { count: 0, seated: 0 });
		for (const item of items) {
			const counted = matchesFilter(item, filter, id) ? 1 : 0;
			const seated = counted && hasSeat(item, drafts.get(item.key)) ? 1 : 0;
			for (const value of findFacetValues(item, id)) {
				const before = counts.get(value) ?? { count: 0, seated: 0 };
				counts.set(value, { count: before.count + counted, seated: before.seated + seated });
			}
		}
		const values = Array.from(counts).map(([value, numbers]): FacetValue => ({
			value,
			label: formatFacetLabel(id, value, question),
			...numbers,
		}));
		values.sort((a, b) => Number(b.value === UNDECIDED) - Number(a.value === UNDECIDED) || b.count - a.count);
		return {
			id,
			label: question ? localizeText(question.label) : msg(`wikilearn-review-filter-${id}` as MessageKey),
			values,
		};
	});
}

/** Questions with few distinct answers. Languages are often a short text question. */
function isFacetQuestion({ id, type }: Question): boolean {
	return ['wiki', 'language', 'one-of', 'some-of'].includes(type) || isListOfLanguages(id, type);
}

function isListOfLanguages(id: string, type: Question['type']): boolean {
	return type === 'short-text' && /^languages?$/.test(id);
}

function findFacetValues({ application, course, verdict }: ReviewItem, id: string): readonly string[] {
	if (id === 'verdict') return [verdict];
	if (id === 'state') {
		const isOpen = canBeDecided(application.state) && !application.decision;
		return isOpen ? [UNDECIDED, application.decidedState] : [application.decidedState];
	}
	const type = course.questions.find((question) => question.id === id)?.type;
	const answer = (application.application.answers[id] ?? '').trim();
	if (type === 'some-of' || (type && isListOfLanguages(id, type)))
		return Array.from(new Set(answer.split(/[,;\n]/).map(normalizeValue))).filter((value) => value !== '');
	return answer === '' ? [] : [normalizeValue(answer)];
}

/** Ignores case. */
function normalizeValue(word: string): string {
	return word.trim().toLowerCase();
}

function formatFacetLabel(id: string, value: string, question: Question | undefined): string {
	if (id === 'verdict') return msg(`wikilearn-verdict-${value.replace(' ', '-')}` as MessageKey);
	if (id === 'state')
		return msg(
			value === UNDECIDED ? 'wikilearn-review-undecided' : (`wikilearn-state-${value}` as MessageKey),
		);
	const options = question && 'options' in question ? question.options : [];
	const option = options.find((candidate) => candidate.id === value);
	return option ? localizeText(option.label) : value;
}

function hasSeat({ application }: ReviewItem, input: DecisionInput | undefined): boolean {
	const verdict = input?.verdict ?? 'recused';
	return verdict === 'recused' ? takesSeat(application.decidedState) : verdict === 'accepted';
}
