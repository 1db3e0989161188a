import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAccount } from '../../../../bot/deploy/check/checkAccount.ts';
import { checkLog } from '../../../../bot/deploy/check/checkPages.ts';
import { checkPeople } from '../../../../bot/deploy/check/checkPeople.ts';
import { checkTrust } from '../../../../bot/deploy/check/checkTrust.ts';
import type { Finding } from '../../../../bot/deploy/check/finding.ts';
import { PROGRAMME_PAGE, readProgrammeHistory } from '../../../../shared/programme/programmeHistory.ts';
import type { Programme } from '../../../../shared/programme/schema.ts';
import pilot from '../../../../shared/programme/wikilearn.json' with { type: 'json' };
import type { Wiki as Port } from '../../../../shared/wiki/wiki.ts';
import { readHistory } from '../../../../shared/wiki/readPages.ts';
import { completeProgrammeOn } from '../../../programmeIds.ts';
import { login, type ApiSession } from '../../../wiki/apiSession.ts';
import { wikiAdmin } from '../../../wiki/prepareTemplate.ts';
import { startWiki } from '../../../wiki/startWiki.ts';
import type { Wiki } from '../../../wiki/wiki.ts';
import { renameUser } from '../../cycle/renameUser.ts';

const PASSWORD = 'a long password of 2031';
const LONG_AGO = '2019-03-01T00:00:00Z';

describe('wikilearn-bot check, on a real wiki', () => {
	let wiki: Wiki;
	let programme: Programme;
	let admin: ApiSession;
	let port: Port;
	const idOf = (name: string): number =>
		[...programme.reviewers, programme.bot].find((person) => person.name === name)!.id;
	const todos = (findings: readonly Finding[]): readonly string[] =>
		findings.filter((finding) => !finding.ok).map(({ about, message }) => `${about}: ${message}`);

	beforeAll(async () => {
		wiki = await startWiki();
		const names = ['WikiLearnBot', 'ReviewerOne', 'ReviewerTwo', 'ReviewerThree', 'WikiLearnTeam', 'Other'];
		await wiki.createAccounts(names.map((name) => ({ name, password: PASSWORD, registered: LONG_AGO })));
		const session = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
		programme = await completeProgrammeOn(portOf(session), pilot);
		await session.edit({ title: PROGRAMME_PAGE, text: JSON.stringify(programme) });
		await wiki.snapshot('deployed');
	});
	beforeEach(async () => {
		await wiki.restore('deployed');
		admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
		port = portOf(admin);
	});
	afterAll(() => wiki.stop());

	describe('people', () => {
		const people = async (): Promise<readonly Finding[]> => {
			const { rows, inForce } = readProgrammeHistory(await readHistory(port, PROGRAMME_PAGE));
			return checkPeople(port, inForce!.programme, rows);
		};
		/** The programme page is saved anew with these rows. */
		const save = (reviewers: readonly object[]) =>
			admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify({ ...programme, reviewers }) });

		it('all pass', async () => {
			expect(await people()).toEqual([
				{ about: 'bot', ok: true, message: 'WikiLearnBot' },
				{ about: 'reviewers', ok: true, message: 'ReviewerOne, ReviewerTwo, ReviewerThree' },
				{ about: 'contact', ok: true, message: 'WikiLearnTeam can be mailed' },
			]);
		});

		it('count after a rename, even if somebody takes the old name later', async () => {
			await renameUser(wiki, 'ReviewerTwo', 'Rose');
			const row = `reviewers: The programme page names ReviewerTwo with the user id ${idOf('ReviewerTwo')}, but the account with the user id ${idOf('ReviewerTwo')} is called Rose now`;
			const end = 'The user id counts. Correct the name on the programme page.';
			expect(todos(await people())).toEqual([`${row}. ${end}`]);
			// A second later than the row, whatever the wiki's clock says.
			const later = new Date(Date.now() + 2000).toISOString();
			const id = await wiki.createAccount({ name: 'ReviewerTwo', password: PASSWORD, registered: later });
			const [taken, ...more] = todos(await people());
			expect(more).toEqual([]);
			expect(taken).toContain(
				`ReviewerTwo is another account’s name since ${later.slice(0, 19)}Z (user id ${id}). ${end}`,
			);
		});

		it('count when their name belongs to an account renamed to it later', async () => {
			await renameUser(wiki, 'ReviewerTwo', 'Rose');
			await new Promise((resolve) => setTimeout(resolve, 1100));
			await renameUser(wiki, 'Other', 'ReviewerTwo');
			expect(todos(await people())).toEqual([expect.stringContaining('The user id counts.')]);
		});

		it('do not count when their name belonged to another account when the row was saved', async () => {
			await save([programme.reviewers[0]!, { ...programme.reviewers[1]!, name: 'Other' }]);
			const findings = await people();
			expect(todos(findings)).toEqual([
				expect.stringMatching(
					/^reviewers: The programme page names Other with .* is called ReviewerTwo now; Other is another account’s name since 2019-03-01T00:00:00Z .* This row does not count\./,
				),
			]);
			expect(findings).toContainEqual({ about: 'reviewers', ok: true, message: 'ReviewerOne' });
		});

		it('do not count when no account has their id', async () => {
			await save([programme.reviewers[0]!, { ...programme.reviewers[1]!, id: 99999 }]);
			expect(todos(await people())).toEqual([
				'reviewers: The programme page names ReviewerTwo with the user id 99999, but no account has the user id 99999. This row does not count. Correct it on the programme page.',
			]);
		});

		it('include the bot and the team', async () => {
			const team = [{ name: 'Nobody', id: 77777, from: LONG_AGO }];
			const bot = { name: 'WikiLearnBott', id: programme.bot.id };
			await admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify({ ...programme, team, bot }) });
			expect(todos(await people())).toEqual([
				`bot: The programme page names WikiLearnBott with the user id ${bot.id}, but the account with the user id ${bot.id} is called WikiLearnBot now. Correct the programme page.`,
				expect.stringContaining('team: The programme page names Nobody'),
			]);
		});
	});

	describe('the account', () => {
		it('is identified by id, and may make minor edits', async () => {
			const bot = portOf(await login(wiki.apiUrl, 'WikiLearnBot', PASSWORD));
			const findings = await checkAccount(bot, { ...programme.bot, name: 'Before it was renamed' });
			expect(findings[0]).toEqual({ about: 'account', ok: true, message: 'WikiLearnBot' });
			expect(findings).toContainEqual({ about: 'right minoredit', ok: true, message: 'ok' });
		});

		it('is reported when it is another account or lacks a right', async () => {
			await wiki.setSettings(
				"$wgGroupPermissions['user']['minoredit'] = false; $wgGroupPermissions['*']['minoredit'] = false;",
			);
			const other = portOf(await login(wiki.apiUrl, 'Other', PASSWORD));
			const found = todos(await checkAccount(other, programme.bot));
			await wiki.setSettings('');
			expect(found[0]).toContain(
				`Logged in as Other, but the programme’s bot is WikiLearnBot (user id ${programme.bot.id}).`,
			);
			expect(found[1]).toMatch(/^right minoredit: is missing\..*notices/);
		});
	});

	describe('accounts that must be trusted', () => {
		it('are all listed', async () => {
			await wiki.createAccounts([
				{ name: 'Sysop', password: PASSWORD, groups: ['sysop'] },
				{ name: 'Interface', password: PASSWORD, groups: ['interface-admin'] },
				{ name: 'Bureaucrat', password: PASSWORD, groups: ['bureaucrat'] },
			]);
			expect(await checkTrust(port)).toEqual([
				{
					about: 'programme page, who can edit it',
					ok: true,
					message: 'Abuse filter, Interface, Sysop, WikiAdmin (groups: sysop, interface-admin)',
				},
				{
					about: 'rights to change histories',
					ok: true,
					message:
						'import: sysop; importupload: sysop; mergehistory: sysop; deleterevision: suppress; suppressrevision: suppress; renameuser: bureaucrat',
				},
				{ about: 'tags of reverts', ok: true, message: 'ok' },
			]);
		});

		it('are listed up to 20', async () => {
			const accounts = Array.from({ length: 30 }, (_, index) => ({
				name: `Sysop${10 + index}`,
				password: PASSWORD,
				groups: ['sysop'],
			}));
			await wiki.createAccounts(accounts);
			const [editors] = await checkTrust(port);
			expect(editors?.message).toMatch(/^Abuse filter, Sysop10, .*, Sysop28 and 12 more \(groups/);
		});

		it('fails when everybody may edit, and when tags are disabled', async () => {
			await wiki.setSettings(
				[
					"$wgGroupPermissions['user']['editinterface'] = true;",
					"$wgGroupPermissions['user']['editsitejson'] = true;",
					"$wgGroupPermissions['autoconfirmed']['import'] = true;",
					"$wgSoftwareTags['mw-undo'] = false; $wgSoftwareTags['mw-rollback'] = false;",
				].join('\n'),
			);
			const found = todos(await checkTrust(port));
			await wiki.setSettings('');
			expect(found).toEqual([
				expect.stringMatching(/^programme page, who can edit it: everybody in user\. Ask/),
				expect.stringMatching(/^rights to change histories: import: autoconfirmed, sysop; .*Ask/),
				expect.stringMatching(
					/^tags of reverts: The wiki does not set mw-undo, mw-rollback: decisions could be/,
				),
			]);
		});
	});

	describe('the log', () => {
		const title = pilot.log.page;
		const protect = (): Promise<unknown> =>
			admin.post({ action: 'protect', title, protections: 'move=sysop', expiry: 'infinite' });

		it('should be protected against moving', async () => {
			expect(todos(await checkLog(port, programme))).toEqual([
				`log page, moving: It is not protected. Ask an administrator to protect ${title} against moving.`,
			]);
			await protect();
			expect(await checkLog(port, programme)).toEqual([
				{ about: 'log page', ok: true, message: title },
				{ about: 'log page, moving', ok: true, message: 'protected: sysop' },
			]);
		});

		it('is found after a move', async () => {
			await protect();
			await admin.post({ action: 'move', from: title, to: 'Elsewhere' });
			expect(todos(await checkLog(port, programme))).toEqual([
				`log page: was moved to Elsewhere. Nothing is lost. Move it back to ${title}.`,
			]);
		});

		it('is reported as missing after deletion, and recreated', async () => {
			await admin.post({ action: 'delete', title });
			await admin.edit({ title, text: 'another one' });
			expect(todos(await checkLog(port, programme))).toEqual([
				`log page: No page has the id ${programme.log.id} (${title}). Ask an administrator to restore it: without it no decision counts.`,
			]);
		});

		it('is reported when it has another content model', async () => {
			await protect();
			await admin.post({ action: 'changecontentmodel', title, model: 'text', summary: 'x' });
			expect(todos(await checkLog(port, programme))).toEqual([
				'log page: has the content model text. Change it back to wikitext.',
			]);
		});
	});
});

function portOf(session: ApiSession): Port {
	return {
		query: (params) => session.get({ ...params } as never),
		edit: (params) => session.post({ ...params } as never),
	};
}
