import type { Course } from '../../shared/programme/schema.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { plainButton } from '../ui/buttons.ts';
import { fill, h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import type { QuestionForm } from '../questions/questionForm.ts';
import { applicationTitle } from '../course/readSituation.ts';
import { msg, localizeText } from '../ui/msg.ts';
import { type Answers, type ApplicationContext, omitAnswers } from '../course/applicationContext.ts';
import { findApplication } from '../wiki/applicationPage.ts';
import { createWiki } from '../wiki/mwWiki.ts';

/** Offers to fill in the reader's answers to another course. Keeps answers already entered in the form. */
export async function offerAnswers(
	{ programme, course, account }: ApplicationContext,
	container: HTMLElement,
	form: QuestionForm,
): Promise<void> {
	const others = programme.courses.filter(({ id }) => id !== course.id);
	const titles = others.map((other) => applicationTitle(other, account));
	const pages = await readPages(createWiki(account), titles);
	const offers = others.reduce<readonly [Course, Answers][]>((found, other) => {
		const page = pages.get(applicationTitle(other, account))?.revision.text ?? '';
		const common = findCommonAnswers(
			course,
			other,
			findApplication(page, other.id)?.application.answers ?? {},
		);
		return Object.keys(common).length ? [...found, [other, common]] : found;
	}, []);
	const [first] = offers;
	if (!first) return;
	const [other, common] = first;
	const fillIn = (): void => {
		form.write({ ...common, ...readEnteredAnswers(form, course) });
		fill(container);
		form.focus();
	};
	const button = plainButton('wikilearn-form-offer-take', fillIn);
	fill(
		container,
		notice('notice', h('p', {}, msg('wikilearn-form-offer', localizeText(other.title))), button),
	);
}

/** Ignores the time zone, because the form prefills it. */
function readEnteredAnswers(form: QuestionForm, { questions }: Course): Answers {
	const prefilledIds = questions.filter(({ type }) => type === 'time-zone').map(({ id }) => id);
	return omitAnswers(form.read(), prefilledIds);
}

/** The answers to questions in both courses. An id has the same meaning in all courses. */
function findCommonAnswers(course: Course, other: Course, answers: Answers): Answers {
	const common: Record<string, string> = {};
	for (const { id, type } of course.questions) {
		const answer = answers[id];
		const isAskedInBoth = other.questions.some((question) => question.id === id && question.type === type);
		if (isAskedInBoth && answer !== undefined && answer !== '') common[id] = answer;
	}
	return common;
}
