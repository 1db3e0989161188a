import { WikiError } from '../../../shared/wiki.ts';
import { busyButton } from '../../form/busyButton.ts';
import { fill, h } from '../../form/h.ts';
import { showNotice } from '../../form/notice.ts';
import { say, text } from '../../form/say.ts';
import type { Prepared, PreparedStore } from '../prepared.ts';
import type { Reviewing } from '../reviewing.ts';
import { checkPrepared, type CheckResult } from './checkPrepared.ts';
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
	const part = h(
		'div',
		{},
		h('h3', {}, say('wikilearn-review-prepared')),
		h('p', {}, say('wikilearn-review-prepared-how')),
		list,
	);

	function refresh(result: CheckResult | null = null): void {
		const all = store.list();
		part.hidden = all.length === 0;
		fill(list, ...all.map((one) => item(one, result, remove)));
		fill(actions, ...(all.length ? [check.button, ' ', publish.button] : []));
	}

	function remove(one: Prepared): void {
		store.remove(one.key);
		fill(messages);
		refresh();
		changed('here');
		(list.querySelector('button') ?? part).focus();
	}

	/** The dry run. Null: not all of them can be made, or the wiki did not answer; said why. */
	async function dryRun(): Promise<CheckResult | null> {
		const result = await checkPrepared(reviewing, store.list());
		const bad = result.checked.filter(({ ok }) => !ok).length;
		refresh(result);
		if (bad === 0) return result;
		showNotice(messages, 'error', say('wikilearn-review-check-some-not', bad));
		return null;
	}

	async function publishAll(result: CheckResult): Promise<void> {
		const published = await publishPrepared(reviewing, result.checked, ({ key }) => {
			store.remove(key);
		});
		refresh();
		showNotice(messages, published.stopped ? 'error' : 'success', sayPublished(published));
		changed('on the wiki');
	}

	function confirmOver(result: CheckResult): void {
		const yes = busyButton('button', {
			idle: 'wikilearn-review-publish-anyway',
			busy: 'wikilearn-review-publishing',
		});
		yes.button.addEventListener(
			'click',
			yes.once(() => orSay(() => publishAll(result))),
		);
		const no = h(
			'button',
			{
				type: 'button',
				class: 'wikilearn-button',
				onclick: () => {
					fill(messages);
					publish.button.focus();
				},
			},
			say('wikilearn-review-cancel'),
		);
		showNotice(messages, 'warning', sayOver(result), h('div', {}, yes.button, ' ', no));
	}

	async function orSay(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
			showNotice(messages, 'error', say('wikilearn-review-failed', error.message));
		}
	}

	const check = busyButton('button', { idle: 'wikilearn-review-check', busy: 'wikilearn-review-checking' });
	check.button.classList.remove('wikilearn-primary');
	check.button.addEventListener(
		'click',
		check.once(() =>
			orSay(async () => {
				const result = await dryRun();
				if (!result) return;
				const words = say('wikilearn-review-check-all-ok');
				if (result.over.length) showNotice(messages, 'warning', `${words} ${sayOver(result)}`);
				else showNotice(messages, 'success', words);
			}),
		),
	);
	const publish = busyButton('button', {
		idle: 'wikilearn-review-publish',
		busy: 'wikilearn-review-publishing',
	});
	publish.button.addEventListener(
		'click',
		publish.once(() =>
			orSay(async () => {
				const result = await dryRun();
				if (result?.over.length) confirmOver(result);
				else if (result) await publishAll(result);
			}),
		),
	);
	refresh();
	return {
		element: h('section', { class: 'wikilearn-prepared-part' }, part, messages, actions),
		refresh: () => {
			fill(messages);
			refresh();
		},
	};
}

function item(one: Prepared, result: CheckResult | null, remove: (one: Prepared) => void): HTMLElement {
	const checked = result?.checked.find(({ prepared }) => prepared.key === one.key);
	const { note, verdict } = one.wanted;
	return h(
		'li',
		{},
		h('a', { href: mw.util.getUrl(one.title) }, h('bdi', {}, one.name)),
		': ',
		h('b', {}, say(`wikilearn-review-decided-${verdict}`)),
		note === '' ? '' : h('bdi', {}, ` (${note})`),
		checked
			? h(
					'span',
					{ class: checked.ok ? 'wikilearn-reason' : 'wikilearn-problem' },
					` – ${checked.ok ? say('wikilearn-review-check-ok') : checked.why}`,
				)
			: '',
		' ',
		h(
			'button',
			{
				type: 'button',
				class: 'wikilearn-button wikilearn-small',
				'aria-label': say('wikilearn-review-prepared-remove', one.name),
				onclick: () => {
					remove(one);
				},
			},
			'×',
		),
	);
}

function sayOver({ over }: CheckResult): string {
	return over.map(({ course, by }) => say('wikilearn-review-check-over', text(course.title), by)).join(' ');
}

function sayPublished({ done, stopped }: PublishResult): string {
	if (!stopped) return say('wikilearn-review-published', done.length);
	const names = (some: readonly Prepared[]): string => some.map(({ name }) => name).join(', ') || '–';
	return say('wikilearn-review-published-some', names(done), names(stopped.at), stopped.why);
}
