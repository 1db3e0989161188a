import type { OutcomeOrRecusal } from '../../shared/actions/mark.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { fill, h, labeledInput } from '../ui/h.ts';
import { notice, showNotice } from '../ui/notice.ts';
import { msg } from '../ui/msg.ts';
import { catchWikiError } from '../wiki/mwWiki.ts';
import { createDraftDecisionStore, type DraftDecisionStore } from './decisions/draftDecisions.ts';
import { readCourse } from './course/readCourse.ts';
import type { CourseSnapshot, ReviewContext } from './course/reviewContext.ts';
import { type ReviewItem, isConflicted, isDecided, isToBeDecided } from './course/reviewItem.ts';

import { describeNextOnWaitlist, formatSeats } from './decisions/seats.ts';
import { filterBar, matchesFilter, UNDECIDED, type Filter } from './filterBar.ts';
import { applicationView, type ApplicationView } from './application/applicationView.ts';
import { draftsView, type DraftsView } from './decisions/draftsView.ts';
import { sortByReviews, applicationList } from './applicationList.ts';
import { releaseView } from './releaseView.ts';
import { messagingView } from './messagingView.ts';

const INITIAL_FILTER: Filter = new Map([['state', UNDECIDED]]);

/** A course's applications: the list with its filters, or one application. */
export class ReviewPage {
	readonly element = h('div');
	/** The pending announcements and the team's actions. */
	readonly courseActions = h('div');
	/** The draft decisions of all courses. */
	readonly draftsView: DraftsView;

	private readonly draftStore: DraftDecisionStore;
	/** The selected course: it can change while another one loads. */
	private courseId = '';
	/** Null while a course is loading or after that failed. */
	private snapshot: CourseSnapshot | null = null;
	private filter = INITIAL_FILTER;
	private showsRecused = false;
	/** The key of the open application, or of the one opened last. */
	private currentKey = '';
	private openView: ApplicationView | null = null;
	private readonly summary = h('p', { class: 'wikilearn-figures' });
	private readonly messages = h('div');
	private readonly filters = h('div');
	private readonly list = h('div');
	private readonly listSection = h('div', {}, this.filters, this.list);
	private readonly openSection = h('div');

	constructor(private readonly context: ReviewContext) {
		this.draftStore = createDraftDecisionStore(context);
		this.draftsView = draftsView(context, this.draftStore, (where) => {
			if (where === 'drafts') this.refresh();
			else void this.reload();
		});
	}

	/** Loads a course and replaces the current one. */
	async load(course: Course): Promise<void> {
		this.courseId = course.id;
		this.snapshot = null;
		this.openView = null;
		fill(this.courseActions);
		fill(this.element, notice('notice', msg('wikilearn-review-loading')));
		const snapshot = await catchWikiError(readCourse(this.context, course.id));
		if (this.courseId !== course.id) return;
		if (snapshot instanceof WikiError) {
			fill(this.element, notice('error', msg('wikilearn-review-failed', snapshot.message)));
			return;
		}
		this.filter = INITIAL_FILTER;
		this.showsRecused = false;
		this.currentKey = '';
		fill(this.messages);
		fill(this.element, this.summary, this.messages, this.listSection, this.openSection);
		this.show(snapshot);
	}

	/** Reloads everything from the wiki. @throws WikiError */
	async reload(): Promise<void> {
		if (!this.snapshot) return;
		const snapshot = await readCourse(this.context, this.courseId);
		if (this.courseId === snapshot.course.id) this.show(snapshot);
	}

	/** Moves the focus to another application in the list. */
	move(step: 1 | -1): void {
		if (this.openView) return;
		const items = Array.from(this.list.querySelectorAll<HTMLElement>('.wikilearn-item'));
		const at = items.findIndex((item) => item === document.activeElement);
		const target = at < 0 ? items.find((item) => item.tabIndex === 0) : items[at + step];
		if (!target) return;
		for (const item of items) item.tabIndex = item === target ? 0 : -1;
		target.focus();
	}

	/** Selects an outcome for the open application; in the list, toggles a draft. */
	choose(choice: OutcomeOrRecusal): void {
		if (this.openView) this.openView.choose(choice);
		else this.toggleDraft(choice);
	}

	/** Opens the next application without a decision or draft. Wraps around at the end. */
	readonly next = (): void => {
		if (!this.snapshot) return;
		const inputs = this.draftStore.inputsByKey();
		const items = this.filteredItems();
		const at = items.findIndex(({ key }) => key === this.currentKey);
		const isOpen = (item: ReviewItem): boolean =>
			this.canDecide(item) && !isDecided(item) && !inputs.has(item.key) && item.key !== this.openView?.key;
		const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(isOpen);
		if (found) this.open(found);
		else {
			this.back();
			fill(this.messages, notice('notice', msg('wikilearn-review-nothing-next')));
		}
	};

	/** Returns to the list. */
	readonly back = (): void => {
		if (!this.openView) return;
		this.openView = null;
		fill(this.openSection);
		fill(this.messages);
		this.refreshAll();
		this.focusCurrent();
	};

	private show(snapshot: CourseSnapshot): void {
		this.snapshot = snapshot;
		const currentItem = snapshot.items.find(({ key }) => key === this.openView?.key);
		if (currentItem) this.openView?.update(currentItem, snapshot);
		const reload = (): void => void this.reload();
		fill(
			this.courseActions,
			releaseView(this.context, snapshot, reload),
			messagingView(this.context, snapshot),
		);
		this.refresh();
	}

	private reviewableItems(): readonly ReviewItem[] {
		const items = this.snapshot?.items ?? [];
		return items.filter((item) => this.showsRecused || !isConflicted(item, this.context.userId));
	}

	private filteredItems(): readonly ReviewItem[] {
		return sortByReviews(this.reviewableItems().filter((item) => matchesFilter(item, this.filter)));
	}

	private canDecide(item: ReviewItem): boolean {
		return isToBeDecided(item) && !isConflicted(item, this.context.userId);
	}

	/** Updates the list and the counts. */
	private refresh(): void {
		const { snapshot, filter } = this;
		if (!snapshot) return;
		const inputs = this.draftStore.inputsByKey();
		const live = snapshot.items.filter(isToBeDecided);
		const progress = msg('wikilearn-review-done', live.filter(isDecided).length, live.length);
		const next = describeNextOnWaitlist(snapshot);
		const seats = ` · ${formatSeats(snapshot, inputs)}`;
		fill(this.summary, h('b', {}, progress), seats, next === '' ? '' : h('div', {}, next));
		this.listSection.hidden =
			this.courseActions.hidden =
			this.draftsView.element.hidden =
				this.openView !== null;
		this.openSection.hidden = this.openView === null;
		const reviewable = this.reviewableItems();
		const bar = filterBar(snapshot.course, reviewable, filter, inputs, (id, value) => {
			this.filter = new Map([...Array.from(this.filter), [id, value]]);
			this.refreshAndFocus(`wikilearn-filter-${id}`);
		});
		fill(this.filters, bar, this.recusedSwitch());
		const items = this.filteredItems();
		const open = (item: ReviewItem): void => {
			this.open(item);
		};
		fill(
			this.list,
			h('p', { role: 'status' }, msg('wikilearn-review-listed', items.length, reviewable.length)),
			applicationList(items, this.currentKey, inputs, open, ({ key }) => (this.currentKey = key)),
		);
	}

	/** Also updates the list of drafts. */
	private refreshAll(): void {
		this.refresh();
		this.draftsView.refresh();
	}

	/** Re-renders a changed control and restores the focus. */
	private refreshAndFocus(id: string): void {
		this.refresh();
		document.getElementById(id)?.focus();
	}

	private recusedSwitch(): HTMLElement {
		const id = 'wikilearn-with-recused';
		const input = h('input', { type: 'checkbox', id, checked: this.showsRecused });
		input.addEventListener('change', () => {
			this.showsRecused = input.checked;
			this.refreshAndFocus(id);
		});
		return labeledInput(input, msg('wikilearn-review-filter-recused'));
	}

	private open(item: ReviewItem): void {
		if (!this.snapshot) return;
		this.currentKey = item.key;
		this.openView = applicationView(this.context, item, this.snapshot, this.draftStore, {
			onBack: this.back,
			onNext: this.next,
			onDone: (result) => {
				this.draftsView.refresh();
				if (result === 'published') void this.showSaved(item.key);
				else showNotice(this.messages, 'success', msg('wikilearn-review-prepared-one'));
			},
			reload: async () => {
				await this.reload();
				if (!this.snapshot?.items.some(({ key }) => key === item.key))
					showNotice(this.messages, 'warning', msg('wikilearn-review-gone'));
			},
		});
		fill(this.messages);
		fill(this.openSection, this.openView.element);
		this.refreshAll();
		this.openView.heading.focus();
	}

	/** Reloads after saving: a reviewer who recused themselves cannot decide any more. */
	private async showSaved(key: string): Promise<void> {
		await this.reload();
		const currentItem = this.snapshot?.items.find((item) => item.key === key);
		if (currentItem && this.openView?.key === key) this.open(currentItem);
		showNotice(this.messages, 'success', msg('wikilearn-review-saved'));
	}

	private toggleDraft(choice: OutcomeOrRecusal): void {
		const item = this.filteredItems().find(({ key }) => key === this.currentKey);
		if (!item || !this.snapshot?.permissions.canDecide || !this.canDecide(item)) return;
		const isSameDraft = this.draftStore.inputsByKey().get(item.key)?.verdict === choice;
		if (isSameDraft) this.draftStore.remove(item.key);
		else this.draftStore.add(item, { verdict: choice, place: null, note: '' });
		this.refreshAll();
		this.focusCurrent();
	}

	private focusCurrent(): void {
		this.list.querySelector<HTMLElement>('.wikilearn-item[tabindex="0"]')?.focus();
	}
}
