import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import type { Verdict } from '../../../shared/rules/eligibility.ts';
import { application, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';

/** Every recorded answer of CentralAuth, and what the harassment course's requirements make of it. */
const recorded: readonly (readonly [name: string, rights: Verdict, free: Verdict])[] = [
	['Volunteer', 'not met', 'met'],
	['LocalSysop', 'met', 'met'],
	['SysopAbroad', 'met', 'met'],
	['Rollbacker', 'met', 'met'],
	['Steward', 'met', 'met'],
	// CentralAuth does not say whether the block is a partial one.
	['BlockedAbroad', 'not met', 'unknown'],
	['LockedUser', 'not met', 'not met'],
	['NoSuchPerson', 'not met', 'met'],
];

describe('rights and blocks from CentralAuth', () => {
	let wiki: CycleWiki;

	beforeAll(async () => {
		wiki = await startCycleWiki([
			{ name: 'Rita' },
			...recorded.map(([name]) => ({ name, groups: name === 'LocalSysop' ? ['sysop'] : [] })),
			{ name: 'Blocked' },
			{ name: 'Partly' },
		]);
		for (const name of [...recorded.map(([name]) => name), 'Blocked', 'Partly']) {
			const session = await wiki.as(name);
			await session.edit({ title: `Learn/Harassment/Applications/${name}`, text: application('x') });
			await session.edit({
				title: `Learn/Partnerships/Applications/${name}`,
				text: application('x', { course: 'pb' }),
			});
		}
		const admin = await wiki.as('WikiAdmin');
		await admin.post({ action: 'block', user: 'Blocked', expiry: 'infinite' });
		const partial = { partial: true, pagerestrictions: 'Main Page', allowusertalk: true, expiry: '1 month' };
		await admin.post({ action: 'block', user: 'Partly', ...partial });
	});
	afterAll(() => wiki.running.stop());

	const inCourse = async (course: string) => {
		const { applications } = await wiki.cycle();
		return new Map(
			applications
				.filter((application) => application.course === course)
				.map((application) => [application.applicant?.name ?? '', application]),
		);
	};
	const verdicts = (application: AssessedApplication | undefined) =>
		application?.eligibility.requirements.map(({ verdict }) => verdict);

	it('decide the verdicts of the course that requires rights', async () => {
		const found = await inCourse('iah');
		expect(recorded.map(([name]) => [name, ...(verdicts(found.get(name)) ?? [])])).toEqual(recorded);
	});

	it('are shown with wiki, group and time of the check', async () => {
		const rights = (await inCourse('iah')).get('SysopAbroad')?.eligibility.requirements[0];
		expect(rights).toMatchObject({
			evidence: [{ kind: 'group', wiki: 'enwiki', url: 'https://en.wiki.example', group: 'sysop' }],
			checkedAt: expect.stringMatching(/^20/) as unknown,
		});
	});

	it('distinguish partial from sitewide blocks, and never decline anybody', async () => {
		const found = await inCourse('pb');
		const evidence = (name: string) => found.get(name)?.eligibility.requirements[1]?.evidence;
		expect(evidence('Blocked')).toMatchObject([{ kind: 'block', extent: 'sitewide', expires: null }]);
		expect(evidence('Partly')).toMatchObject([{ kind: 'block', extent: 'partial' }]);
		expect([...found.values()].map(({ state }) => state)).toEqual(Array(10).fill('received'));
	});

	it('are unknown after an error for that account only, and known one cycle later', async () => {
		await wiki.running.setGlobalAccounts({ Volunteer: { error: 'internal_api_error_DBQueryError' } });
		const first = await wiki.cycle();
		const of = (name: string, result = first) =>
			verdicts(
				result.applications.find(
					(application) => application.course === 'iah' && application.applicant?.name === name,
				),
			);
		expect([of('Volunteer'), of('Steward')]).toEqual([
			['unknown', 'unknown'],
			['met', 'met'],
		]);
		expect(first.problems).toContainEqual(
			expect.objectContaining({ kind: 'lookup-failed', about: 'User:Volunteer' }),
		);
		await wiki.running.setGlobalAccounts({ Volunteer: { record: 'Volunteer' } });
		const next = await wiki.cycle(first.cache);
		expect(of('Volunteer', next)).toEqual(['not met', 'met']);
		expect(next.problems.filter(({ kind }) => kind === 'lookup-failed')).toEqual([]);
	});

	it('are unknown, never "not met", on a wiki without CentralAuth', async () => {
		await wiki.running.setSettings('$testWikiCentralAuth = false;');
		wiki.sent.length = 0;
		const { applications, problems } = await wiki.cycle();
		const found = new Map(
			applications
				.filter(({ course }) => course === 'iah')
				.map((application) => [application.applicant?.name, verdicts(application)]),
		);
		expect(found.get('Volunteer')).toEqual(['unknown', 'unknown']);
		expect(found.get('LocalSysop')).toEqual(['met', 'unknown']);
		expect(problems.filter(({ kind }) => kind === 'lookup-failed')).toHaveLength(1);
		await wiki.running.setSettings('');
	});
});
