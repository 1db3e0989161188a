import type { GlobalRecord, TestAccount } from '../wiki/account.ts';

/** The same for everyone: nothing on the demo's wiki is worth a secret. */
export const PASSWORD = 'wikilearn demo 2026';
/** MediaWiki takes only `0-9a-w` for a bot password. */
export const BOT_PASSWORD = '0123456789abcdef0123456789abcdef';

const GRANTS = ['basic', 'highvolume', 'editpage', 'createeditmovepage', 'editprotected'];
const LONG_AGO = '2019-03-01T00:00:00Z';

interface DemoAccount {
	readonly account: TestAccount;
	/** What CentralAuth says about it, by the recorded answer that it is taken from. */
	readonly global: { readonly record: GlobalRecord };
}

export function volunteer(
	name: string,
	record: GlobalRecord = 'Volunteer',
	more: Partial<TestAccount> = {},
): DemoAccount {
	return {
		account: { name, password: PASSWORD, registered: LONG_AGO, editCount: 40, ...more },
		global: { record },
	};
}

function team(name: string, groups: readonly string[], grants: readonly string[]): DemoAccount {
	return volunteer(name, 'Volunteer', {
		groups,
		botPasswords: [{ appId: 'demo', password: BOT_PASSWORD, grants }],
	});
}

export const DEPLOYER = 'InterfaceAdmin';

/** Everyone on the demo's wiki. The bot and the reviewers are those that the programme names. */
export function demoAccounts(programme: {
	readonly bot: { readonly name: string };
	readonly reviewers: readonly { readonly name: string }[];
	readonly contact: { readonly account: string };
}): readonly DemoAccount[] {
	return [
		team(programme.bot.name, ['bot'], GRANTS),
		team(DEPLOYER, ['interface-admin', 'sysop'], [...GRANTS, 'editinterface', 'editsiteconfig']),
		...programme.reviewers.map(({ name }) => volunteer(name)),
		// The wiki mails the applicants' addresses to it.
		volunteer(programme.contact.account, 'Volunteer', { email: 'team@example.org' }),
		volunteer('Volunteer'),
		volunteer('LocalSysop', 'LocalSysop', { groups: ['sysop'] }),
		volunteer('LocalRollbacker', 'Volunteer', {
			groups: [{ group: 'rollbacker', expiry: '2099-01-01T00:00:00Z' }],
		}),
		volunteer('SysopAbroad', 'SysopAbroad'),
		volunteer('Rollbacker', 'Rollbacker'),
		volunteer('Steward', 'Steward'),
		volunteer('BlockedAbroad', 'BlockedAbroad'),
		volunteer('LockedUser', 'LockedUser'),
		volunteer('Newcomer', 'Volunteer', { registered: '2026-01-01T00:00:00Z', editCount: 3 }),
		volunteer('Āmina Yūsuf', 'Volunteer', { editCount: 2300 }),
		volunteer('Иван Петров', 'Volunteer', { editCount: 812 }),
		volunteer('李小龍', 'Volunteer', { editCount: 150 }),
	];
}
