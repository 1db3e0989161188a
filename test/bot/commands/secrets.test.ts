import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBot, type BuiltBot } from './buildBot.ts';
import { runBot } from './runBot.ts';
import { startEchoingWiki, echoResponses, type EchoResponse, type EchoingWiki } from './echoingWiki.ts';

const PASSWORD = '0123456789abcdefghij "quoted" +/=% é';
const TOKEN = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.c2VjcmV0-_c2VjcmV0.c2lnbmF0dXJl';
const ADDRESS = 'ama.applicant@private-mail.test';

const logins = {
	'a bot password': { WIKILEARN_USERNAME: 'WikiLearnBot@cycle', WIKILEARN_PASSWORD: PASSWORD },
	'an OAuth token': { WIKILEARN_OAUTH_TOKEN: TOKEN, WIKILEARN_OPERATOR: 'https://example.org/us' },
} as const;
const commands = [
	['run', '--debug', '--log', 'json', '--cache', 'cache.json', '--heartbeat', 'heartbeat.json'],
	['check', '--json', '--debug'],
];

describe('no secret is printed, whatever the wiki responds', () => {
	let bot: BuiltBot;
	let wiki: EchoingWiki;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'wikilearn-secrets-'));
		[bot, wiki] = await Promise.all([buildBot(), startEchoingWiki(ADDRESS)]);
	});
	afterAll(async () => {
		await Promise.all([wiki.stop(), rm(folder, { recursive: true })]);
	});

	it.each(
		(Object.keys(echoResponses) as EchoResponse[]).flatMap((tale, index) =>
			(Object.keys(logins) as (keyof typeof logins)[]).map((login, which) => ({
				tale,
				login,
				args: commands[(index + which) % commands.length]!,
			})),
		),
	)('$tale, with $login: $args.0', async ({ tale, login, args }) => {
		wiki.respondWith(tale);
		const env = { ...logins[login], WIKILEARN_API_URL: wiki.apiUrl };
		const { output, code } = await runBot(bot.main, args, { cwd: folder, env });
		expect(code).not.toBe(0);
		expect(output.length).toBeGreaterThan(10);
		const files = await Promise.all(
			(await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
		);
		for (const text of [output, ...files]) expectNoSecret(text);
	});

	it('sends the secrets to the wiki only', () => {
		expect(wiki.received()).toContain(TOKEN);
		expect(wiki.received()).toContain('0123456789abcdefghij');
	});

	it('does not print a URL that contains a password', async () => {
		const env = {
			...logins['a bot password'],
			WIKILEARN_API_URL: 'https://Bot:hunter2secret@wiki.test/w/api.php',
		};
		const { output, code } = await runBot(bot.main, ['check', '--json'], { cwd: folder, env });
		expect(code).toBe(2);
		expect(output).toContain('WIKILEARN_API_URL');
		expect(output).not.toContain('hunter2');
	});
});

function expectNoSecret(text: string): void {
	for (const secret of [PASSWORD, TOKEN]) {
		// However it was written, its beginning would be there.
		const start = secret.slice(0, 12);
		for (const form of [
			start,
			encodeURIComponent(start),
			Buffer.from(secret).toString('base64').slice(0, 16),
		])
			expect(text).not.toContain(form);
	}
	expect(text).not.toContain(ADDRESS);
	expect(text).not.toContain('private-mail');
}
