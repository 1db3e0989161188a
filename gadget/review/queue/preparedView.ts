import { busyButton, PLAIN, plainButton, SMALL, type Words } from '../../ui/buttons.ts';
import { fill, h } from '../../ui/h.ts';
import { showNotice } from '../../ui/notice.ts';
import { say, text } from '../../ui/msg.ts';
import { orWikiError } from '../../wiki/mwWiki.ts';
import type { Prepared, PreparedStore } from '../prepared.ts';
import type { Reviewing } from '../reviewing.ts';
import { checkPrepared, type Checked, type CheckResult } from './checkPrepared.ts';
import { publishPrepared, type PublishResult } from './publishPrepared.ts';

export interface PreparedView {
	readonly element: HTMLElement;
	/** Shows what is prepared now. */
	refresh(): void;
}

/**
 * The prepared decisions: a list, a dry run, and the button that publishes them all.
 *
 * @param changed called when some were removed, `on the wiki` when some were saved
 */
export function preparedView(
	reviewing: Reviewing,
	store: PreparedStore,
	changed: (what: 'here' | 'on the wiki') => void,
): PreparedView {
	const list = h('ol', { class: 'wikilearn-prepared' });
	const messages = h('div');
	const actions = h('div', { class: 'wikilearn-actions' });
	const heading = h('h3', {}, say('wikilearn-review-prepared'));
	const part = h('div', {}, heading, h('p', {}, say('wikilearn-review-prepared-how')), list);
	const refresh = (result: CheckResult | null = null): void => {
		const all = store.list();
		part.hidden = all.length === 0;
		fill(list, ...all.map((one) => item(one, result, remove)));
		fill(actions, ...(all.length ? [check, ' ', publish] : []));
	};
	const remove = (one: Prepared): void => {
		store.remove(one.key);
		fill(messages);
		refresh();
		changed('here');
		(list.querySelector('button') ?? part).focus();
	};
	/** The dry run. Null: not all of them can be made; said why. */
	const dryRun = async (): Promise<CheckResult | null> => {
		const result = await checkPrepared(reviewing, store.list());
		const bad = result.checked.filter(({ ok }) => !ok).length;
		refresh(result);
		if (bad === 0) return result;
		showNotice(messages, 'error', say('wikilearn-review-check-some-not', bad));
		return null;
	};
	const publishAll = async ({ checked }: CheckResult): Promise<void> => {
		const published = await publishPrepared(reviewing, checked, ({ key }) => {
			store.remove(key);
		});
		refresh();
		showNotice(messages, published.stopped ? 'error' : 'success', sayPublished(published));
		changed('on the wiki');
	};
	const check = workButton(messages, CHECK, async () => {
		const result = await dryRun();
		if (!result) return;
		const words = `${say('wikilearn-review-check-all-ok')} ${sayOver(result)}`.trim();
		showNotice(messages, result.over.length ? 'warning' : 'success', words);
	});
	const publish = workButton(messages, PUBLISH, async () => {
		const result = await dryRun();
		if (result?.over.length) askAnyway(messages, result, publish, () => publishAll(result));
		else if (result) await publishAll(result);
	});
	refresh();
	return {
		element: h('section', { class: 'wikilearn-prepared-part' }, part, messages, actions),
		refresh() {
			fill(messages);
			refresh();
		},
	};
}

const CHECK: Words = { idle: 'wikilearn-review-check', busy: 'wikilearn-review-checking', look: PLAIN };
const PUBLISH: Words = { idle: 'wikilearn-review-publish', busy: 'wikilearn-review-publishing' };
const PUBLISH_ANYWAY: Words = { ...PUBLISH, idle: 'wikilearn-review-publish-anyway' };

/** A button for work that says itself what came of it, but for a wiki that does not answer. */
function workButton(messages: HTMLElement, words: Words, work: () => Promise<void>): HTMLButtonElement {
	const { button, once } = busyButton('button', words);
	const listener = once(async () => {
		const error = await orWikiError(work());
		if (error) showNotice(messages, 'error', say('wikilearn-review-failed', error.message));
	});
	button.addEventListener('click', listener);
	return button;
}

/** Asks whether to publish more acceptances than there are seats. */
function askAnyway(
	messages: HTMLElement,
	result: CheckResult,
	publish: HTMLElement,
	publishAll: () => Promise<void>,
): void {
	const anyway = workButton(messages, PUBLISH_ANYWAY, publishAll);
	const cancel = plainButton('wikilearn-review-cancel', () => {
		fill(messages);
		publish.focus();
	});
	showNotice(messages, 'warning', sayOver(result), h('div', {}, anyway, ' ', cancel));
}

function item(one: Prepared, result: CheckResult | null, remove: (one: Prepared) => void): HTMLElement {
	const checked = result?.checked.find(({ prepared }) => prepared.key === one.key);
	const { note, verdict } = one.wanted;
	const attributes = {
		type: 'button',
		class: SMALL,
		'aria-label': say('wikilearn-review-prepared-remove', one.name),
		onclick: () => {
			remove(one);
		},
	};
	return h(
		'li',
		{},
		h('a', { href: mw.util.getUrl(one.title) }, h('bdi', {}, one.name)),
		': ',
		h('b', {}, say(`wikilearn-review-decided-${verdict}`)),
		note === '' ? '' : h('bdi', {}, ` (${note})`),
		checked ? sayChecked(checked) : '',
		' ',
		h('button', attributes, '×'),
	);
}

function sayChecked(checked: Checked): HTMLElement {
	return checked.ok
		? h('span', { class: 'wikilearn-reason' }, ` – ${say('wikilearn-review-check-ok')}`)
		: h('span', { class: 'wikilearn-problem' }, ` – ${checked.why}`);
}

function sayOver({ over }: CheckResult): string {
	return over.map(({ course, by }) => say('wikilearn-review-check-over', text(course.title), by)).join(' ');
}

function sayPublished({ done, stopped }: PublishResult): string {
	if (!stopped) return say('wikilearn-review-published', done.length);
	const names = (some: readonly Prepared[]): string => some.map(({ name }) => name).join(', ') || '–';
	return say('wikilearn-review-published-some', names(done), names(stopped.at), stopped.why);
}
