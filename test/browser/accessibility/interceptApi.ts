import type { Page } from 'playwright-core';

/** Makes the wiki's answers to the form say that it is another time there (ISO 8601). */
export async function setWikiClock(page: Page, instant: string): Promise<void> {
	await page.route(/api\.php\?.*curtimestamp=/, async (route) => {
		const response = await route.fetch();
		const json = (await response.json()) as object;
		await route.fulfill({ response, json: { ...json, curtimestamp: instant } });
	});
}

/** Gives an answer in place of the wiki's own to what is posted with an action. */
export async function stubResponse(page: Page, action: string, json: object): Promise<void> {
	await page.route(/api\.php/, async (route) => {
		const posted = route.request().postData() ?? '';
		if (new RegExp(`(^|&|")(?:action=)?${action}(&|$|")`).test(posted)) await route.fulfill({ json });
		else await route.fallback();
	});
}

/** An answer that is an error, as `errorformat=plaintext` has it. */
export function createErrorResponse(code: string, text: string): object {
	return { errors: [{ code, text, module: 'main' }] };
}
