import type { Verdict } from '../../shared/actions/mark.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { plainButton } from '../ui/buttons.ts';
import { fill, h } from '../ui/h.ts';
import { say, text } from '../ui/msg.ts';
import { speakReadersLanguage } from '../ui/setReaderLanguage.ts';
import { selectOf } from '../ui/fields.ts';
import { listenForKeys, type Shortcut } from './keys.ts';
import { Queue } from './queue/queue.ts';
import type { Reviewing } from './reviewing.ts';
import { choices } from './wanted.ts';

/** The queue in its mount, with the choice of a course and the keys. */
export async function showQueue(mount: HTMLElement, reviewing: Reviewing): Promise<void> {
	const { courses } = reviewing.programme;
	const wanted = /^#next-(.+)$/.exec(location.hash)?.[1];
	const start = courses.find(({ id }) => id === wanted) ?? courses[0];
	if (!start) return;
	const queue = new Queue(reviewing);
	const again = plainButton('wikilearn-review-again', () => void queue.reload());
	const heading = h('h2', { id: 'wikilearn-review-heading' }, say('wikilearn-review-queue'));
	const frame = h(
		'section',
		{ class: 'wikilearn-application wikilearn-reviewing', 'aria-labelledby': heading.id },
		heading,
		h('div', { class: 'wikilearn-queue-head' }, courseField(courses, start, queue), again),
		listenForKeys(keysOf(queue)),
		queue.element,
		queue.waiting.element,
		queue.below,
	);
	speakReadersLanguage(frame);
	fill(mount, frame);
	await queue.load(start);
	if (wanted !== undefined) queue.next();
}

function courseField(courses: readonly Course[], start: Course, queue: Queue): HTMLElement {
	const options = courses.map(({ id, title }) => [id, text(title)] as const);
	const select = selectOf('wikilearn-review-course', options, start.id, (wanted) => {
		const course = courses.find(({ id }) => id === wanted);
		if (course) void queue.load(course);
	});
	return h('div', {}, h('label', { for: select.id }, say('wikilearn-review-course')), select);
}

function keysOf(queue: Queue): readonly Shortcut[] {
	const move = (step: 1 | -1) => (): void => {
		queue.move(step);
	};
	const choose = (choice: Verdict) => (): void => {
		queue.choose(choice);
	};
	return [
		{ key: 'j', words: 'wikilearn-review-key-down', act: move(1) },
		{ key: 'k', words: 'wikilearn-review-key-up', act: move(-1) },
		// A button's own key: only shown here.
		{ key: 'Enter', words: 'wikilearn-review-key-open', act: () => undefined },
		{ key: 'n', words: 'wikilearn-review-next', act: queue.next },
		{ key: 'u', words: 'wikilearn-review-back', act: queue.back },
		...choices.map(({ choice, key }): Shortcut => {
			return { key, words: `wikilearn-review-choice-${choice}`, act: choose(choice) };
		}),
	];
}
