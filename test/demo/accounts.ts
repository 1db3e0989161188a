import type { GlobalAccount, TestAccount } from '../wiki/account.ts';

/** The same for everyone: nothing on the demo's wiki is worth a secret. */
export const PASSWORD = 'wikilearn demo 2026';
/** MediaWiki takes only `0-9a-w` for a bot password. */
export const BOT_PASSWORD = '0123456789abcdef0123456789abcdef';

const GRANTS = ['basic', 'highvolume', 'editpage', 'createeditmovepage', 'editprotected'];
const LONG_AGO = '2019-03-01T00:00:00Z';

interface DemoAccount extends TestAccount {
	readonly global?: GlobalAccount;
}

/** `record`: what CentralAuth says about the account, by the recorded answer that it is taken from. */
const volunteer = (name: string, more: Partial<DemoAccount> = {}): DemoAccount => ({
	name,
	password: PASSWORD,
	registered: LONG_AGO,
	editCount: 40,
	global: { record: 'Volunteer' },
	...more,
});

const team = (name: string, groups: readonly string[], grants: readonly string[]): DemoAccount => ({
	...volunteer(name, { groups }),
	botPasswords: [{ appId: 'demo', password: BOT_PASSWORD, grants }],
});

export const DEPLOYER = 'InterfaceAdmin';

/** Everyone on the demo's wiki. The bot and the reviewers are those that the programme names. */
export function demoAccounts(programme: {
	readonly bot: string;
	readonly reviewers: readonly string[];
}): readonly DemoAccount[] {
	return [
		team(programme.bot, ['bot'], GRANTS),
		team(DEPLOYER, ['interface-admin', 'sysop'], [...GRANTS, 'editinterface', 'editsiteconfig']),
		...programme.reviewers.map((name) => volunteer(name)),
		volunteer('Volunteer'),
		volunteer('LocalSysop', { groups: ['sysop'], global: { record: 'LocalSysop' } }),
		volunteer('LocalRollbacker', { groups: [{ group: 'rollbacker', expiry: '2099-01-01T00:00:00Z' }] }),
		volunteer('SysopAbroad', { global: { record: 'SysopAbroad' } }),
		volunteer('Rollbacker', { global: { record: 'Rollbacker' } }),
		volunteer('Steward', { global: { record: 'Steward' } }),
		volunteer('BlockedAbroad', { global: { record: 'BlockedAbroad' } }),
		volunteer('LockedUser', { global: { record: 'LockedUser' } }),
		volunteer('Newcomer', { registered: '2026-01-01T00:00:00Z', editCount: 3 }),
		volunteer('Āmina Yūsuf', { editCount: 2300 }),
		volunteer('Иван Петров', { editCount: 812 }),
		volunteer('李小龍', { editCount: 150 }),
	];
}
