import type { Locator, Page } from 'playwright-core';
import type { Course, Question } from '../../shared/programme/schema.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** Page object of the form on a course page. */
export class FormPage {
	readonly mount: Locator;

	constructor(
		readonly page: Page,
		private readonly wiki: Wiki,
		private readonly course: Course,
	) {
		this.mount = page.locator(`.wikilearn-application[data-course="${course.id}"]`);
	}

	async open(parameters = ''): Promise<void> {
		await this.load(parameters);
		await this.card.waitFor();
	}

	/** Opens the page, even if the form fails. */
	async load(parameters = ''): Promise<void> {
		await this.page.goto(this.wiki.pageUrl(this.course.page) + parameters);
	}

	get card(): Locator {
		return this.mount.locator('.wikilearn-card').first();
	}

	get receipt(): Locator {
		return this.mount.locator('.wikilearn-receipt');
	}

	get problems(): Locator {
		return this.mount.locator('.wikilearn-summary');
	}

	get error(): Locator {
		return this.mount.locator('.wikilearn-notice-error');
	}

	/** The first control of a question. */
	control(question: string): Locator {
		return this.page.locator(`[id="wikilearn-${this.course.id}-${question}"]`);
	}

	/** Answers a question with text, option ids (one per line), or `yes` for a commitment. */
	async answer(question: Question, answer: string): Promise<void> {
		switch (question.type) {
			case 'one-of':
			case 'some-of':
				for (const option of answer.split('\n')) {
					await this.mount
						.locator(`input[name="wikilearn-${this.course.id}-${question.id}"][value="${option}"]`)
						.check();
				}
				break;
			case 'commitment':
				await this.control(question.id).setChecked(answer === 'yes');
				break;
			case 'availability':
				for (const cell of answer.split('\n')) {
					await this.page.locator(`[id="wikilearn-${this.course.id}-${question.id}-${cell}"]`).click();
				}
				break;
			case 'language':
			case 'long-text':
			case 'number':
			case 'private-email':
			case 'short-text':
			case 'time-zone':
			case 'wiki':
				await this.control(question.id).fill(answer);
		}
	}

	/** The preview of the page. */
	get preview(): Locator {
		return this.mount.locator('.wikilearn-answers-preview');
	}

	/** Checks the answers: shows the preview, or the problems. */
	async check(): Promise<void> {
		await this.mount.locator('button[type=submit]').click();
		const next = this.preview.or(this.problems).or(this.error);
		await next.filter({ visible: true }).first().waitFor();
	}

	async back(): Promise<void> {
		await this.preview.locator('button:not(.wikilearn-primary)').click();
	}

	/** The view for users who have applied. */
	get own(): Locator {
		return this.mount.locator('.wikilearn-my-application');
	}

	/** Sends the previewed page. */
	async confirm(): Promise<void> {
		await this.preview.locator('button.wikilearn-primary').click();
	}

	/** Checks and sends, unless there are problems. */
	async send(): Promise<void> {
		if (!(await this.preview.isVisible())) await this.check();
		if (await this.preview.isVisible()) await this.confirm();
	}

	/** Answers every question of the course. */
	async answerAll(answers: ReadonlyMap<Question, string>): Promise<void> {
		for (const [question, answer] of answers) await this.answer(question, answer);
	}
}
