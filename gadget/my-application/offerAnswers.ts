import type { Course } from '../../shared/programme/schema.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { plainButton } from '../ui/buttons.ts';
import { fill, h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import type { QuestionForm } from '../questions/questionForm.ts';
import { applicationTitle } from '../course/readSituation.ts';
import { say, text } from '../ui/msg.ts';
import type { Answers, Applying } from '../course/applying.ts';
import { without } from '../course/without.ts';
import { findApplication } from '../wiki/textOn.ts';
import { createWiki } from '../wiki/mwWiki.ts';

/** Offers to fill in what the reader said for another course. What is written in the form already stays. */
export async function offerAnswers(
	{ programme, course, account }: Applying,
	place: HTMLElement,
	form: QuestionForm,
): Promise<void> {
	const others = programme.courses.filter(({ id }) => id !== course.id);
	const titles = others.map((other) => applicationTitle(other, account));
	const pages = await readPages(createWiki(account), titles);
	const given = others.reduce<readonly [Course, Answers][]>((all, other) => {
		const page = pages.get(applicationTitle(other, account))?.revision.text ?? '';
		const common = commonAnswers(course, other, findApplication(page, other.id)?.application.answers ?? {});
		return Object.keys(common).length ? [...all, [other, common]] : all;
	}, []);
	const [first] = given;
	if (!first) return;
	const [other, common] = first;
	const take = (): void => {
		form.write({ ...common, ...writtenBy(form, course) });
		fill(place);
		form.focus();
	};
	const button = plainButton('wikilearn-form-offer-take', take);
	fill(place, notice('notice', h('p', {}, say('wikilearn-form-offer', text(other.title))), button));
}

/** The time zone is proposed, not written. */
function writtenBy(form: QuestionForm, { questions }: Course): Answers {
	const proposed = questions.filter(({ type }) => type === 'time-zone').map(({ id }) => id);
	return without(form.read(), proposed);
}

/** Answers to questions that both courses ask. In two courses, an id means the same. */
function commonAnswers(course: Course, other: Course, answers: Answers): Answers {
	const common: Record<string, string> = {};
	for (const { id, type } of course.questions) {
		const answer = answers[id];
		const asked = other.questions.some((question) => question.id === id && question.type === type);
		if (asked && answer !== undefined && answer !== '') common[id] = answer;
	}
	return common;
}
