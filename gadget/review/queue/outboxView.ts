import type { Course } from '../../../shared/programme/schema.ts';
import { WikiError } from '../../../shared/wiki.ts';
import { busyButton } from '../../form/busyButton.ts';
import { fill, h } from '../../form/h.ts';
import { showNotice } from '../../form/notice.ts';
import { say, text } from '../../form/say.ts';
import { sayTime } from '../../form/sayTime.ts';
import type { CourseRead } from '../readReviewables.ts';
import type { Reviewing } from '../reviewing.ts';
import { outboxOf, type OutboxShort } from './outboxOf.ts';
import { isReleaseThere, saveRelease } from './saveRelease.ts';

/** How many are still to be told of their decision, what stands in the way, and the button that releases the notices. */
export function outboxView(reviewing: Reviewing, course: Course, read: CourseRead): HTMLElement {
	const outbox = outboxOf(course, read);
	const heading = h('h3', {}, say('wikilearn-review-outbox'));
	if (outbox.all === 0) return h('section', {}, heading, h('p', {}, say('wikilearn-review-outbox-none')));
	const { accepted, waitlisted, declined } = outbox.waiting;
	const obstacles = sayObstacles(outbox, course);
	return h(
		'section',
		{ class: 'wikilearn-outbox' },
		heading,
		h('p', {}, say('wikilearn-review-outbox-line', accepted, waitlisted, declined)),
		...(obstacles.length
			? [
					h('p', {}, say('wikilearn-review-obstacles')),
					h('ul', {}, ...obstacles.map((words) => h('li', {}, words))),
				]
			: []),
		reviewing.programme.release === 'automatic'
			? h('p', {}, say('wikilearn-review-outbox-automatic', sayTime(course.notify)))
			: releasing(reviewing, course, outbox.all),
	);
}

function sayObstacles(
	{ early, undecided, tooMany, changed }: OutboxShort,
	course: Course,
): readonly string[] {
	return [
		early ? say('wikilearn-review-obstacle-early', sayTime(course.notify)) : '',
		undecided ? say('wikilearn-review-obstacle-undecided', undecided) : '',
		tooMany ? say('wikilearn-review-obstacle-over', tooMany) : '',
		changed.length ? say('wikilearn-review-obstacle-changed', changed.join(', ')) : '',
	].filter((words) => words !== '');
}

/** A button that asks back with how many there are. */
function releasing(reviewing: Reviewing, course: Course, count: number): HTMLElement {
	const asked = h('p');
	const place = h('div');
	const messages = h('div');
	const plain = (words: string, onclick: () => void): HTMLElement =>
		h('button', { type: 'button', class: 'wikilearn-button', onclick }, words);
	const begin = plain(say('wikilearn-review-release'), () => {
		fill(place, question);
		yes.button.focus();
	});
	const yes = busyButton('button', { idle: 'wikilearn-review-release-yes', busy: 'wikilearn-review-saving' });
	const no = plain(say('wikilearn-review-cancel'), () => {
		fill(place, begin);
		begin.focus();
	});
	const question = h(
		'div',
		{},
		h('p', {}, say('wikilearn-review-release-sure', count, text(course.title))),
		yes.button,
		' ',
		no,
	);
	yes.button.addEventListener(
		'click',
		yes.once(async () => {
			const why = await saveRelease(reviewing, course).catch(sayLost);
			if (why === null) fill(place);
			showNotice(messages, why === null ? 'success' : 'error', why ?? say('wikilearn-review-released'));
		}),
	);
	fill(place, begin);
	void isReleaseThere(reviewing, course).then(
		(is) => {
			if (is) fill(asked, say('wikilearn-review-outbox-asked'));
		},
		() => undefined,
	);
	return h('div', {}, asked, messages, place);
}

function sayLost(error: unknown): string {
	if (error instanceof WikiError) return say('wikilearn-review-lost');
	throw error;
}
