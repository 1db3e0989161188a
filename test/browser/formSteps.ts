import type { Course } from '../../shared/programme/schema.ts';
import type { FormPage } from './formPage.ts';
import { sampleAnswers } from './sampleAnswers.ts';

/** Answers all questions, so that nothing is missing. */
export async function fillForm(form: FormPage, course: Course): Promise<void> {
	for (const [question, answer] of sampleAnswers(course)) await form.answer(question, answer);
}

/** From the questions to the page as it will be. */
export async function goToReview({ mount }: FormPage): Promise<void> {
	await mount.locator('button[type=submit]').click();
	await mount.locator('.wikilearn-review').waitFor();
}

/** From there to what the wiki says. */
export async function sendApplication({ mount }: FormPage): Promise<void> {
	await mount.locator('.wikilearn-review .wikilearn-primary').click();
}
