import type { Page } from 'playwright-core';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { measureFetches, type FetchedModules } from './measureFetches.ts';

interface FormFetch extends FetchedModules {
	/** The form works without it: requested after the form is displayed. */
	readonly isLazy: boolean;
}

/** Modules that the form does not wait for; a test blocks them all and uses the form. */
export const LAZY_MODULES = /wikilearn-(submit|requirements|my-application)/;

/** What the browser fetches for a course page with a working form, compared with any other page of the wiki. */
export async function measureFormFetches(
	page: Page,
	{ wiki, programme }: DemoWiki,
): Promise<readonly FormFetch[]> {
	const [course] = programme.courses;
	if (!course) throw new Error('the programme has no course');
	const form = new FormPage(page, wiki, course);
	const fetched = await measureFetches(
		page,
		() => form.open(),
		async () => {
			await page.goto(wiki.pageUrl('Main Page'));
		},
	);
	return fetched.map((fetch) => ({ ...fetch, isLazy: LAZY_MODULES.test(fetch.modules) }));
}
