import type { Locator } from 'playwright-core';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { FormPage } from '../../browser/formPage.ts';
import { sampleAnswers } from '../../browser/sampleAnswers.ts';

/** A user's goal, and the wiki's expected content afterwards. */
export interface FormScene {
	/** The account's initial page; null: none. */
	readonly before: string | null;
	readonly act: (form: FormPage, course: Course) => Promise<void>;
	/** Expected in the page's final text. */
	readonly after: RegExp;
	/** The expected number of revisions. */
	readonly revisions: number;
	readonly mails: number;
}

const WRITTEN = 'I look after newcomers';
const CHANGED = `Changed my mind ${'and so on, '.repeat(20)}`;
const ANSWERED = writeApplication({
	course: 'iah',
	answers: { motivation: `${WRITTEN} ${'and more, '.repeat(20)}`, languages: 'French' },
	email: 'sent',
	nonce: 'thefirst',
});

export const formScenes: Readonly<Record<string, FormScene>> = {
	apply: {
		before: null,
		act: async (form, course) => {
			await openUntil(form, form.control('motivation'));
			await form.answerAll(sampleAnswers(course));
			await send(form, WRITTEN);
		},
		after: /I look after newcomers/,
		revisions: 1,
		mails: 1,
	},
	change: {
		before: ANSWERED,
		act: async (form, course) => {
			const change = form.own.getByRole('button', { name: 'Change your answers' });
			await openUntil(form, change);
			await change.click();
			await form.answerAll(sampleAnswers(course));
			await form.control('motivation').fill(CHANGED);
			await send(form, 'Changed my mind');
		},
		after: /Changed my mind/,
		revisions: 2,
		mails: 1,
	},
	withdraw: {
		before: ANSWERED,
		act: async (form) => {
			const withdraw = form.own.getByRole('button', { name: 'Withdraw your application' });
			// Success is shown even if the current page cannot be read.
			const withdrawn = form.own
				.getByText('State: withdrawn')
				.or(form.mount.locator('.wikilearn-notice-success'));
			await openUntil(form, withdraw);
			await withdraw.click();
			await pressUntil(form, form.own.getByRole('button', { name: 'Yes, withdraw it' }), withdrawn);
		},
		after: /Application for the course .* withdrawn/,
		revisions: 2,
		mails: 0,
	},
};

const PATIENCE = 15_000;
const TRIES = 4;

/** Opens the page, and reloads it until the target appears; until then it must show a form or link. */
async function openUntil(form: FormPage, target: Locator): Promise<void> {
	for (let triesLeft = TRIES; triesLeft > 0; triesLeft--) {
		await form.load();
		if (await waitUntilVisible(target)) return;
		const links = await form.mount.getByRole('link').count();
		if (links === 0) throw new Error('the page shows neither the form nor a link');
	}
	throw new Error('the target never appeared');
}

/** Checks and sends; after any error, the text must still be there. */
async function send(form: FormPage, written: string): Promise<void> {
	const check = form.mount.locator('button[type=submit]');
	await pressUntil(form, check, form.preview, async () =>
		(await form.control('motivation').inputValue()).includes(written),
	);
	const confirm = form.preview.locator('button.wikilearn-primary');
	await pressUntil(form, confirm, form.receipt, async () =>
		(await form.preview.innerText()).includes(written),
	);
}

async function pressUntil(
	form: FormPage,
	button: Locator,
	done: Locator,
	isKept: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
	for (let triesLeft = TRIES; triesLeft > 0; triesLeft--) {
		await button.click();
		if (await outcome(form, button, done)) return;
		if ((await form.error.innerText()).trim() === '') throw new Error('the error message is empty');
		if (!(await isKept())) throw new Error('the text is lost');
	}
	throw new Error(`not saved after ${TRIES} attempts`);
}

/** Whether the action succeeded, once its button is enabled again or gone; until then, an earlier message is shown. */
async function outcome(form: FormPage, button: Locator, done: Locator): Promise<boolean> {
	const until = Date.now() + 2 * PATIENCE;
	for (;;) {
		if (await done.first().isVisible()) return true;
		// Evaluate immediately: waiting for a button that has just disappeared would never end.
		const isEnabled = await button.evaluateAll((found) =>
			found.some((button) => button.getAttribute('aria-disabled') !== 'true'),
		);
		if (isEnabled && (await form.error.isVisible())) return false;
		if (Date.now() > until) throw new Error('neither success nor an error');
		await form.page.waitForTimeout(50);
	}
}

async function waitUntilVisible(locator: Locator): Promise<boolean> {
	return locator.waitFor({ timeout: PATIENCE }).then(
		() => true,
		() => false,
	);
}
