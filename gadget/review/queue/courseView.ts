import type { Verdict } from '../../../shared/actions/mark.ts';
import { fill, h } from '../../form/h.ts';
import { notice, showNotice } from '../../form/notice.ts';
import { say } from '../../form/say.ts';
import type { PreparedStore } from '../prepared.ts';
import { readCourse, type CourseRead } from '../readCourse.ts';
import type { Reviewable } from '../reviewable.ts';
import type { Reviewing } from '../reviewing.ts';
import { saySeats } from '../seats.ts';
import { sayNextWaiting } from '../waiting.ts';
import { facetsOf, passes, UNDECIDED, type Filter } from './facets.ts';
import { filterBar } from './filterBar.ts';
import { openedView, type Opened } from './openedView.ts';
import { isDecided, isNotFor, isToBeDecided, orderQueue } from './orderQueue.ts';
import { queueList } from './queueList.ts';
import { releaseView } from './releaseView.ts';
import { teamView } from './teamView.ts';

export interface CourseView {
	readonly element: HTMLElement;
	/** What applicants are still to be told, and what the team can do for them. */
	readonly below: HTMLElement;
	/** Shows anew what is prepared and what is left. */
	refresh(): void;
	/** Reads all from the wiki again. @throws WikiError */
	reload(): Promise<void>;
	/** Whether one of them stands in place of the list. */
	isOpen(): boolean;
	move(step: 1 | -1): void;
	choose(choice: Verdict): void;
	next(): void;
	back(): void;
}

/**
 * A course's applications: the list with its filters, or one of them in its place.
 *
 * @param changed called when a decision was prepared, or is not any more, and when one is opened or left
 */
export function courseView(
	reviewing: Reviewing,
	first: CourseRead,
	prepared: PreparedStore,
	changed: () => void,
): CourseView {
	let read = first;
	let filter: Filter = new Map([['state', UNDECIDED]]);
	let withRecused = false;
	let current = '';
	let opened: (Opened & { readonly key: string }) | null = null;
	const figures = h('p', { class: 'wikilearn-figures' });
	const messages = h('div');
	const filters = h('div');
	const body = h('div');
	const listPart = h('div', {}, filters, body);
	const openedPart = h('div');
	const below = h('div');

	const mine = (): readonly Reviewable[] =>
		read.all.filter((one) => withRecused || !isNotFor(one, reviewing.id));
	const listed = (): readonly Reviewable[] => orderQueue(mine().filter((one) => passes(one, filter)));

	function refresh(): void {
		const marks = prepared.marks();
		const live = read.all.filter(isToBeDecided);
		const done = say('wikilearn-review-done', live.filter(isDecided).length, live.length);
		const waiting = sayNextWaiting(read);
		fill(
			figures,
			h('b', {}, done),
			` · ${saySeats(read, marks)}`,
			waiting === '' ? '' : h('div', {}, waiting),
		);
		listPart.hidden = opened !== null;
		openedPart.hidden = opened === null;
		below.hidden = opened !== null;
		fill(filters, filterBar(facetsOf(read.course, mine(), filter, marks), filter, choose), recusedSwitch());
		const shown = listed();
		fill(
			body,
			h('p', { role: 'status' }, say('wikilearn-review-listed', shown.length, mine().length)),
			queueList(shown, current, marks, open, ({ key }) => (current = key)),
		);
	}

	function choose(id: string, value: string): void {
		filter = new Map([...Array.from(filter), [id, value]]);
		refresh();
		document.getElementById(`wikilearn-filter-${id}`)?.focus();
	}

	function recusedSwitch(): HTMLElement {
		const id = 'wikilearn-with-recused';
		const input = h('input', { type: 'checkbox', id, checked: withRecused });
		input.addEventListener('change', () => {
			withRecused = input.checked;
			refresh();
			document.getElementById(id)?.focus();
		});
		return h(
			'div',
			{ class: 'wikilearn-option' },
			input,
			h('label', { for: id }, say('wikilearn-review-filter-recused')),
		);
	}

	function open(one: Reviewable): void {
		current = one.key;
		const view = openedView(reviewing, one, read, prepared, {
			back,
			next,
			done: (how) => {
				changed();
				if (how === 'saved') void showSaved(one.key);
				else showNotice(messages, 'success', say('wikilearn-review-prepared-one'));
			},
			again: async () => {
				await reload();
				if (!read.all.some(({ key }) => key === one.key))
					showNotice(messages, 'warning', say('wikilearn-review-gone'));
			},
		});
		opened = { ...view, key: one.key };
		fill(messages);
		fill(openedPart, view.element);
		refresh();
		changed();
		view.heading.focus();
	}

	/** What was saved is read anew: a reviewer who stepped aside has nothing more to decide here. */
	async function showSaved(key: string): Promise<void> {
		await reload();
		const now = read.all.find((one) => one.key === key);
		if (now && opened?.key === key) open(now);
		showNotice(messages, 'success', say('wikilearn-review-saved'));
	}

	function back(): void {
		if (!opened) return;
		opened = null;
		fill(openedPart);
		fill(messages);
		refresh();
		changed();
		focusCurrent();
	}

	/** The first one after the present one that is neither decided nor prepared; from the end back to the beginning. */
	function next(): void {
		const marks = prepared.marks();
		const all = listed();
		const at = all.findIndex(({ key }) => key === current);
		const isOpen = (one: Reviewable): boolean =>
			isToBeDecided(one) &&
			!isDecided(one) &&
			!marks.has(one.key) &&
			one.key !== opened?.key &&
			!isNotFor(one, reviewing.id);
		const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpen);
		if (found) open(found);
		else {
			back();
			fill(messages, notice('notice', say('wikilearn-review-nothing-next')));
		}
	}

	function focusCurrent(): void {
		body.querySelector<HTMLElement>('.wikilearn-item[tabindex="0"]')?.focus();
	}

	async function reload(): Promise<void> {
		read = await readCourse(reviewing, read.course.id);
		const now = read.all.find(({ key }) => key === opened?.key);
		if (now) opened?.update(now, read);
		showBelow();
		refresh();
	}

	function showBelow(): void {
		const again = (): void => void reload();
		fill(below, releaseView(reviewing, read, again), teamView(reviewing, read));
	}

	function prepare(choice: Verdict): void {
		const one = listed().find(({ key }) => key === current);
		if (!one || !read.may.decide || !isToBeDecided(one) || isNotFor(one, reviewing.id)) return;
		const isPrepared = prepared.marks().get(one.key)?.verdict === choice;
		if (isPrepared) prepared.remove(one.key);
		else prepared.add(one, { verdict: choice, place: null, note: '' });
		refresh();
		focusCurrent();
		changed();
	}

	showBelow();
	refresh();
	return {
		element: h('div', {}, figures, messages, listPart, openedPart),
		below,
		refresh,
		reload,
		isOpen: () => opened !== null,
		move(step) {
			if (opened) return;
			const items = Array.from(body.querySelectorAll<HTMLElement>('.wikilearn-item'));
			const at = items.findIndex((item) => item === document.activeElement);
			const target = at < 0 ? items.find((item) => item.tabIndex === 0) : items[at + step];
			if (!target) return;
			for (const item of items) item.tabIndex = item === target ? 0 : -1;
			target.focus();
		},
		choose(choice) {
			if (opened) opened.choose(choice);
			else prepare(choice);
		},
		next,
		back,
	};
}
