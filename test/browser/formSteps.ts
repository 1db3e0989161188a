import type { Course } from '../../shared/programme/schema.ts';
import type { FormPage } from './formPage.ts';
import { sampleAnswers } from './sampleAnswers.ts';

/** Answers all questions. */
export async function fillForm(form: FormPage, course: Course): Promise<void> {
	for (const [question, answer] of sampleAnswers(course)) await form.answer(question, answer);
}

/** From the questions to the preview. */
export async function goToReview({ mount }: FormPage): Promise<void> {
	await mount.locator('button[type=submit]').click();
	await mount.locator('.wikilearn-answers-preview').waitFor();
}

/** From the preview to the wiki's response. */
export async function sendApplication({ mount }: FormPage): Promise<void> {
	await mount.locator('.wikilearn-answers-preview .wikilearn-primary').click();
}
