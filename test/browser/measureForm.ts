import type { Page } from 'playwright-core';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { FormPage } from './formPage.ts';
import { measureFetched, type Fetched } from './measureFetched.ts';

export interface FetchedForForm extends Fetched {
	/** The form can be used without it: asked for once the form is there. */
	readonly later: boolean;
}

/** Whose requests the form does not wait for; a test blocks them all and uses the form. */
export const LATER = /wikilearn-(send|qualify|own)/;

/** What the browser fetches for a course page with a form that can be used, beside what any page of the wiki needs. */
export async function measureForm(
	page: Page,
	{ wiki, programme }: DemoWiki,
): Promise<readonly FetchedForForm[]> {
	const [course] = programme.courses;
	if (!course) throw new Error('the programme has no course');
	const form = new FormPage(page, wiki, course);
	const fetched = await measureFetched(
		page,
		() => form.open(),
		async () => {
			await page.goto(wiki.pageUrl('Main Page'));
		},
	);
	return fetched.map((one) => ({ ...one, later: LATER.test(one.modules) }));
}
