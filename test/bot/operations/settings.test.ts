import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../bot/operations/settings.ts';

const COMPLETE = {
	WIKILEARN_API_URL: 'https://meta.wikimedia.org/w/api.php',
	WIKILEARN_USERNAME: 'Wiki Learn Bot@cycle',
	WIKILEARN_PASSWORD: 'secret',
};

describe('settings', () => {
	it.each([
		['the bot’s user page', {}, 'wikilearn-bot/1.2.3 (User:Wiki_Learn_Bot at meta.wikimedia.org) mwn/3'],
		['the operator', { WIKILEARN_OPERATOR: 'User:Zoë' }, 'wikilearn-bot/1.2.3 (User:Zo%C3%AB) mwn/3'],
	])('include %s in the user agent, in ASCII', (_, more, userAgent) => {
		const read = readSettings({ ...COMPLETE, ...more }, '1.2.3');
		expect(read).toMatchObject({ ok: true, connection: { userAgent } });
	});

	it('require an operator with OAuth, when no account name is known', () => {
		const { WIKILEARN_API_URL } = COMPLETE;
		const read = readSettings({ WIKILEARN_API_URL, WIKILEARN_OAUTH_TOKEN: 'token' }, '1.2.3');
		expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining('WIKILEARN_OPERATOR')] });
	});

	it.each([
		'http://wiki.example.org/w/api.php',
		'https://a:b@wiki.example.org/w/api.php',
		'wiki.example.org',
		'',
	])('refuse to send a password to “%s”', (WIKILEARN_API_URL) => {
		expect(readSettings({ ...COMPLETE, WIKILEARN_API_URL }, '1').ok).toBe(false);
	});
});
