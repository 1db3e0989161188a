import type { Page } from 'playwright-core';

/** Changes the wiki's clock in responses to the form (ISO 8601). */
export async function setWikiClock(page: Page, instant: string): Promise<void> {
	await page.route(/api\.php\?.*curtimestamp=/, async (route) => {
		const response = await route.fetch();
		const json = (await response.json()) as object;
		await route.fulfill({ response, json: { ...json, curtimestamp: instant } });
	});
}

/** Replaces the wiki's response to posts with an action. */
export async function stubResponse(page: Page, action: string, json: object): Promise<void> {
	await page.route(/api\.php/, async (route) => {
		const posted = route.request().postData() ?? '';
		if (new RegExp(`(^|&|")(?:action=)?${action}(&|$|")`).test(posted)) await route.fulfill({ json });
		else await route.fallback();
	});
}

/** An error response in the format of `errorformat=plaintext`. */
export function createErrorResponse(code: string, text: string): object {
	return { errors: [{ code, text, module: 'main' }] };
}
