import type { Verdict } from '../../../shared/actions/mark.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { fill, h, option } from '../../ui/h.ts';
import { notice, showNotice } from '../../ui/notice.ts';
import { say } from '../../ui/msg.ts';
import { orWikiError } from '../../wiki/mwWiki.ts';
import { preparedOf, type PreparedStore } from '../prepared.ts';
import { readCourse } from '../readCourse.ts';
import type { CourseRead, Reviewable, Reviewing } from '../reviewing.ts';

import { sayNextWaiting, saySeats } from '../seats.ts';
import { filterBar, passes, UNDECIDED, type Filter } from './filterBar.ts';
import { openedView, type Opened } from './openedView.ts';
import { preparedView, type PreparedView } from './preparedView.ts';
import { isDecided, isNotFor, isToBeDecided, orderQueue, queueList } from './queueList.ts';
import { releaseView } from './releaseView.ts';
import { teamView } from './teamView.ts';

const START: Filter = new Map([['state', UNDECIDED]]);

/** A course's applications: the list with its filters, or one of them in its place. */
export class Queue {
	readonly element = h('div');
	/** What applicants are still to be told, and what the team can do for them. */
	readonly below = h('div');
	/** The decisions that are prepared, of all courses. */
	readonly waiting: PreparedView;

	private readonly prepared: PreparedStore;
	/** The course that is wanted: another may be chosen while one is read. */
	private courseId = '';
	/** Null while a course is read, and where that failed. */
	private read: CourseRead | null = null;
	private filter = START;
	private withRecused = false;
	/** The key of the application that is open, or was last. */
	private current = '';
	private opened: Opened | null = null;
	private readonly figures = h('p', { class: 'wikilearn-figures' });
	private readonly messages = h('div');
	private readonly filters = h('div');
	private readonly list = h('div');
	private readonly listPart = h('div', {}, this.filters, this.list);
	private readonly openedPart = h('div');

	constructor(private readonly reviewing: Reviewing) {
		this.prepared = preparedOf(reviewing);
		this.waiting = preparedView(reviewing, this.prepared, (what) => {
			if (what === 'here') this.refresh();
			else void this.reload();
		});
	}

	/** Reads a course, in place of the one before. */
	async load(course: Course): Promise<void> {
		this.courseId = course.id;
		this.read = null;
		this.opened = null;
		fill(this.below);
		fill(this.element, notice('notice', say('wikilearn-review-loading')));
		const read = await orWikiError(readCourse(this.reviewing, course.id));
		if (this.courseId !== course.id) return;
		if (read instanceof WikiError) {
			fill(this.element, notice('error', say('wikilearn-review-failed', read.message)));
			return;
		}
		this.filter = START;
		this.withRecused = false;
		this.current = '';
		fill(this.messages);
		fill(this.element, this.figures, this.messages, this.listPart, this.openedPart);
		this.show(read);
	}

	/** Reads all from the wiki again. @throws WikiError */
	async reload(): Promise<void> {
		if (!this.read) return;
		const now = await readCourse(this.reviewing, this.courseId);
		if (this.courseId === now.course.id) this.show(now);
	}

	/** Goes to another application in the list. */
	move(step: 1 | -1): void {
		if (this.opened) return;
		const items = Array.from(this.list.querySelectorAll<HTMLElement>('.wikilearn-item'));
		const at = items.findIndex((item) => item === document.activeElement);
		const target = at < 0 ? items.find((item) => item.tabIndex === 0) : items[at + step];
		if (!target) return;
		for (const item of items) item.tabIndex = item === target ? 0 : -1;
		target.focus();
	}

	/** Picks a decision of the one that is open; in the list, prepares it or takes that back. */
	choose(choice: Verdict): void {
		if (this.opened) this.opened.choose(choice);
		else this.prepare(choice);
	}

	/** Opens the first one after the present one that is neither decided nor prepared; from the end back to the beginning. */
	readonly next = (): void => {
		if (!this.read) return;
		const marks = this.prepared.marks();
		const all = this.listed();
		const at = all.findIndex(({ key }) => key === this.current);
		const isOpen = (one: Reviewable): boolean =>
			this.mayDecide(one) && !isDecided(one) && !marks.has(one.key) && one.key !== this.opened?.key;
		const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpen);
		if (found) this.open(found);
		else {
			this.back();
			fill(this.messages, notice('notice', say('wikilearn-review-nothing-next')));
		}
	};

	/** From the one that is open to the list. */
	readonly back = (): void => {
		if (!this.opened) return;
		this.opened = null;
		fill(this.openedPart);
		fill(this.messages);
		this.refreshAll();
		this.focusCurrent();
	};

	private show(read: CourseRead): void {
		this.read = read;
		const now = read.all.find(({ key }) => key === this.opened?.key);
		if (now) this.opened?.update(now, read);
		const again = (): void => void this.reload();
		fill(this.below, releaseView(this.reviewing, read, again), teamView(this.reviewing, read));
		this.refresh();
	}

	private mine(): readonly Reviewable[] {
		const all = this.read?.all ?? [];
		return all.filter((one) => this.withRecused || !isNotFor(one, this.reviewing.id));
	}

	private listed(): readonly Reviewable[] {
		return orderQueue(this.mine().filter((one) => passes(one, this.filter)));
	}

	private mayDecide(one: Reviewable): boolean {
		return isToBeDecided(one) && !isNotFor(one, this.reviewing.id);
	}

	/** Shows anew what is prepared and what is left. */
	private refresh(): void {
		const { read, filter } = this;
		if (!read) return;
		const marks = this.prepared.marks();
		const live = read.all.filter(isToBeDecided);
		const done = say('wikilearn-review-done', live.filter(isDecided).length, live.length);
		const next = sayNextWaiting(read);
		const seats = ` · ${saySeats(read, marks)}`;
		fill(this.figures, h('b', {}, done), seats, next === '' ? '' : h('div', {}, next));
		this.listPart.hidden = this.below.hidden = this.waiting.element.hidden = this.opened !== null;
		this.openedPart.hidden = this.opened === null;
		const mine = this.mine();
		const bar = filterBar(read.course, mine, filter, marks, (id, value) => {
			this.filter = new Map([...Array.from(this.filter), [id, value]]);
			this.refreshAround(`wikilearn-filter-${id}`);
		});
		fill(this.filters, bar, this.recusedSwitch());
		const shown = this.listed();
		const open = (one: Reviewable): void => {
			this.open(one);
		};
		fill(
			this.list,
			h('p', { role: 'status' }, say('wikilearn-review-listed', shown.length, mine.length)),
			queueList(shown, this.current, marks, open, ({ key }) => (this.current = key)),
		);
	}

	/** Also the list of what is prepared. */
	private refreshAll(): void {
		this.refresh();
		this.waiting.refresh();
	}

	/** A control that was changed is made anew, and keeps the focus. */
	private refreshAround(id: string): void {
		this.refresh();
		document.getElementById(id)?.focus();
	}

	private recusedSwitch(): HTMLElement {
		const id = 'wikilearn-with-recused';
		const input = h('input', { type: 'checkbox', id, checked: this.withRecused });
		input.addEventListener('change', () => {
			this.withRecused = input.checked;
			this.refreshAround(id);
		});
		return option(input, say('wikilearn-review-filter-recused'));
	}

	private open(one: Reviewable): void {
		if (!this.read) return;
		this.current = one.key;
		this.opened = openedView(this.reviewing, one, this.read, this.prepared, {
			back: this.back,
			next: this.next,
			done: (how) => {
				this.waiting.refresh();
				if (how === 'saved') void this.showSaved(one.key);
				else showNotice(this.messages, 'success', say('wikilearn-review-prepared-one'));
			},
			again: async () => {
				await this.reload();
				if (!this.read?.all.some(({ key }) => key === one.key))
					showNotice(this.messages, 'warning', say('wikilearn-review-gone'));
			},
		});
		fill(this.messages);
		fill(this.openedPart, this.opened.element);
		this.refreshAll();
		this.opened.heading.focus();
	}

	/** What was saved is read anew: a reviewer who stepped aside has nothing more to decide here. */
	private async showSaved(key: string): Promise<void> {
		await this.reload();
		const now = this.read?.all.find((one) => one.key === key);
		if (now && this.opened?.key === key) this.open(now);
		showNotice(this.messages, 'success', say('wikilearn-review-saved'));
	}

	private prepare(choice: Verdict): void {
		const one = this.listed().find(({ key }) => key === this.current);
		if (!one || !this.read?.may.decide || !this.mayDecide(one)) return;
		const isPrepared = this.prepared.marks().get(one.key)?.verdict === choice;
		if (isPrepared) this.prepared.remove(one.key);
		else this.prepared.add(one, { verdict: choice, place: null, note: '' });
		this.refreshAll();
		this.focusCurrent();
	}

	private focusCurrent(): void {
		this.list.querySelector<HTMLElement>('.wikilearn-item[tabindex="0"]')?.focus();
	}
}
