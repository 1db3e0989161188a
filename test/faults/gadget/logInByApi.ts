import type { BrowserContext } from 'playwright-core';
import type { Wiki } from '../../wiki/wiki.ts';

/** Logs a browser in through the API, without opening a page. */
export async function logInByApi(
	{ request }: BrowserContext,
	{ apiUrl, url }: Wiki,
	username: string,
	password: string,
): Promise<void> {
	const common = { action: 'query', meta: 'tokens', type: 'login', format: 'json', formatversion: '2' };
	const tokenResponse = await request.get(apiUrl, { params: common });
	const { query } = (await tokenResponse.json()) as { query: { tokens: { logintoken: string } } };
	const loginResponse = await request.post(apiUrl, {
		form: {
			action: 'clientlogin',
			username,
			password,
			logintoken: query.tokens.logintoken,
			loginreturnurl: url,
			format: 'json',
			formatversion: '2',
		},
	});
	const { clientlogin } = (await loginResponse.json()) as {
		clientlogin: { status: string; message?: string };
	};
	if (clientlogin.status !== 'PASS')
		throw new Error(`${username}: ${clientlogin.message ?? clientlogin.status}`);
}
