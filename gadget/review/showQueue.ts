import type { Course } from '../../shared/programme/schema.ts';
import { WikiError } from '../../shared/wiki.ts';
import { fill, h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say, text } from '../form/say.ts';
import { speakReadersLanguage } from '../form/speakReadersLanguage.ts';
import { choiceKeys } from './choiceKeys.ts';
import { listenForKeys, type Shortcut } from './keys.ts';
import { preparedOf } from './prepared.ts';
import { preparedView } from './queue/preparedView.ts';
import { courseView, type CourseView } from './queue/courseView.ts';
import { readCourse } from './readCourse.ts';
import type { Reviewing } from './reviewing.ts';

/** The queue in its mount: a course's applications to decide. */
export async function showQueue(mount: HTMLElement, reviewing: Reviewing): Promise<void> {
	const { courses } = reviewing.programme;
	const wanted = /^#next-(.+)$/.exec(location.hash)?.[1];
	const start = courses.find(({ id }) => id === wanted) ?? courses[0];
	if (!start) return;
	const prepared = preparedOf(reviewing);
	const body = h('div');
	const below = h('div');
	let view: CourseView | null = null;
	const waiting = preparedView(reviewing, prepared, (what) => {
		if (what === 'here') view?.refresh();
		else void view?.reload();
	});

	async function load(course: Course): Promise<void> {
		view = null;
		fill(below);
		fill(body, notice('notice', say('wikilearn-review-loading')));
		try {
			const read = await readCourse(reviewing, course.id);
			view = courseView(reviewing, read, prepared, () => {
				waiting.refresh();
				waiting.element.hidden = view?.isOpen() ?? false;
			});
			fill(body, view.element);
			fill(below, view.below);
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
			fill(body, notice('error', say('wikilearn-review-failed', error.message)));
		}
	}

	const heading = h('h2', { id: 'wikilearn-review-heading' }, say('wikilearn-review-queue'));
	const again = h(
		'button',
		{ type: 'button', class: 'wikilearn-button', onclick: () => void view?.reload() },
		say('wikilearn-review-again'),
	);
	const frame = h(
		'section',
		{ class: 'wikilearn-application wikilearn-reviewing', 'aria-labelledby': heading.id },
		heading,
		h('div', { class: 'wikilearn-queue-head' }, courseField(courses, start, load), again),
		listenForKeys(keys(() => view)),
		body,
		waiting.element,
		below,
	);
	speakReadersLanguage(frame);
	fill(mount, frame);
	await load(start);
	if (wanted !== undefined) openFirst(view);
}

/** The type of a variable that a function has set meanwhile is not known to the compiler. */
function openFirst(view: CourseView | null): void {
	view?.next();
}

function courseField(
	courses: readonly Course[],
	start: Course,
	load: (course: Course) => Promise<void>,
): HTMLElement {
	const select = h(
		'select',
		{ id: 'wikilearn-review-course', class: 'wikilearn-input' },
		...courses.map(({ id, title }) => h('option', { value: id, selected: id === start.id }, text(title))),
	);
	select.addEventListener('change', () => {
		const course = courses.find(({ id }) => id === select.value);
		if (course) void load(course);
	});
	return h('div', {}, h('label', { for: select.id }, say('wikilearn-review-course')), select);
}

function keys(view: () => CourseView | null): readonly Shortcut[] {
	return [
		{ key: 'j', words: 'wikilearn-review-key-down', act: () => view()?.move(1) },
		{ key: 'k', words: 'wikilearn-review-key-up', act: () => view()?.move(-1) },
		// A button's own key: only shown here.
		{ key: 'Enter', words: 'wikilearn-review-key-open', act: () => undefined },
		{ key: 'n', words: 'wikilearn-review-next', act: () => view()?.next() },
		{ key: 'u', words: 'wikilearn-review-back', act: () => view()?.back() },
		...choiceKeys((choice) => view()?.choose(choice)),
	];
}
