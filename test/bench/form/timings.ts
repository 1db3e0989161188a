import type { Browser, BrowserContext } from 'playwright-core';

/** Somebody at the wiki who has logged in: their browser, and their cookies. */
export interface Visitor {
	readonly browser: Browser;
	readonly session: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** Set in the page once what is waited for is there: milliseconds since the navigation began. */
const ARRIVED = 'benchArrived';

/** From the click on a link to a form that can be filled in, with an empty cache. Milliseconds. */
export async function timeToUsable(visitor: Visitor, url: string): Promise<number> {
	const watch = `new MutationObserver((_, observer) => {
		if (!document.querySelector('.wikilearn-application :is(input, select, textarea):enabled')) return;
		observer.disconnect();
		window.${ARRIVED} = performance.now();
	}).observe(document, { childList: true, subtree: true });`;
	return arrival(visitor, url, watch);
}

/** The same until these modules are executed, on the same page without our form: where a form of them would begin. */
export async function timeToModules(
	visitor: Visitor,
	url: string,
	modules: readonly string[],
): Promise<number> {
	const load = `(window.RLQ = window.RLQ || []).push(['mediawiki.base', () => {
		mw.loader.using(${JSON.stringify(modules)}).then(() => { window.${ARRIVED} = performance.now(); });
	}]);`;
	return arrival(visitor, url, load);
}

async function arrival({ browser, session }: Visitor, url: string, script: string): Promise<number> {
	const context = await browser.newContext({ storageState: session });
	try {
		const page = await context.newPage();
		await page.addInitScript(script);
		await page.goto(url);
		const arrived = await page.waitForFunction((name) => Reflect.get(window, name) as number, ARRIVED);
		return await arrived.jsonValue();
	} finally {
		await context.close();
	}
}
