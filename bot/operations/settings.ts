import { readFile, stat } from 'node:fs/promises';
import { parseEnv } from 'node:util';

/** The environment variables. Secrets are never command-line arguments, which `ps` shows. */
export const VARIABLES = {
	WIKILEARN_API_URL: 'the wiki’s api.php, e.g. https://meta.wikimedia.org/w/api.php',
	WIKILEARN_USERNAME: 'the bot password’s user name, e.g. WikiLearnBot@cycle',
	WIKILEARN_PASSWORD: 'the bot password (from Special:BotPasswords)',
	WIKILEARN_OAUTH_TOKEN: 'instead of name and password: the access token of an owner-only OAuth 2 consumer',
	WIKILEARN_OPERATOR:
		'who runs the bot and how to reach them, for the user agent: a page or an address. Left out: the bot’s user page',
	WIKILEARN_SECRETS:
		'a file that only its owner can read (chmod 600), with any of these variables, one NAME=value a line',
	WIKILEARN_CACHE:
		'a file in which a cycle leaves what it read for the next one; it may be deleted at any time',
	WIKILEARN_HEARTBEAT: 'a file in which run and start note each cycle, and which status reads',
} as const;

type Variable = keyof typeof VARIABLES;
export type Environment = Readonly<Record<string, string | undefined>>;

/** The bot's credentials and wiki. */
export interface Account {
	/** e.g. `https://meta.wikimedia.org/w/api.php`. */
	readonly apiUrl: string;
	readonly credentials: Credentials;
	/** Identifies the bot and its operator's contact, as the Wikimedia user-agent policy requires. */
	readonly userAgent: string;
}

type Credentials =
	| { readonly kind: 'bot-password'; readonly username: string; readonly password: string }
	/** An owner-only consumer's access token; needs no login request. */
	| { readonly kind: 'oauth2'; readonly token: string };

type SettingsResult =
	| { readonly ok: true; readonly connection: Account }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Reads the connection settings from the environment; reports all problems at once. */
export function readSettings(env: Environment, version: string): SettingsResult {
	const problems: string[] = [];
	const apiUrl = env.WIKILEARN_API_URL ?? '';
	if (!isApiUrl(apiUrl)) problems.push(describeMissing('WIKILEARN_API_URL', apiUrl));
	const credentials = readCredentials(env);
	if (!credentials) {
		const names = ['WIKILEARN_USERNAME', 'WIKILEARN_PASSWORD'] as const;
		problems.push(...names.filter((name) => !env[name]).map((name) => describeMissing(name)));
	}
	if (credentials?.kind === 'oauth2' && !env.WIKILEARN_OPERATOR)
		problems.push(describeMissing('WIKILEARN_OPERATOR'));
	if (problems.length > 0 || !credentials) return { ok: false, problems };
	return {
		ok: true,
		connection: {
			apiUrl,
			credentials,
			userAgent: formatUserAgent(env.WIKILEARN_OPERATOR, apiUrl, credentials, version),
		},
	};
}

/** The secrets that no output may contain. */
export function secretsOf(env: Environment): readonly string[] {
	return [env.WIKILEARN_PASSWORD, env.WIKILEARN_OAUTH_TOKEN].flatMap((secret) => (secret ? [secret] : []));
}

function readCredentials(env: Environment): Credentials | null {
	const token = env.WIKILEARN_OAUTH_TOKEN;
	if (token) return { kind: 'oauth2', token };
	const username = env.WIKILEARN_USERNAME;
	const password = env.WIKILEARN_PASSWORD;
	return username && password ? { kind: 'bot-password', username, password } : null;
}

/**
 * Client name and version, a contact for the operator, and the library, as required by
 * https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy. HTTP headers are ASCII only.
 */
function formatUserAgent(
	operator: string | undefined,
	apiUrl: string,
	credentials: Credentials,
	version: string,
): string {
	const account = credentials.kind === 'bot-password' ? (credentials.username.split('@')[0] ?? '') : '';
	const contact = operator ?? `User:${account.replace(/ /g, '_')} at ${new URL(apiUrl).host}`;
	return `wikilearn-bot/${version} (${encodeURI(contact).replace(/%20/g, ' ')}) mwn/3`;
}

function describeMissing(name: Variable, found?: string): string {
	// A URL may contain a password; redact it.
	const shown = found?.replace(/\/\/[^/]*@/, '//[secret]@');
	const what = shown ? `is “${shown}”, which is no https address of an api.php` : 'is not set';
	return `${name} ${what}. It is ${VARIABLES[name]}.`;
}

/** Plain HTTP is allowed for the local machine only: it sends passwords unencrypted. */
function isApiUrl(text: string): boolean {
	return /^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)\/\S*api\.php$/.test(text);
}

/** Same as in package.json; a test compares them. */
export const VERSION = '0.1.0';
type SecretsResult =
	| { readonly ok: true; readonly env: Environment }
	| { readonly ok: false; readonly problems: readonly string[] };
async function accessProblem(file: string): Promise<string | null> {
	try {
		const { mode, uid } = await stat(file);
		if (uid !== process.getuid?.() && process.getuid?.() !== 0) return `${file} belongs to somebody else.`;
		return (mode & 0o077) === 0 ? null : `${file} can be read by others. Do: chmod 600 ${file}`;
	} catch (error) {
		return `WIKILEARN_SECRETS: ${error instanceof Error ? error.message : String(error)}`;
	}
}

/** Adds the settings in the file `WIKILEARN_SECRETS`, if set. Environment variables take precedence. */
export async function readSecrets(env: Environment): Promise<SecretsResult> {
	const file = env.WIKILEARN_SECRETS;
	if (!file) return { ok: true, env };
	const problem = await accessProblem(file);
	if (problem !== null) return { ok: false, problems: [problem] };
	const secrets = parseEnv(await readFile(file, 'utf8'));
	// Do not print an invalid name: in a malformed line it may be part of a password.
	if (!Object.keys(secrets).every((name) => Object.hasOwn(VARIABLES, name)))
		return {
			ok: false,
			problems: [`${file}: each line must be NAME=value, with one of the variables’ names.`],
		};
	const fromEnvironment = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
	return { ok: true, env: { ...secrets, ...Object.fromEntries(fromEnvironment) } };
}
