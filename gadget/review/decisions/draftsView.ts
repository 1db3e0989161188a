import { busyButton, PLAIN_BUTTON, plainButton, SMALL_BUTTON, type ButtonLabels } from '../../ui/buttons.ts';
import { fill, h } from '../../ui/h.ts';
import { showNotice } from '../../ui/notice.ts';
import { msg, localizeText } from '../../ui/msg.ts';
import { catchWikiError } from '../../wiki/mwWiki.ts';
import type { DraftDecision, DraftDecisionStore } from './draftDecisions.ts';
import type { ReviewContext } from '../course/reviewContext.ts';
import { checkDrafts, type CheckedDraft, type CheckResult } from './checkDrafts.ts';
import { publishDrafts, type PublishResult } from './publishDrafts.ts';

export interface DraftsView {
	readonly element: HTMLElement;
	/** Shows the current drafts. */
	refresh(): void;
}

/**
 * The draft decisions: a list, a dry run, and a button that publishes them all.
 *
 * @param onChanged called with `drafts` after some were removed, with `published` after some were published
 */
export function draftsView(
	context: ReviewContext,
	draftStore: DraftDecisionStore,
	onChanged: (where: 'drafts' | 'published') => void,
): DraftsView {
	const list = h('ol', { class: 'wikilearn-drafts' });
	const messages = h('div');
	const actions = h('div', { class: 'wikilearn-actions' });
	const heading = h('h3', {}, msg('wikilearn-review-prepared'));
	const section = h('div', {}, heading, h('p', {}, msg('wikilearn-review-prepared-how')), list);
	const refresh = (result: CheckResult | null = null): void => {
		const drafts = draftStore.list();
		section.hidden = drafts.length === 0;
		fill(list, ...drafts.map((draft) => draftItem(draft, result, remove)));
		fill(actions, ...(drafts.length ? [check, ' ', publish] : []));
	};
	const remove = (draft: DraftDecision): void => {
		draftStore.remove(draft.key);
		fill(messages);
		refresh();
		onChanged('drafts');
		(list.querySelector('button') ?? section).focus();
	};
	/** Checks the drafts. Null if some cannot be published; a notice says why. */
	const dryRun = async (): Promise<CheckResult | null> => {
		const result = await checkDrafts(context, draftStore.list());
		const failedCount = result.checked.filter(({ ok }) => !ok).length;
		refresh(result);
		if (failedCount === 0) return result;
		showNotice(messages, 'error', msg('wikilearn-review-check-some-not', failedCount));
		return null;
	};
	const publishAll = async ({ checked }: CheckResult): Promise<void> => {
		const published = await publishDrafts(context, checked, ({ key }) => {
			draftStore.remove(key);
		});
		refresh();
		showNotice(messages, published.stopped ? 'error' : 'success', describePublished(published));
		onChanged('published');
	};
	const check = createWorkButton(messages, CHECK_LABELS, async () => {
		const result = await dryRun();
		if (!result) return;
		const message = `${msg('wikilearn-review-check-all-ok')} ${describeOverbooking(result)}`.trim();
		showNotice(messages, result.overbooked.length ? 'warning' : 'success', message);
	});
	const publish = createWorkButton(messages, PUBLISH_LABELS, async () => {
		const result = await dryRun();
		if (result?.overbooked.length) confirmOverbooking(messages, result, publish, () => publishAll(result));
		else if (result) await publishAll(result);
	});
	refresh();
	return {
		element: h('section', { class: 'wikilearn-drafts-section' }, section, messages, actions),
		refresh() {
			fill(messages);
			refresh();
		},
	};
}

const CHECK_LABELS: ButtonLabels = {
	idle: 'wikilearn-review-check',
	busy: 'wikilearn-review-checking',
	className: PLAIN_BUTTON,
};
const PUBLISH_LABELS: ButtonLabels = {
	idle: 'wikilearn-review-publish',
	busy: 'wikilearn-review-publishing',
};
const PUBLISH_ANYWAY_LABELS: ButtonLabels = { ...PUBLISH_LABELS, idle: 'wikilearn-review-publish-anyway' };

/** A button whose work shows its own result, except for WikiErrors. */
function createWorkButton(
	messages: HTMLElement,
	labels: ButtonLabels,
	work: () => Promise<void>,
): HTMLButtonElement {
	const { button, ignoreWhileBusy } = busyButton('button', labels);
	const listener = ignoreWhileBusy(async () => {
		const error = await catchWikiError(work());
		if (error) showNotice(messages, 'error', msg('wikilearn-review-failed', error.message));
	});
	button.addEventListener('click', listener);
	return button;
}

/** Asks for confirmation before publishing more acceptances than seats. */
function confirmOverbooking(
	messages: HTMLElement,
	result: CheckResult,
	publish: HTMLElement,
	publishAll: () => Promise<void>,
): void {
	const anyway = createWorkButton(messages, PUBLISH_ANYWAY_LABELS, publishAll);
	const cancel = plainButton('wikilearn-review-cancel', () => {
		fill(messages);
		publish.focus();
	});
	showNotice(messages, 'warning', describeOverbooking(result), h('div', {}, anyway, ' ', cancel));
}

function draftItem(
	draft: DraftDecision,
	result: CheckResult | null,
	remove: (draft: DraftDecision) => void,
): HTMLElement {
	const checked = result?.checked.find(({ draft: other }) => other.key === draft.key);
	const { note, verdict } = draft.input;
	const attributes = {
		type: 'button',
		class: SMALL_BUTTON,
		'aria-label': msg('wikilearn-review-prepared-remove', draft.name),
		onclick: () => {
			remove(draft);
		},
	};
	return h(
		'li',
		{},
		h('a', { href: mw.util.getUrl(draft.title) }, h('bdi', {}, draft.name)),
		': ',
		h('b', {}, msg(`wikilearn-review-decided-${verdict}`)),
		note === '' ? '' : h('bdi', {}, ` (${note})`),
		checked ? checkResultLabel(checked) : '',
		' ',
		h('button', attributes, '×'),
	);
}

function checkResultLabel(checked: CheckedDraft): HTMLElement {
	return checked.ok
		? h('span', { class: 'wikilearn-reason' }, ` – ${msg('wikilearn-review-check-ok')}`)
		: h('span', { class: 'wikilearn-problem' }, ` – ${checked.reason}`);
}

function describeOverbooking({ overbooked }: CheckResult): string {
	return overbooked
		.map(({ course, by }) => msg('wikilearn-review-check-over', localizeText(course.title), by))
		.join(' ');
}

function describePublished({ published, stopped }: PublishResult): string {
	if (!stopped) return msg('wikilearn-review-published', published.length);
	const names = (drafts: readonly DraftDecision[]): string =>
		drafts.map(({ name }) => name).join(', ') || '–';
	return msg('wikilearn-review-published-some', names(published), names(stopped.drafts), stopped.reason);
}
