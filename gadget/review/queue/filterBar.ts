import type { Course, Question } from '../../../shared/programme/schema.ts';
import { canBeDecided, takesSeat } from '../../../shared/rules/status.ts';
import { h } from '../../ui/h.ts';
import { say, text, type MessageKey } from '../../ui/msg.ts';
import { selectOf } from '../../ui/fields.ts';
import type { Reviewable } from '../reviewing.ts';
import type { Wanted } from '../wanted.ts';

/** By what the queue can be filtered, each value with how many there are: so that a balanced cohort can be seen. */
interface Facet {
	readonly id: string;
	readonly label: string;
	readonly values: readonly FacetValue[];
}

interface FacetValue {
	readonly value: string;
	readonly label: string;
	/** Of those that pass the other filters. */
	readonly count: number;
	/** Of these, who has a seat or would have one with what is prepared. */
	readonly seated: number;
}

/** By facet id the value that is wanted; none: any. */
export type Filter = ReadonlyMap<string, string>;

export const UNDECIDED = 'undecided';

/** Whether an application passes all filters, but for one. */
export function passes(shown: Reviewable, filter: Filter, except = ''): boolean {
	return Array.from(filter).every(
		([id, value]) => id === except || value === '' || valuesOf(shown, id).includes(value),
	);
}

/** A select for each facet, its values with their counts. */
export function filterBar(
	course: Course,
	all: readonly Reviewable[],
	filter: Filter,
	prepared: ReadonlyMap<string, Wanted>,
	choose: (id: string, value: string) => void,
): HTMLElement {
	const wantedOf = (id: string): string => filter.get(id) ?? '';
	const fields = facetsOf(course, all, filter, prepared)
		.filter(({ id, values }) => values.length > 1 || wantedOf(id) !== '')
		.map(({ id, label, values }) => {
			const options = values.map((one) => [one.value, sayValue(one)] as const);
			const any = ['', say('wikilearn-review-filter-any')] as const;
			const select = selectOf(`wikilearn-filter-${id}`, [any, ...options], wantedOf(id), (value) => {
				choose(id, value);
			});
			return h('div', {}, h('label', { for: select.id }, label), select);
		});
	return h(
		'div',
		{ class: 'wikilearn-filters', role: 'group', 'aria-label': say('wikilearn-review-filters') },
		...fields,
	);
}

function sayValue({ label, count, seated }: FacetValue): string {
	return seated === 0
		? say('wikilearn-review-filter-count', label, count)
		: say('wikilearn-review-filter-count-seated', label, count, seated);
}

function facetsOf(
	course: Course,
	all: readonly Reviewable[],
	filter: Filter,
	prepared: ReadonlyMap<string, Wanted>,
): readonly Facet[] {
	const questions = course.questions.filter(isFacet);
	const ids = ['state', 'verdict', ...questions.map(({ id }) => id)];
	return ids.map((id) => {
		const question = questions.find((one) => one.id === id);
		const counts = new Map<string, { count: number; seated: number }>();
		const wanted = filter.get(id) ?? '';
		// A value stays to be seen while it is chosen, though nothing has it any more.
		if (wanted !== '') counts.set(wanted, { count: 0, seated: 0 });
		for (const one of all) {
			const counted = passes(one, filter, id) ? 1 : 0;
			const seated = counted && isSeated(one, prepared.get(one.key)) ? 1 : 0;
			for (const value of valuesOf(one, id)) {
				const before = counts.get(value) ?? { count: 0, seated: 0 };
				counts.set(value, { count: before.count + counted, seated: before.seated + seated });
			}
		}
		const values = Array.from(counts).map(([value, numbers]): FacetValue => ({
			value,
			label: labelOf(id, value, question),
			...numbers,
		}));
		values.sort((a, b) => Number(b.value === UNDECIDED) - Number(a.value === UNDECIDED) || b.count - a.count);
		return {
			id,
			label: question ? text(question.label) : say(`wikilearn-review-filter-${id}` as MessageKey),
			values,
		};
	});
}

/** Questions whose answers are few and the same for many; languages are often asked for in a line of text. */
function isFacet({ id, type }: Question): boolean {
	return ['wiki', 'language', 'one-of', 'some-of'].includes(type) || isListOfLanguages(id, type);
}

function isListOfLanguages(id: string, type: Question['type']): boolean {
	return type === 'short-text' && /^languages?$/.test(id);
}

function valuesOf({ one, course, verdict }: Reviewable, id: string): readonly string[] {
	if (id === 'verdict') return [verdict];
	if (id === 'state') {
		const isOpen = canBeDecided(one.state) && !one.decision;
		return isOpen ? [UNDECIDED, one.decidedState] : [one.decidedState];
	}
	const type = course.questions.find((question) => question.id === id)?.type;
	const answer = (one.application.answers[id] ?? '').trim();
	if (type === 'some-of' || (type && isListOfLanguages(id, type)))
		return Array.from(new Set(answer.split(/[,;\n]/).map(tidy))).filter((value) => value !== '');
	return answer === '' ? [] : [tidy(answer)];
}

/** The same word in other letters is the same value. */
function tidy(word: string): string {
	return word.trim().toLowerCase();
}

function labelOf(id: string, value: string, question: Question | undefined): string {
	if (id === 'verdict') return say(`wikilearn-verdict-${value.replace(' ', '-')}` as MessageKey);
	if (id === 'state')
		return say(
			value === UNDECIDED ? 'wikilearn-review-undecided' : (`wikilearn-state-${value}` as MessageKey),
		);
	const options = question && 'options' in question ? question.options : [];
	const option = options.find((one) => one.id === value);
	return option ? text(option.label) : value;
}

function isSeated({ one }: Reviewable, wanted: Wanted | undefined): boolean {
	const verdict = wanted?.verdict ?? 'recused';
	return verdict === 'recused' ? takesSeat(one.decidedState) : verdict === 'accepted';
}
