import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readApplications } from '../../shared/application/readApplications.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../wiki/apiSession.ts';
import { failures, FILTERED, onAction, onEdit, SYSOP, type FailureTrial } from './failures.ts';
import { FormPage } from './formPage.ts';
import { freshPage } from './freshPage.ts';
import { logIn } from './logIn.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

describe('failures: the text is kept, the message says what to do, and it can be sent again', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;
	let sysop: ApiSession;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		sysop = await login(demo.wiki.apiUrl, SYSOP, PASSWORD);
		await demo.wiki.createAccounts(
			Array.from({ length: 36 }, (_, index) => ({
				name: `Trial ${index}`,
				password: PASSWORD,
				registered: '2019-03-01T00:00:00Z',
			})),
		);
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	beforeEach(async () => {
		page = await freshPage(browser, demo.wiki);
	});
	afterEach(async () => {
		await page.close();
	});

	const course = (): Course => demo.programme.courses[0]!;
	const titleOf = (account: string): string => `${course().page}/Applications/${account}`;

	async function preview(account: string): Promise<FormPage> {
		await logIn(page, demo.wiki, account, PASSWORD);
		const form = new FormPage(page, demo.wiki, course());
		await form.open();
		const answers = new Map(sampleAnswers(course()));
		const long = course().questions.find(({ type }) => type === 'long-text')!;
		answers.set(long, `${answers.get(long) ?? ''} ${FILTERED}`);
		await form.answerAll(answers);
		await form.check();
		return form;
	}

	async function expectOneApplication(account: string): Promise<void> {
		const saved = (await readPages(demo.bot, [titleOf(account)])).get(titleOf(account));
		const { applications } = readApplications(saved?.revision.text ?? '');
		expect(applications).toHaveLength(1);
		expect(applications[0]?.application.answers.motivation).toContain('newcomers');
		expect(saved?.revision.user?.name).toBe(account);
		const mails = (await demo.wiki.mails()).filter(({ subject }) => subject.endsWith(account));
		expect(mails).toHaveLength(1);
	}

	it.each(failures.map((failure, index) => ({ ...failure, account: `Trial ${index}` })))(
		'$name',
		async ({ message, provoke, resolve, sendAgain, account }) => {
			const form = await preview(account);
			const trial: FailureTrial = {
				demo,
				page,
				course: course(),
				account,
				title: titleOf(account),
				sysop,
				browser,
			};
			try {
				await provoke(trial);
				await form.confirm();
				await form.error.waitFor();
				expect(await form.error.innerText()).toMatch(message);
				await form.back();
				expect(await form.control('motivation').inputValue()).toContain('newcomers');
				await resolve?.(trial, form);
				await form.check();
				if (sendAgain) await sendAgain(form);
				else await form.confirm();
				await form.receipt.waitFor();
			} finally {
				await demo.wiki.setSettings('');
			}
			await expectOneApplication(account);
		},
	);

	it('a response lost after the save: detects the save, without a duplicate or false error', async () => {
		const form = await preview('Trial 30');
		let edits = 0;
		await onEdit(page, async (route) => {
			edits++;
			await route.fetch();
			await route.abort('connectionreset');
		});
		await form.confirm();
		await form.receipt.waitFor();
		expect(edits).toBe(1);
		await expectOneApplication('Trial 30');
		expect(await revisionsOf('Trial 30')).toBe(1);
	});

	it('a response lost after the save, and no connection to check: sent again without a duplicate', async () => {
		const form = await preview('Trial 31');
		await onEdit(page, async (route) => {
			await route.fetch();
			await page.context().setOffline(true);
			await route.abort('connectionreset');
		});
		await form.confirm();
		await form.error.waitFor();
		expect(await form.error.innerText()).toMatch(/not be there twice/);
		await page.unroute('**/api.php');
		await page.context().setOffline(false);
		await form.confirm();
		await form.receipt.waitFor();
		await expectOneApplication('Trial 31');
		expect(await revisionsOf('Trial 31')).toBe(1);
	});

	it('a lost response to the mail: not mailed again, recorded as not sent, and reported', async () => {
		const form = await preview('Trial 32');
		await onAction(page, 'emailuser', async (route) => {
			await route.fetch();
			await route.abort('connectionreset');
		});
		await onEdit(page, (route) => route.abort('connectionreset'));
		await form.confirm();
		await form.error.waitFor();
		await page.unroute('**/api.php');
		await form.confirm();
		await form.receipt.waitFor();
		expect(await form.receipt.innerText()).toContain('did not say whether it passed on your email address');
		expect(await textOf('Trial 32')).toMatch(/\| email = not sent/);
		await expectOneApplication('Trial 32');
	});

	it('an edit conflict with the bot’s region: resolved silently', async () => {
		const { form, other } = await changing('Trial 33');
		const text = (await textOf('Trial 33')) ?? '';
		await other({ text: `${text}\nSomebody has read this.` });
		await form.confirm();
		await form.receipt.waitFor();
		expect(await textOf('Trial 33')).toContain('Changed my mind about newcomers');
		expect(await textOf('Trial 33')).toContain('Somebody has read this.');
	});

	it('an edit conflict over the answers: asks, and sends again', async () => {
		const { form, other } = await changing('Trial 34');
		const text = (await textOf('Trial 34')) ?? '';
		await other({ text: text.replace('newcomers', 'oldcomers') });
		await form.confirm();
		await form.error.waitFor();
		expect(await form.error.innerText()).toMatch(/changed meanwhile.*send again/s);
		await form.confirm();
		await form.receipt.waitFor();
		expect(await textOf('Trial 34')).toContain('Changed my mind about newcomers');
	});

	it('the page deleted while it was being changed', async () => {
		const { form } = await changing('Trial 35');
		await sysop.post({ action: 'delete', title: titleOf('Trial 35') });
		await form.confirm();
		await form.error.waitFor();
		expect(await form.error.innerText()).toMatch(/deleted meanwhile.*send again/s);
		await form.confirm();
		await form.receipt.waitFor();
		expect(await textOf('Trial 35')).toContain('Changed my mind about newcomers');
	});

	/** A sent application that is being edited, up to the preview. */
	async function changing(account: string): Promise<{
		readonly form: FormPage;
		readonly other: (edit: { readonly text: string }) => Promise<unknown>;
	}> {
		const form = await preview(account);
		await form.confirm();
		await form.receipt.waitFor();
		await form.open();
		await form.own.getByRole('button', { name: 'Change your answers' }).click();
		await form.control('motivation').fill(`Changed my mind about newcomers ${'and so on '.repeat(10)}`);
		await form.check();
		const title = titleOf(account);
		return { form, other: ({ text }) => sysop.edit({ title, text, nocreate: true }) };
	}

	const textOf = async (account: string): Promise<string | null | undefined> =>
		(await readPages(demo.bot, [titleOf(account)])).get(titleOf(account))?.revision.text;
	const revisionsOf = async (account: string): Promise<number> =>
		(await readHistory(demo.bot, titleOf(account))).length;
});
