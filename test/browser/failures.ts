import { expect } from 'vitest';
import type { Browser, Page, Route } from 'playwright-core';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../wiki/apiSession.ts';
import { createFilter } from './createFilter.ts';
import type { FormPage } from './formPage.ts';
import { logIn } from './logIn.ts';

/** The context of a failure test. */
export interface FailureTrial {
	readonly demo: DemoWiki;
	readonly page: Page;
	readonly course: Course;
	readonly account: string;
	/** The account's application page. */
	readonly title: string;
	/** An administrator's API session. */
	readonly sysop: ApiSession;
	readonly browser: Browser;
}

export interface Failure {
	readonly name: string;
	/** The expected instructions to the user; `{address}` is the team's. */
	readonly message: RegExp;
	/** Causes the failure while the preview is shown. */
	readonly provoke: (trial: FailureTrial) => Promise<unknown>;
	/** Ends the failure, by any user or another response; omitted if sending again is enough. */
	readonly resolve?: (trial: FailureTrial, form: FormPage) => Promise<unknown>;
	/** How to send again, if one click is not enough. */
	readonly sendAgain?: (form: FormPage) => Promise<unknown>;
}

export const SYSOP = 'InterfaceAdmin';
const SECOND_TAB = 'Another tab';

/** Intercepts writes; other requests pass. */
export function onAction(page: Page, action: string, act: (route: Route) => Promise<void>): Promise<unknown> {
	return page.route('**/api.php', (route) => {
		const body = route.request().postData() ?? '';
		const found = new RegExp(`(^|&)action=${action}(&|$)|name="action"\r\n\r\n${action}\r\n`).test(body);
		return found ? act(route) : route.fallback();
	});
}

export const onEdit = (page: Page, act: (route: Route) => Promise<void>): Promise<unknown> =>
	onAction(page, 'edit', act);

const changeSettings =
	(php: string) =>
	({ demo }: FailureTrial): Promise<void> =>
		demo.wiki.setSettings(php);
const resetSettings = changeSettings('');

export const FILTERED = 'https://spam.example/page';

/** Removes a link that a filter or blacklist rejects. */
async function removeLink({ page, course }: FailureTrial): Promise<void> {
	const area = page.locator(`[id="wikilearn-${course.id}-motivation"]`);
	await area.fill((await area.inputValue()).replace(FILTERED, ''));
}

const addFilter =
	(action: 'warn' | 'disallow') =>
	({ browser, demo, account }: FailureTrial): Promise<void> =>
		createFilter(browser, demo.wiki, SYSOP, {
			action,
			rules: `user_name == "${account}" & new_wikitext contains "spam.example"`,
		});

export const failures: readonly Failure[] = [
	{
		name: 'the page is there already, my own from another tab',
		message: /already, perhaps in another tab.*send again/,
		provoke: async ({ demo, course, title, account }) => {
			const other = await login(demo.wiki.apiUrl, account, PASSWORD);
			await other.edit({
				title,
				text: `{{WikiLearn application\n| course = ${course.id}\n| use = ${SECOND_TAB}\n}}`,
			});
		},
	},
	{
		name: 'the page is there already, somebody else’s',
		message: /Somebody else made a page.*send again/,
		provoke: ({ demo, title }) => demo.bot.edit({ action: 'edit', title, text: 'Mine!', createonly: true }),
	},
	{
		name: 'the session is gone',
		message: /no longer logged in.*Log in in another tab, then send again/,
		provoke: ({ page }) => page.context().clearCookies(),
		resolve: ({ page, demo, account }) => logInInAnotherTab(page, demo, account),
	},
	{
		name: 'another account logged in in another tab',
		message: /no longer logged in/,
		provoke: ({ page, demo }) => logInInAnotherTab(page, demo, 'Steward'),
		resolve: ({ page, demo, account }) => logInInAnotherTab(page, demo, account),
	},
	{
		name: 'blocked from the whole wiki',
		message: /blocked.*send again, or write to comdevteam@wikimedia.org/,
		provoke: ({ sysop, account }) => sysop.post({ action: 'block', user: account, reason: 'A test' }),
		resolve: ({ sysop, account }) => sysop.post({ action: 'unblock', user: account }),
	},
	{
		name: 'blocked from the namespace of the course pages',
		message: /blocked.*send again, or write to/,
		provoke: ({ sysop, account }) =>
			sysop.post({
				action: 'block',
				user: account,
				partial: true,
				namespacerestrictions: '0',
				allowusertalk: true,
			}),
		resolve: ({ sysop, account }) => sysop.post({ action: 'unblock', user: account }),
	},
	{
		name: 'the page is protected from being made',
		message: /may not save the page.*send again later, or write to/,
		provoke: ({ sysop, title }) => sysop.post({ action: 'protect', title, protections: 'create=sysop' }),
		resolve: ({ sysop, title }) => sysop.post({ action: 'protect', title, protections: 'create=all' }),
	},
	{
		name: 'the wiki is read-only',
		message: /Nobody can save anything.*in a few minutes/,
		provoke: changeSettings("$wgReadOnly = 'Maintenance in a test';"),
		resolve: resetSettings,
	},
	{
		name: 'too many edits in a short time',
		message: /wait some minutes, then send again/,
		provoke: changeSettings(
			"$wgRateLimits['edit']['user'] = [ 0, 60 ]; $wgRateLimits['edit']['newbie'] = [ 0, 60 ];",
		),
		resolve: resetSettings,
	},
	{
		name: 'a CAPTCHA',
		message: /not a robot.*Which color has the sky/s,
		provoke: changeSettings("$wgCaptchaTriggers['create'] = $wgCaptchaTriggers['edit'] = true;"),
		sendAgain: async (form) => {
			const field = form.error.locator('input');
			await form.confirm();
			await field.fill('green');
			await form.confirm();
			// A wrong CAPTCHA answer brings a new question.
			await expect.poll(() => field.inputValue()).toBe('');
			await field.fill('blue');
			await form.confirm();
			await form.receipt.waitFor();
		},
	},
	{
		name: 'a filter’s warning, which may be sent again',
		message: /something to say to you.*send again/,
		provoke: addFilter('warn'),
	},
	{
		name: 'a filter’s refusal',
		message: /filters does not let your answers through.*Change them and send again/,
		provoke: addFilter('disallow'),
		resolve: removeLink,
	},
	{
		name: 'a link on the spam blacklist',
		message: /link that this wiki does not allow.*Take it out/,
		provoke: ({ sysop }) => sysop.edit({ title: 'MediaWiki:Spam-blacklist', text: 'spam\\.example' }),
		resolve: async (trial) => {
			await removeLink(trial);
			await trial.sysop.edit({ title: 'MediaWiki:Spam-blacklist', text: '' });
		},
	},
	{
		name: 'a title on the title blacklist',
		message: /does not allow a page of this name.*write to/,
		provoke: ({ sysop, account }) =>
			sysop.edit({ title: 'MediaWiki:Titleblacklist', text: `.*Applications.${account} <noedit>` }),
		resolve: ({ sysop }) => sysop.edit({ title: 'MediaWiki:Titleblacklist', text: '' }),
	},
	{
		name: 'a page that is too large',
		message: /too long for one page.*Shorten them/,
		provoke: changeSettings('$wgMaxArticleSize = 1;'),
		resolve: resetSettings,
	},
	{
		name: 'a server error',
		message: /did not answer.*send again.*not be there twice/,
		provoke: ({ page }) =>
			onEdit(page, (route) => route.fulfill({ status: 503, body: 'Service Unavailable' })),
		resolve: ({ page }) => page.unroute('**/api.php'),
	},
	{
		name: 'an exception in the wiki',
		message: /did not answer|not saved/,
		provoke: changeSettings(
			"$wgHooks['PageSaveComplete'][] = $wgHooks['MultiContentSave'][] = static function () { throw new RuntimeException( 'broken' ); };",
		),
		resolve: resetSettings,
	},
	{
		name: 'no connection',
		message: /did not answer.*send again/,
		provoke: ({ page }) => page.context().setOffline(true),
		resolve: ({ page }) => page.context().setOffline(false),
	},
	{
		name: 'the course closed while the form was open, by the wiki’s clock',
		message: /closed on .*by the wiki’s clock.*not saved/,
		provoke: ({ demo, course }) =>
			demo.wiki.setSettings(
				`Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( ${Date.parse(course.closes) / 1000 + 60} );`,
			),
		resolve: resetSettings,
	},
];

async function logInInAnotherTab(page: Page, { wiki }: DemoWiki, account: string): Promise<void> {
	await page.context().clearCookies();
	const other = await page.context().newPage();
	await logIn(other, wiki, account, PASSWORD);
	await other.close();
}
