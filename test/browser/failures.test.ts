import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readApplications } from '../../shared/application/readApplications.ts';
import { readHistory, readPages } from '../../shared/wiki/readPages.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../wiki/apiSession.ts';
import { createFilter } from './createFilter.ts';
import { FormPage } from './formPage.ts';
import { logIn } from './logIn.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

/** What a failure is tried with. */
interface Trial {
	readonly demo: DemoWiki;
	readonly page: Page;
	readonly course: Course;
	readonly account: string;
	/** The account's application page. */
	readonly title: string;
	/** An administrator at the API. */
	readonly sysop: ApiSession;
	readonly browser: Browser;
}

interface Failure {
	readonly name: string;
	/** What people are told to do; `{address}` is the team's. */
	readonly says: RegExp;
	/** Brings it about, once the preview is shown. */
	readonly begin: (trial: Trial) => Promise<unknown>;
	/** Ends it, by whoever can, or by another answer; left out where sending again is enough. */
	readonly end?: (trial: Trial, form: FormPage) => Promise<unknown>;
	/** Where sending again takes more than a press. */
	readonly sendAgain?: (form: FormPage) => Promise<unknown>;
}

const SYSOP = 'InterfaceAdmin';
const SECOND_TAB = 'Another tab';

/** The requests that write; others go through. */
function onAction(page: Page, action: string, act: (route: Route) => Promise<void>): Promise<unknown> {
	return page.route('**/api.php', (route) => {
		const body = route.request().postData() ?? '';
		const found = new RegExp(`(^|&)action=${action}(&|$)|name="action"\r\n\r\n${action}\r\n`).test(body);
		return found ? act(route) : route.fallback();
	});
}

const onEdit = (page: Page, act: (route: Route) => Promise<void>): Promise<unknown> =>
	onAction(page, 'edit', act);

const settings =
	(php: string) =>
	({ demo }: Trial): Promise<void> =>
		demo.wiki.setSettings(php);
const noSettings = settings('');

const FILTERED = 'https://spam.example/page';

/** What people do when a filter or a blacklist refuses a link. */
async function takeOutLink({ page, course }: Trial): Promise<void> {
	const area = page.locator(`[id="wikilearn-${course.id}-motivation"]`);
	await area.fill((await area.inputValue()).replace(FILTERED, ''));
}

const filter =
	(action: 'warn' | 'disallow') =>
	({ browser, demo, account }: Trial): Promise<void> =>
		createFilter(browser, demo.wiki, SYSOP, {
			action,
			rules: `user_name == "${account}" & new_wikitext contains "spam.example"`,
		});

const failures: readonly Failure[] = [
	{
		name: 'the page is there already, my own from another tab',
		says: /already, perhaps in another tab.*send again/,
		begin: async ({ demo, course, title, account }) => {
			const other = await login(demo.wiki.apiUrl, account, PASSWORD);
			await other.edit({
				title,
				text: `{{WikiLearn application\n| course = ${course.id}\n| use = ${SECOND_TAB}\n}}`,
			});
		},
	},
	{
		name: 'the page is there already, somebody else’s',
		says: /Somebody else made a page.*send again/,
		begin: ({ demo, title }) => demo.bot.act({ action: 'edit', title, text: 'Mine!', createonly: true }),
	},
	{
		name: 'the session is gone',
		says: /no longer logged in.*Log in in another tab, then send again/,
		begin: ({ page }) => page.context().clearCookies(),
		end: ({ page, demo, account }) => logInInAnotherTab(page, demo, account),
	},
	{
		name: 'another account logged in in another tab',
		says: /no longer logged in/,
		begin: ({ page, demo }) => logInInAnotherTab(page, demo, 'Steward'),
		end: ({ page, demo, account }) => logInInAnotherTab(page, demo, account),
	},
	{
		name: 'blocked from the whole wiki',
		says: /blocked.*send again, or write to comdevteam@wikimedia.org/,
		begin: ({ sysop, account }) => sysop.post({ action: 'block', user: account, reason: 'A test' }),
		end: ({ sysop, account }) => sysop.post({ action: 'unblock', user: account }),
	},
	{
		name: 'blocked from the namespace of the course pages',
		says: /blocked.*send again, or write to/,
		begin: ({ sysop, account }) =>
			sysop.post({
				action: 'block',
				user: account,
				partial: true,
				namespacerestrictions: '0',
				allowusertalk: true,
			}),
		end: ({ sysop, account }) => sysop.post({ action: 'unblock', user: account }),
	},
	{
		name: 'the page is protected from being made',
		says: /may not save the page.*send again later, or write to/,
		begin: ({ sysop, title }) => sysop.post({ action: 'protect', title, protections: 'create=sysop' }),
		end: ({ sysop, title }) => sysop.post({ action: 'protect', title, protections: 'create=all' }),
	},
	{
		name: 'the wiki is read-only',
		says: /Nobody can save anything.*in a few minutes/,
		begin: settings("$wgReadOnly = 'Maintenance in a test';"),
		end: noSettings,
	},
	{
		name: 'too many edits in a short time',
		says: /wait some minutes, then send again/,
		begin: settings(
			"$wgRateLimits['edit']['user'] = [ 0, 60 ]; $wgRateLimits['edit']['newbie'] = [ 0, 60 ];",
		),
		end: noSettings,
	},
	{
		name: 'a CAPTCHA',
		says: /not a robot.*Which color has the sky/s,
		begin: settings("$wgCaptchaTriggers['create'] = $wgCaptchaTriggers['edit'] = true;"),
		sendAgain: async (form) => {
			const field = form.error.locator('input');
			await form.confirm();
			await field.fill('green');
			await form.confirm();
			// Asked anew after a wrong answer.
			await expect.poll(() => field.inputValue()).toBe('');
			await field.fill('blue');
			await form.confirm();
			await form.receipt.waitFor();
		},
	},
	{
		name: 'a filter’s warning, which may be sent again',
		says: /something to say to you.*send again/,
		begin: filter('warn'),
	},
	{
		name: 'a filter’s refusal',
		says: /filters does not let your answers through.*Change them and send again/,
		begin: filter('disallow'),
		end: takeOutLink,
	},
	{
		name: 'a link on the spam blacklist',
		says: /link that this wiki does not allow.*Take it out/,
		begin: ({ sysop }) => sysop.edit({ title: 'MediaWiki:Spam-blacklist', text: 'spam\\.example' }),
		end: async (trial) => {
			await takeOutLink(trial);
			await trial.sysop.edit({ title: 'MediaWiki:Spam-blacklist', text: '' });
		},
	},
	{
		name: 'a title on the title blacklist',
		says: /does not allow a page of this name.*write to/,
		begin: ({ sysop, account }) =>
			sysop.edit({ title: 'MediaWiki:Titleblacklist', text: `.*Applications.${account} <noedit>` }),
		end: ({ sysop }) => sysop.edit({ title: 'MediaWiki:Titleblacklist', text: '' }),
	},
	{
		name: 'a page that is too large',
		says: /too long for one page.*Shorten them/,
		begin: settings('$wgMaxArticleSize = 1;'),
		end: noSettings,
	},
	{
		name: 'a server error',
		says: /did not answer.*send again.*not be there twice/,
		begin: ({ page }) => onEdit(page, (route) => route.fulfill({ status: 503, body: 'Service Unavailable' })),
		end: ({ page }) => page.unroute('**/api.php'),
	},
	{
		name: 'an exception in the wiki',
		says: /did not answer|not saved/,
		begin: settings(
			"$wgHooks['PageSaveComplete'][] = $wgHooks['MultiContentSave'][] = static function () { throw new RuntimeException( 'broken' ); };",
		),
		end: noSettings,
	},
	{
		name: 'no connection',
		says: /did not answer.*send again/,
		begin: ({ page }) => page.context().setOffline(true),
		end: ({ page }) => page.context().setOffline(false),
	},
	{
		name: 'the course closed while the form was open, by the wiki’s clock',
		says: /closed on .*by the wiki’s clock.*not saved/,
		begin: ({ demo, course }) =>
			demo.wiki.setSettings(
				`Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( ${Date.parse(course.closes) / 1000 + 60} );`,
			),
		end: noSettings,
	},
];

async function logInInAnotherTab(page: Page, { wiki }: DemoWiki, account: string): Promise<void> {
	await page.context().clearCookies();
	const other = await page.context().newPage();
	await logIn(other, wiki, account, PASSWORD);
	await other.close();
}

describe('what may go wrong: the text stays, people are told what to do, and it can be sent again', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let page: Page;
	let sysop: ApiSession;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		sysop = await login(demo.wiki.apiUrl, 'InterfaceAdmin', PASSWORD);
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
		page = await (await browser.newContext()).newPage();
	});
	afterEach(async () => {
		await page.context().close();
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
		async ({ says, begin, end, sendAgain, account }) => {
			const form = await preview(account);
			const trial: Trial = { demo, page, course: course(), account, title: titleOf(account), sysop, browser };
			try {
				await begin(trial);
				await form.confirm();
				await form.error.waitFor();
				expect(await form.error.innerText()).toMatch(says);
				await form.back();
				expect(await form.control('motivation').inputValue()).toContain('newcomers');
				await end?.(trial, form);
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

	it('an answer lost after the save: found to be saved, no second copy and no false error', async () => {
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

	it('an answer lost after the save, and no connection to look: sent again, still once', async () => {
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

	it('a lost answer from the wiki’s mail: not mailed again, recorded as not sent, and people are told', async () => {
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

	it('an edit conflict with the bot’s region: nobody has to be asked', async () => {
		const { form, other } = await changing('Trial 33');
		const text = (await textOf('Trial 33')) ?? '';
		await other({ text: text.replace('== Review ==', '== Review ==\nSomebody has read this.') });
		await form.confirm();
		await form.receipt.waitFor();
		expect(await textOf('Trial 33')).toContain('Changed my mind about newcomers');
		expect(await textOf('Trial 33')).toContain('Somebody has read this.');
	});

	it('an edit conflict over the answers: asked, and sent again', async () => {
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

	/** An application that was sent and is about to be changed, up to the preview. */
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
