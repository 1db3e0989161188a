import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { rename } from './rename.ts';
import { application, startCycleWiki, type CycleWiki, type Done } from './startCycleWiki.ts';

const PAGE = 'Learn/Harassment/Applications';
const TALK = 'Talk:Learn/Harassment';
const ACCEPTED = '{{WikiLearn decision|outcome=accepted|by=Rita|date=today}}';

/** Whom the bot believes: each attack as edits on a real wiki. Ana applies, Eve is up to something. */
describe('whom the bot believes', () => {
	let wiki: CycleWiki;
	const session: Record<'Ana' | 'Ben' | 'Eve' | 'Rita' | 'Admin', ApiSession> = {} as never;

	beforeAll(async () => {
		wiki = await startCycleWiki([
			{ name: 'Rita' },
			{ name: 'Ana' },
			{ name: 'Ben' },
			{ name: 'Eve' },
			{ name: 'Admin', groups: ['sysop'] },
		]);
		for (const name of ['Ana', 'Ben', 'Eve', 'Rita', 'Admin'] as const) session[name] = await wiki.as(name);
		// Tokens are made on the first post; they are to be in the snapshot.
		for (const one of Object.values(session)) await one.token('csrf');
		await wiki.cycle();
		await wiki.running.snapshot('start');
	});
	beforeEach(() => wiki.running.restore('start'));
	afterAll(() => wiki.running.stop());

	const put = (who: keyof typeof session, title: string, text: string) => session[who].edit({ title, text });
	const say = (who: keyof typeof session, title: string, sectiontitle: string, text: string) =>
		session[who].edit({ title, section: 'new', sectiontitle, text });
	const textOf = async (title: string): Promise<string> => {
		const answer = await session.Admin.get<{ parse: { wikitext: string } }>({
			action: 'parse',
			prop: 'wikitext',
			page: title,
		});
		return answer.parse.wikitext;
	};
	const move = (who: keyof typeof session, from: string, to: string, noredirect = false) =>
		session[who].post({ action: 'move', from, to, noredirect });
	const of = (result: Done, name: string): readonly AssessedApplication[] =>
		result.applications.filter(({ applicant }) => applicant?.name === name);
	const told = ({ problems }: Done, ...kinds: readonly string[]) =>
		problems.filter(({ kind }) => kinds.includes(kind)).map(({ kind, detail }) => `${kind}: ${detail}`);

	describe('about who applies', () => {
		it('application in my name by someone else', async () => {
			const revid = await put('Eve', `${PAGE}/Ana`, application('I am Ana'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toEqual([]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'unverified', inNameOf: 'Ana', added: { revid } }]);
			expect(result.problems).toContainEqual({
				kind: 'made-by-other',
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

		it('signature of an administrator', async () => {
			await say('Eve', TALK, 'Admin', `${application('x')} [[User:Admin|Admin]] ([[User talk:Admin|talk]])`);
			const result = await wiki.cycle();
			expect(of(result, 'Admin')).toEqual([]);
			expect(of(result, 'Eve')).toMatchObject([{ eligibility: { verdict: 'not met' } }]);
		});

		it('title in an administrator’s name', async () => {
			await put('Eve', `${PAGE}/Admin`, application('x'));
			const result = await wiki.cycle();
			expect(of(result, 'Admin')).toEqual([]);
			expect(of(result, 'Eve')).toMatchObject([
				{ state: 'unverified', inNameOf: 'Admin', eligibility: { verdict: 'not met' } },
			]);
		});

		it('title in an administrator’s name, with a small letter or a page below', async () => {
			await put('Eve', `${PAGE}/admin`, application('x'));
			await put('Eve', `${PAGE}/Admin/Eve`, application('y'));
			expect((await wiki.cycle()).applications.map(({ inNameOf, state }) => [inNameOf, state])).toEqual([
				['Admin', 'unverified'],
				['Admin', 'unverified'],
			]);
		});

		it('look-alike name of an administrator', async () => {
			await put('Eve', `${PAGE}/Аdmin`, application('x'));
			const result = await wiki.cycle();
			expect(of(result, 'Admin')).toEqual([]);
			expect(of(result, 'Eve')).toMatchObject([{ eligibility: { verdict: 'not met' } }]);
		});

		it('application moved to my name', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await move('Eve', `${PAGE}/Ana`, `${PAGE}/Eve`);
			const result = await wiki.cycle();
			expect(of(result, 'Eve')).toEqual([]);
			expect(of(result, 'Ana')).toMatchObject([
				{ state: 'unverified', inNameOf: 'Eve', title: `${PAGE}/Eve` },
			]);
			expect(told(result, 'made-by-other')).toEqual(['made-by-other: Ana']);
		});

		it('application moved to my name, then changed', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await move('Eve', `${PAGE}/Ana`, `${PAGE}/Eve`);
			await put('Eve', `${PAGE}/Eve`, application('by Eve'));
			const result = await wiki.cycle();
			expect(of(result, 'Eve')).toMatchObject([{ application: { answers: { motivation: 'by Eve' } } }]);
			expect(of(result, 'Ana')).toMatchObject([{ application: { answers: { motivation: 'by Ana' } } }]);
		});

		it('application copied to my page', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Eve', `${PAGE}/Eve`, application('by Ana'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ title: `${PAGE}/Ana`, state: 'received' }]);
			expect(of(result, 'Eve')).toMatchObject([{ title: `${PAGE}/Eve`, state: 'received' }]);
		});

		it('application hidden behind a redirect', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Eve', `${PAGE}/Eve`, application('by Eve'));
			await put('Eve', `${PAGE}/Ana`, `#REDIRECT [[${PAGE}/Eve]]`);
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'received', removed: { user: { name: 'Eve' } } }]);
			expect(told(result, 'removed-by-others')).toEqual(['removed-by-others: Eve']);
		});

		it('applicant whose name someone else took after a rename', async () => {
			const aMinuteFromNow = new Date(Date.now() + 60_000).toISOString();
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await rename(wiki.running, 'Ana', 'Anna');
			await wiki.running.createAccount({ name: 'Ana', password: 'another', registered: aMinuteFromNow });
			const result = await wiki.cycle();
			expect(of(result, 'Anna')).toMatchObject([{ state: 'received', inNameOf: null }]);
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
			expect(told(result, 'no-account')).toEqual(['no-account: 192.0.2.7']);
		});

		it('applicant whom an administrator hid', async () => {
			const revid = await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Ana', `${PAGE}/Ana`, `${application('by Ana')}\nmore`);
			await hide(revid, 'user');
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ applicant: null, state: 'unverified' }]);
			expect(told(result, 'hidden-author')).toHaveLength(1);
		});

		it('application that an administrator first shows after hiding what was there', async () => {
			const revid = await put('Ana', `${PAGE}/Ana`, `${application('x')} my address`);
			await put('Admin', `${PAGE}/Ana`, application('x'));
			await hide(revid, 'content');
			const result = await wiki.cycle();
			expect(of(result, 'Admin')).toEqual([]);
			expect(result.applications).toMatchObject([{ applicant: null, state: 'unverified' }]);
		});
	});

	describe('about the answers', () => {
		it('answers changed by someone else', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			const revid = await put('Eve', `${PAGE}/Ana`, application('by Eve'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([
				{ application: { answers: { motivation: 'by Ana' } }, changedByOthers: { revid } },
			]);
			expect(told(result, 'changed-by-others')).toEqual(['changed-by-others: Eve']);
		});

		it('rollback of a vandal is no change of answers', async () => {
			await put('Ana', `${PAGE}/Ana`, application('by Ana'));
			await put('Eve', `${PAGE}/Ana`, 'ha');
			const token = await session.Admin.token('rollback');
			await session.Admin.post({ action: 'rollback', title: `${PAGE}/Ana`, user: 'Eve', token });
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'received', changedByOthers: null, removed: null }]);
			expect(result.problems.filter(({ about }) => about.startsWith(PAGE))).toEqual([]);
		});

		it('withdrawal by someone else', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await put('Ben', `${PAGE}/Ben`, application('b'));
			await put('Eve', `${PAGE}/Ana`, application('a', { withdrawn: true }));
			await put('Eve', `${PAGE}/Ben`, 'gone');
			const result = await wiki.cycle();
			expect(result.applications.map(({ state }) => state)).toEqual(['received', 'received']);
			expect(told(result, 'changed-by-others', 'removed-by-others')).toHaveLength(2);
		});

		it('withdrawal undone by someone else', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await put('Ana', `${PAGE}/Ana`, 'I changed my mind');
			const revid = await put('Eve', `${PAGE}/Ana`, application('a'));
			await put('Ben', `${PAGE}/Ben`, application('b', { withdrawn: true }));
			await put('Eve', `${PAGE}/Ben`, application('b'));
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([
				{ state: 'withdrawn', changedByOthers: { revid } },
				{ state: 'withdrawn' },
			]);
			expect(told(result, 'changed-by-others')).toHaveLength(2);
		});

		it('withdrawal undone by the applicant', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await put('Ana', `${PAGE}/Ana`, 'I changed my mind');
			await put('Ana', `${PAGE}/Ana`, application('a'));
			expect((await wiki.cycle()).applications).toMatchObject([{ state: 'received' }]);
		});

		it('answers and heading changed by someone else in one edit', async () => {
			await say('Ana', TALK, 'Ana applies', application('by Ana'));
			const text = (await textOf(TALK)).replace('Ana applies', 'Eve applies').replace('by Ana', 'by Eve');
			await put('Eve', TALK, text);
			const result = await wiki.cycle();
			expect(of(result, 'Eve')).toEqual([]);
			expect(of(result, 'Ana')).toMatchObject([
				{ application: { answers: { motivation: 'by Ana' } }, changedByOthers: { user: { name: 'Eve' } } },
			]);
		});

		it('my section written over by someone who applies', async () => {
			await say('Ana', TALK, 'Application', application('by Ana', { use: 'one' }));
			await put('Ben', TALK, `== Application ==\n${application('by Ben', { use: 'two' })}`);
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ removed: { user: { name: 'Ben' } }, state: 'received' }]);
			expect(of(result, 'Ben')).toMatchObject([{ state: 'received' }]);
		});
	});

	describe('about decisions', () => {
		const accept = (who: keyof typeof session, name = 'Ana') =>
			session[who].edit({ title: `${PAGE}/${name}`, appendtext: `\n${ACCEPTED}` });

		it('decision by a reviewer', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			const revid = await accept('Rita');
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'accepted', decisions: [{ change: { revid } }] }]);
			expect(told(result, 'foreign-decision', 'decision-changed')).toEqual([]);
		});

		it('someone else’s decision', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			const revid = await accept('Eve');
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'received', decisions: [] }]);
			expect(result.problems).toContainEqual({
				kind: 'foreign-decision',
				about: `${PAGE}/Ana`,
				detail: 'Eve',
				revid,
			});
		});

		it('decision that came with the application', async () => {
			await put('Eve', `${PAGE}/Eve`, `${application('a')}\n${ACCEPTED}`);
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'received' }]);
			expect(told(result, 'foreign-decision')).toEqual(['foreign-decision: Eve']);
		});

		it('decision changed by the applicant', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await session.Rita.edit({
				title: `${PAGE}/Ana`,
				appendtext: '\n{{WikiLearn decision|outcome=declined}}',
			});
			const text = (await textOf(`${PAGE}/Ana`)).replace('declined', 'accepted');
			await put('Ana', `${PAGE}/Ana`, text);
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'declined' }]);
			expect(told(result, 'decision-changed')).toEqual(['decision-changed: Ana']);
		});

		it('decision removed by someone else', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await accept('Rita');
			await put('Eve', `${PAGE}/Ana`, application('a'));
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'accepted' }]);
			expect(told(result, 'decision-changed')).toEqual(['decision-changed: Eve']);
		});

		it('decision taken back by the reviewer and put back by the applicant', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await accept('Rita');
			await put('Rita', `${PAGE}/Ana`, application('a'));
			await accept('Ana');
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'received' }]);
			expect(told(result, 'foreign-decision')).toEqual(['foreign-decision: Ana']);
		});

		it('decision by a reviewer moved to another page', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await accept('Rita');
			await put('Eve', `${PAGE}/Eve`, `${application('e')}\n${ACCEPTED}`);
			await put('Eve', `${PAGE}/Ana`, application('a'));
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'accepted' }]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'received' }]);
			expect(told(result, 'foreign-decision', 'decision-changed').sort()).toEqual([
				'decision-changed: Eve',
				'foreign-decision: Eve',
			]);
		});

		it('decision by a reviewer moved to another section', async () => {
			const ana = `== Ana ==\n${application('a')}`;
			const eve = `== Eve ==\n${application('e')}`;
			await say('Ana', TALK, 'Ana', application('a'));
			await say('Eve', TALK, 'Eve', application('e'));
			await put('Rita', TALK, `${ana}\n${ACCEPTED}\n\n${eve}`);
			await put('Eve', TALK, `${ana}\n\n${eve}\n${ACCEPTED}`);
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'accepted' }]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'received' }]);
		});

		it('application pushed in above a reviewer’s decision', async () => {
			await say('Ana', TALK, 'Ana', application('a'));
			await put('Rita', TALK, `== Ana ==\n${application('a')}\n${ACCEPTED}`);
			await put('Eve', TALK, `== Ana ==\n${application('a')}\n${application('other')}\n${ACCEPTED}`);
			const result = await wiki.cycle();
			expect(of(result, 'Ana')).toMatchObject([{ state: 'accepted' }]);
			expect(of(result, 'Eve')).toMatchObject([{ state: 'received' }]);
		});

		it('decision in a subsection, newest counts', async () => {
			await say('Ana', TALK, 'Ana', `${application('a')}\n\n=== Review ===`);
			await session.Rita.edit({
				title: TALK,
				appendtext: '\n{{WikiLearn decision|outcome=accepted}}\n{{WikiLearn decision|outcome=declined}}',
			});
			expect((await wiki.cycle()).applications).toMatchObject([{ state: 'declined' }]);
		});

		it('name of a reviewer in an imported revision', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await wiki.running.importPages([
				{
					title: `${PAGE}/Eve`,
					revisions: [
						{ user: 'Eve', timestamp: '2026-11-01T00:00:00Z', text: application('e') },
						{
							user: 'elsewhere>Rita',
							timestamp: '2026-11-02T00:00:00Z',
							text: `${application('e')}${ACCEPTED}`,
						},
					],
				},
			]);
			expect(of(await wiki.cycle(), 'Eve')).toMatchObject([{ state: 'received' }]);
		});

		it('decision with a word that is none', async () => {
			await put('Ana', `${PAGE}/Ana`, application('a'));
			await session.Rita.edit({ title: `${PAGE}/Ana`, appendtext: '\n{{WikiLearn decision|outcome=yes}}' });
			const result = await wiki.cycle();
			expect(result.applications).toMatchObject([{ state: 'received' }]);
			expect(told(result, 'unreadable')).toEqual(['unreadable: outcome=yes']);
		});
	});

	async function hide(revid: number | undefined, what: 'user' | 'content'): Promise<void> {
		const admin = await wiki.as('WikiAdmin');
		await admin.post({ action: 'revisiondelete', type: 'revision', ids: String(revid), hide: what });
	}
});
