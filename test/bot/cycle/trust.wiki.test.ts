import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAction } from '../../../shared/actions/mark.ts';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { renameUser } from './renameUser.ts';
import { application, startCycleWiki, type CycleWiki, type Done } from './startCycleWiki.ts';

const PAGE = 'Learn/Harassment/Applications';

/**
 * Whom the bot believes, on a real wiki: what takes one, such as moves, renames and hidden revisions, and one of each
 * other kind. The rest are files of attacks. Ana applies, Eve is up to something.
 */
describe('trust', () => {
	let wiki: CycleWiki;
	const session: Record<'Ana' | 'Eve' | 'Rita' | 'Admin', ApiSession> = {} as never;

	beforeAll(async () => {
		wiki = await startCycleWiki([
			{ name: 'Rita' },
			{ name: 'Ana' },
			{ name: 'Eve' },
			{ name: 'Admin', groups: ['sysop'] },
		]);
		for (const name of ['Ana', 'Eve', 'Rita', 'Admin'] as const) session[name] = await wiki.as(name);
		// Tokens are made on the first post; they are to be in the snapshot.
		for (const user of Object.values(session)) await user.token('csrf');
		await wiki.cycle();
		await wiki.running.snapshot('start');
	});
	beforeEach(() => wiki.running.restore('start'));
	afterAll(() => wiki.running.stop());

	const put = (user: keyof typeof session, title: string, text: string) =>
		session[user].edit({ title, text });
	const move = (user: keyof typeof session, from: string, to: string, noredirect = false) =>
		session[user].post({ action: 'move', from, to, noredirect });
	const of = (result: Done, name: string): readonly AssessedApplication[] =>
		result.applications.filter(({ applicant }) => applicant?.name === name);
	const details = ({ problems }: Done, ...kinds: readonly string[]) =>
		problems.filter(({ kind }) => kinds.includes(kind)).map(({ kind, detail }) => `${kind}: ${detail}`);

	describe('in the applicant', () => {
		it('application in my name by someone else', async () => {
			const revid = await put('Eve', `${PAGE}/Ana`, application('I am Ana'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toEqual([]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'unverified', onBehalfOf: 'Ana', added: { revid } }]);
			expect(result.problems).toContainEqual({
				kind: 'created-by-other-account',
				about: `${PAGE}/Ana`,
				detail: 'Eve',
				revid,
			});
		});

		it('application in my name by someone else, which I then save as my own', async () => {
			await put('Eve', `${PAGE}/Ana`, application('I am Ana'));
			await put('Ana', `${PAGE}/Ana`, application('This is what I say'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([
				{ state: 'received', application: { answers: { motivation: 'This is what I say' } } },
			]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'unverified' }]);
		});

		it('application moved to my name', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await move('Eve', `${PAGE}/Ana`, `${PAGE}/Eve`);
			const result = await wiki.cycle();
			expect(of(result, 'Eve')).toEqual([]);
			expect(of(result, 'Ana')).toMatchObject([
				{ state: 'unverified', onBehalfOf: 'Eve', title: `${PAGE}/Eve` },
			]);
			expect(details(result, 'created-by-other-account')).toEqual(['created-by-other-account: Ana']);
		});

		it('application moved to my name, then changed', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await move('Eve', `${PAGE}/Ana`, `${PAGE}/Eve`);
			await put('Eve', `${PAGE}/Eve`, application('by Eve'));
			const result = await wiki.cycle();
			expect(of(result, 'Eve')).toMatchObject([{ application: { answers: { motivation: 'by Eve' } } }]);
			expect(of(result, 'Ana')).toMatchObject([{ application: { answers: { motivation: 'by Ana' } } }]);
		});

		it('application hidden behind a redirect', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Eve', `${PAGE}/Eve`, application('by Eve'));
			await put('Eve', `${PAGE}/Ana`, `#REDIRECT [[${PAGE}/Eve]]`);
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'received', removed: { user: { name: 'Eve' } } }]);
			expect(details(result, 'removed-by-others')).toEqual(['removed-by-others: Eve']);
		});

		it('applicant whose old name someone else took after a rename', async () => {
			const aMinuteFromNow = new Date(Date.now() + 60_000).toISOString();
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await renameUser(wiki.running, 'Ana', 'Anna');
			await wiki.running.createAccount({ name: 'Ana', password: 'another', registered: aMinuteFromNow });
			const result = await wiki.cycle();
			expect(of(result, 'Anna')).toMatchObject([{ state: 'received', onBehalfOf: null }]);
			expect(of(result, 'Ana')).toEqual([]);
		});

		it('application without an account', async () => {
			await wiki.running.importPages([
				{
					title: `${PAGE}/192.0.2.7`,
					revisions: [{ user: '192.0.2.7', timestamp: '2026-01-01T00:00:00Z', text: application('x') }],
				},
			]);
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ applicant: null, state: 'unverified' }]);
			expect(details(result, 'no-account')).toEqual(['no-account: 192.0.2.7']);
		});

		it('applicant whom an administrator hid', async () => {
			const revid = await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Ana', `${PAGE}/Ana`, `${application('by Ana')}\nmore`);
			await hide(revid, 'user');
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ applicant: null, state: 'unverified' }]);
			expect(details(result, 'hidden-author')).toHaveLength(1);
		});

		it('application first visible in an administrator’s edit after hidden revisions', async () => {
			const revid = await put('Ana', `${PAGE}/Ana`, `${application('x')} my address`);
			await put('Admin', `${PAGE}/Ana`, application('x'));
			await hide(revid, 'content');
			const result = await wiki.cycle();
			expect(of(result, 'Admin')).toEqual([]);
			expect(result.applications).toMatchObject([{ applicant: null, state: 'unverified' }]);
		});
	});

	describe('in the answers', () => {
		it('answers changed by someone else', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			const revid = await put('Eve', `${PAGE}/Ana`, application('by Eve'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([
				{ application: { answers: { motivation: 'by Ana' } }, changedByOthers: { revid } },
			]);
			expect(details(result, 'changed-by-others')).toEqual(['changed-by-others: Eve']);
		});

		it('rollback of vandalism does not change the answers', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Eve', `${PAGE}/Ana`, 'ha');
			const token = await session.Admin.token('rollback');
			await session.Admin.post({ action: 'rollback', title: `${PAGE}/Ana`, user: 'Eve', token });
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'received', changedByOthers: null, removed: null }]);
			expect(result.problems.filter(({ about }) => about.startsWith(PAGE))).toEqual([]);
		});

		it('withdrawal undone by the applicant', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await put('Ana', `${PAGE}/Ana`, 'I changed my mind');
			await put('Ana', `${PAGE}/Ana`, application('a'));
			expect((await wiki.cycle()).applications).toMatchObject([{ state: 'received' }]);
		});
	});

	describe('in decisions', () => {
		const decide = async (user: keyof typeof session, answers: number | undefined, options: object = {}) => {
			const applicants = [{ id: wiki.ids.get('Ana') ?? 0, answersRevid: answers ?? 0 }];
			const action = { kind: 'decide', course: 'iah', outcome: 'accepted', place: null, applicants } as const;
			return session[user].edit({
				pageid: String(wiki.programme.log.id),
				appendtext: `\n* ${user} decides`,
				summary: writeAction(action, 'nonce123'),
				...options,
			});
		};
		const decided = ({ applications }: Done) => applications.map(({ decision }) => decision?.revid ?? null);

		it('decision by a reviewer', async () => {
			const revid = await decide('Rita', await put('Ana', `${PAGE}/Ana`, application('a')));
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([revid]);
			expect(result.applications).toMatchObject([{ state: 'received', decidedState: 'accepted' }]);
			expect(details(result, 'ineffective-mark')).toEqual([]);
		});

		it('someone else’s decision', async () => {
			const revid = await decide('Eve', await put('Ana', `${PAGE}/Ana`, application('a')));
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([null]);
			expect(result.problems).toContainEqual({
				kind: 'ineffective-mark',
				about: 'Learn/Log',
				detail: 'unauthorized',
				revid,
			});
		});

		it('decision undone by someone else with a mark of their choice', async () => {
			const answers = await put('Ana', `${PAGE}/Ana`, application('a'));
			const revid = await decide('Rita', answers);
			await session.Rita.edit({
				pageid: String(wiki.programme.log.id),
				undo: String(revid),
				summary: 'wikilearn:decide/iah/declined/1.1/nonce123',
			});
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([revid]);
			expect(details(result, 'ineffective-mark')).toEqual(['ineffective-mark: reverts']);
		});

		it('decision whose line was removed, on a moved log', async () => {
			const revid = await decide('Rita', await put('Ana', `${PAGE}/Ana`, application('a')));
			await put('Eve', 'Learn/Log', 'nothing');
			await move('Admin', 'Learn/Log', 'Learn/Old log', true);
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([revid]);
			expect(details(result, 'log-page')).toEqual(['log-page: moved: Learn/Old log']);
		});

		it('decision written as a template', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			const revid = await session.Rita.edit({
				title: `${PAGE}/Ana`,
				appendtext: '\n{{WikiLearn decision|outcome=accepted}}',
			});
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([null]);
			expect(result.problems).toContainEqual(
				expect.objectContaining({ kind: 'ineffective-template', about: `${PAGE}/Ana`, revid }),
			);
		});

		it('imported log revision with a reviewer’s name', async () => {
			const answers = await put('Ana', `${PAGE}/Ana`, application('a'));
			const id = String(wiki.ids.get('Ana'));
			await wiki.running.importPages([
				{
					title: 'Learn/Log',
					revisions: [
						{
							user: 'elsewhere>Rita',
							timestamp: '2026-11-02T00:00:00Z',
							text: 'The log, and more than there is',
							comment: `wikilearn:decide/iah/accepted/${id}.${String(answers)}/nonce123`,
						},
					],
				},
			]);
			const result = await wiki.cycle();
			expect(decided(result)).toEqual([null]);
		});
	});

	async function hide(revid: number | undefined, field: 'user' | 'content'): Promise<void> {
		const admin = await wiki.as('WikiAdmin');
		await admin.post({ action: 'revisiondelete', type: 'revision', ids: String(revid), hide: field });
	}
});
