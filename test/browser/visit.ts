import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { logIn } from './logIn.ts';

export interface Visit {
	/** The logged-in account; default: none. */
	readonly account?: string;
	/** For the page's URL, such as `?useskin=minerva`. */
	readonly parameters?: string;
	readonly context?: BrowserContextOptions;
	/** Called before the form's page is opened. */
	readonly before?: (page: Page) => Promise<void>;
}

/** Opens the first course's page in a new browser context, which the caller closes. */
export async function visit(browser: Browser, demo: DemoWiki, options: Visit = {}): Promise<FormPage> {
	const context = await browser.newContext(options.context ?? {});
	const page = await context.newPage();
	if (options.account !== undefined) await logIn(page, demo.wiki, options.account, PASSWORD);
	await options.before?.(page);
	const [course] = demo.programme.courses;
	if (!course) throw new Error('the programme has no course');
	const form = new FormPage(page, demo.wiki, course);
	await form.open(options.parameters);
	await page.waitForLoadState('networkidle');
	return form;
}
