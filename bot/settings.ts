import type { Connection, Credentials } from './wiki/mwnWiki.ts';

/** What the environment has to say, by variable. Secrets are never taken from arguments, where `ps` shows them. */
export const VARIABLES = {
	WIKILEARN_API_URL: 'the wiki’s api.php, e.g. https://meta.wikimedia.org/w/api.php',
	WIKILEARN_USERNAME: 'the bot password’s user name, e.g. WikiLearnBot@cycle',
	WIKILEARN_PASSWORD: 'the bot password (from Special:BotPasswords)',
	WIKILEARN_OAUTH_TOKEN: 'instead of name and password: the access token of an owner-only OAuth 2 consumer',
	WIKILEARN_OPERATOR: 'who runs the bot and how to reach them, for the user agent, e.g. User:Example',
} as const;

export type Settings =
	| { readonly ok: true; readonly connection: Connection }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Reads the connection's settings from the environment; problems come all at once. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, version: string): Settings {
	const problems: string[] = [];
	const apiUrl = env.WIKILEARN_API_URL ?? '';
	if (!isAddress(apiUrl)) problems.push(missing('WIKILEARN_API_URL', apiUrl));
	const credentials = readCredentials(env);
	if (!credentials) problems.push(missing('WIKILEARN_USERNAME'), missing('WIKILEARN_PASSWORD'));
	if (problems.length > 0 || !credentials) return { ok: false, problems };
	const operator = env.WIKILEARN_OPERATOR ?? 'operator not given';
	return {
		ok: true,
		connection: { apiUrl, credentials, userAgent: `wikilearn-bot/${version} (${operator}) mwn/3` },
	};
}

function readCredentials(env: Readonly<Record<string, string | undefined>>): Credentials | null {
	const token = env.WIKILEARN_OAUTH_TOKEN;
	if (token) return { kind: 'oauth2', token };
	const username = env.WIKILEARN_USERNAME;
	const password = env.WIKILEARN_PASSWORD;
	return username && password ? { kind: 'bot-password', username, password } : null;
}

function missing(name: keyof typeof VARIABLES, found?: string): string {
	const what = found ? `is “${found}”, which is no http(s) address` : 'is not set';
	return `${name} ${what}. It is ${VARIABLES[name]}.`;
}

function isAddress(text: string): boolean {
	return /^https?:\/\/[^\s/]+\/.*api\.php$/.test(text);
}
