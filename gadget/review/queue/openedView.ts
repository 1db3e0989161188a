import { fill, h } from '../../form/h.ts';
import { say } from '../../form/say.ts';
import { createPanel, type Panel } from '../panel.ts';
import type { PreparedStore } from '../prepared.ts';
import type { CourseRead } from '../readCourse.ts';
import type { Reviewable } from '../reviewable.ts';
import type { Reviewing } from '../reviewing.ts';
import { answersView } from './answersView.ts';
import { nameOf } from './queueList.ts';

export interface Opened {
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	readonly choose: Panel['choose'];
	/** Shows it as it is now. */
	readonly update: Panel['update'];
}

export interface OpenedEvents {
	readonly back: () => void;
	readonly next: () => void;
	/** It is on the wiki, or kept here. */
	readonly done: (how: 'saved' | 'prepared') => void;
	/** Reads everything again. @throws WikiError */
	readonly again: () => Promise<void>;
}

/** One application in place of the list: panel, answers, and the way on. */
export function openedView(
	reviewing: Reviewing,
	one: Reviewable,
	read: CourseRead,
	prepared: PreparedStore,
	events: OpenedEvents,
): Opened {
	const heading = h('h3', { tabindex: -1 }, say('wikilearn-review-of', nameOf(one)));
	const answers = h('div', {}, answersView(one));
	const panel = createPanel(reviewing, one, read, {
		prepared: () => prepared.marks(),
		events: {
			saved: () => {
				prepared.remove(one.key);
				events.done('saved');
			},
			prepare: (wanted, shown) => {
				prepared.add(shown, wanted);
				events.done('prepared');
			},
			again: events.again,
		},
	});
	const page = h('a', { href: mw.util.getUrl(one.one.title) }, one.one.title);
	const button = (words: string, onclick: () => void): HTMLElement =>
		h('button', { type: 'button', class: 'wikilearn-button', onclick }, words);
	const element = h(
		'section',
		{ class: 'wikilearn-opened' },
		heading,
		h('p', {}, page),
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
	return {
		element,
		heading,
		choose: panel.choose,
		update(now, nowRead) {
			fill(answers, answersView(now));
			panel.update(now, nowRead);
		},
	};
}
