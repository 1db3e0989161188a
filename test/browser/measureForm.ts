import type { Page } from 'playwright-core';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { measureFetched, type Fetched } from './measureFetched.ts';

/** What the browser fetches for a course page with a form that can be used, beside what any page of the wiki needs. */
export function measureForm(page: Page, { wiki, programme }: DemoWiki): Promise<readonly Fetched[]> {
	const [course] = programme.courses;
	if (!course) throw new Error('the programme has no course');
	const form = new FormPage(page, wiki, course);
	return measureFetched(
		page,
		() => form.open(),
		async () => {
			await page.goto(wiki.pageUrl('Main Page'));
		},
	);
}
