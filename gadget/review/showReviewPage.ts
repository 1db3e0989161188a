import type { OutcomeOrRecusal } from '../../shared/actions/mark.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { plainButton } from '../ui/buttons.ts';
import { fill, h } from '../ui/h.ts';
import { msg, localizeText, setReaderLanguage } from '../ui/msg.ts';
import { createSelect } from '../ui/fields.ts';
import { listenForShortcuts, type Shortcut } from './shortcuts.ts';
import { ReviewPage } from './reviewPage.ts';
import type { ReviewContext } from './course/reviewContext.ts';
import { CHOICES } from './decisions/decisionInput.ts';

/** Shows the review page in its mount, with the course selection and shortcuts. */
export async function showReviewPage(mount: HTMLElement, context: ReviewContext): Promise<void> {
	const { courses } = context.programme;
	const requestedCourse = /^#next-(.+)$/.exec(location.hash)?.[1];
	const start = courses.find(({ id }) => id === requestedCourse) ?? courses[0];
	if (!start) return;
	const page = new ReviewPage(context);
	const refreshButton = plainButton('wikilearn-review-again', () => void page.reload());
	const heading = h('h2', { id: 'wikilearn-review-heading' }, msg('wikilearn-review-queue'));
	const frame = h(
		'section',
		{ class: 'wikilearn-application wikilearn-review-page', 'aria-labelledby': heading.id },
		heading,
		h('div', { class: 'wikilearn-review-toolbar' }, courseField(courses, start, page), refreshButton),
		listenForShortcuts(createShortcuts(page)),
		page.element,
		page.draftsView.element,
		page.courseActions,
	);
	setReaderLanguage(frame);
	fill(mount, frame);
	await page.load(start);
	if (requestedCourse !== undefined) page.next();
}

function courseField(courses: readonly Course[], start: Course, page: ReviewPage): HTMLElement {
	const options = courses.map(({ id, title }) => [id, localizeText(title)] as const);
	const select = createSelect('wikilearn-review-course', options, start.id, (courseId) => {
		const course = courses.find(({ id }) => id === courseId);
		if (course) void page.load(course);
	});
	return h('div', {}, h('label', { for: select.id }, msg('wikilearn-review-course')), select);
}

function createShortcuts(page: ReviewPage): readonly Shortcut[] {
	const move = (step: 1 | -1) => (): void => {
		page.move(step);
	};
	const choose = (choice: OutcomeOrRecusal) => (): void => {
		page.choose(choice);
	};
	return [
		{ key: 'j', label: 'wikilearn-review-key-down', act: move(1) },
		{ key: 'k', label: 'wikilearn-review-key-up', act: move(-1) },
		// The button handles Enter natively; this only lists it.
		{ key: 'Enter', label: 'wikilearn-review-key-open', act: () => undefined },
		{ key: 'n', label: 'wikilearn-review-next', act: page.next },
		{ key: 'u', label: 'wikilearn-review-back', act: page.back },
		...CHOICES.map(({ choice, key }): Shortcut => {
			return { key, label: `wikilearn-review-choice-${choice}`, act: choose(choice) };
		}),
	];
}
