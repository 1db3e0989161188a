import { fill, h } from '../../form/h.ts';
import { showNotice } from '../../form/notice.ts';
import { say } from '../../form/say.ts';
import { createPanel, type Panel } from '../panel.ts';
import type { PreparedStore } from '../prepared.ts';
import type { CourseRead } from '../readReviewables.ts';
import type { Reviewable } from '../reviewable.ts';
import type { Reviewing } from '../reviewing.ts';
import { answersView } from './answersView.ts';
import { nameOf } from './queueList.ts';

export interface Opened {
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	readonly panel: Panel;
}

export interface OpenedEvents {
	readonly back: () => void;
	readonly next: () => void;
	/** Its mark is on the wiki, or kept here. */
	readonly done: (how: 'saved' | 'prepared') => void;
	/** As it is on the wiki now. @throws WikiError */
	readonly again: () => Promise<Reviewable | null>;
}

/** One application in place of the list: panel, answers, and the way on. */
export function openedView(
	reviewing: Reviewing,
	one: Reviewable,
	course: CourseRead,
	prepared: PreparedStore,
	events: OpenedEvents,
): Opened {
	const heading = h('h3', { tabindex: -1 }, say('wikilearn-review-of', nameOf(one)));
	const messages = h('div');
	const answers = h('div', {}, answersView(one));
	const panel = createPanel(reviewing, one, {
		first: 'prepare',
		prepared: () => prepared.marks(),
		events: {
			saved: () => {
				prepared.remove(one.key);
				events.done('saved');
			},
			prepare: (mark, seen) => {
				prepared.add(seen, mark);
				events.done('prepared');
			},
			again: async () => {
				const now = await events.again();
				if (now) fill(answers, answersView(now));
				else showNotice(messages, 'warning', say('wikilearn-review-changed-gone'));
				return now;
			},
		},
	});
	panel.update(one, course);
	const page = h('a', { href: mw.util.getUrl(one.one.title) }, one.one.title);
	const button = (words: string, onclick: () => void): HTMLElement =>
		h('button', { type: 'button', class: 'wikilearn-button', onclick }, words);
	const element = h(
		'section',
		{ class: 'wikilearn-opened' },
		heading,
		h('p', {}, page),
		messages,
		answers,
		panel.element,
		h(
			'p',
			{ class: 'wikilearn-actions' },
			button(say('wikilearn-review-next'), events.next),
			' ',
			button(say('wikilearn-review-back'), events.back),
		),
	);
	return { element, heading, panel };
}
