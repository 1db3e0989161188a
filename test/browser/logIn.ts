import type { Page } from 'playwright-core';
import type { Wiki } from '../wiki/wiki.ts';

interface Answer {
	readonly query?: { readonly tokens: { readonly logintoken: string } };
	readonly login?: { readonly result: string; readonly reason?: string };
}

/** Logs in all pages of the page's context, through the API: the wiki's login page is not under test. */
export async function logIn(page: Page, wiki: Wiki, name: string, password: string): Promise<void> {
	const post = async (form: Readonly<Record<string, string>>): Promise<Answer> => {
		const response = await page
			.context()
			.request.post(wiki.apiUrl, { form: { format: 'json', formatversion: '2', ...form } });
		return (await response.json()) as Answer;
	};
	const { query } = await post({ action: 'query', meta: 'tokens', type: 'login' });
	const lgtoken = query?.tokens.logintoken ?? '';
	const { login } = await post({ action: 'login', lgname: name, lgpassword: password, lgtoken });
	if (login?.result !== 'Success') throw new Error(`cannot log in as ${name}: ${login?.reason ?? ''}`);
}
