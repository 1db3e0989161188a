import type { Browser } from 'playwright-core';
import { PASSWORD } from '../demo/accounts.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { logIn } from './logIn.ts';

/**
 * Creates an AbuseFilter filter. There is no API for it, so this uses the special page without JavaScript, where all
 * fields are plain inputs.
 *
 * @param sysop an administrator's account
 */
export async function createFilter(
	browser: Browser,
	wiki: Wiki,
	sysop: string,
	filter: { readonly rules: string; readonly action: 'warn' | 'disallow' },
): Promise<void> {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await logIn(page, wiki, sysop, PASSWORD);
	await page.goto(wiki.pageUrl('Special:AbuseFilter/new'));
	await page.fill('[name=wpFilterDescription]', filter.action);
	await page.fill('[name=wpFilterRules]', filter.rules);
	await page.check(`[name=wpFilterAction${filter.action === 'warn' ? 'Warn' : 'Disallow'}]`);
	await page.locator('#mw-content-text [type=submit]').last().click();
	await page.waitForURL((url) => url.href.includes('result=success'));
	await page.close();
}
