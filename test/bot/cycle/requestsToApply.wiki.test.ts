import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { application, startCycleWiki, type CycleWiki, type Done } from './startCycleWiki.ts';

const TALK = 'Talk:Learn/Harassment';

describe('a request to apply without the template', () => {
	let wiki: CycleWiki;
	let ana: ApiSession;
	let eve: ApiSession;
	let first: Done;
	let revid: number | undefined;

	beforeAll(async () => {
		wiki = await startCycleWiki([{ name: 'Rita' }, { name: 'Ana' }, { name: 'Ben' }, { name: 'Eve' }]);
		ana = await wiki.as('Ana');
		eve = await wiki.as('Eve');
		await (
			await wiki.as('Ben')
		).edit({ title: TALK, section: 'new', sectiontitle: 'Application', text: application('b') });
		await eve.edit({ title: TALK, section: 'new', sectiontitle: 'How do I apply?', text: 'Well?' });
		revid = await ana.edit({
			title: TALK,
			section: 'new',
			sectiontitle: "My '''application'''",
			text: 'I would like to take part. ~~~~',
		});
		await eve.edit({ title: TALK, section: 'new', sectiontitle: 'Rooms', text: 'Where is it?' });
		first = await wiki.cycle();
	});
	afterAll(() => wiki.running.stop());

	const talk = async () => {
		const response = await ana.get<{ parse: { wikitext: string } }>({
			action: 'parse',
			prop: 'wikitext',
			page: TALK,
		});
		return response.parse.wikitext;
	};
	const answers = async () => (await talk()).match(/\{\{WikiLearn use the form[^}]*\}\}/g) ?? [];
	const findRequests = ({ problems }: Done) => problems.filter(({ kind }) => kind === 'request-to-apply');

	it('is reported with its author and revision', () => {
		expect(findRequests(first)).toEqual([
			{ kind: 'request-to-apply', about: `${TALK}#My '''application'''`, detail: 'Ana', revid },
		]);
	});

	it('gets one signed reply in its section, and nothing else on the page changes', async () => {
		const text = await talk();
		expect(await answers()).toEqual([
			`{{WikiLearn use the form|course=iah|page=Learn/Harassment|section-revision=${String(revid)}}}`,
		]);
		expect(text.indexOf('use the form')).toBeGreaterThan(text.indexOf('I would like to take part'));
		expect(text.indexOf('use the form')).toBeLessThan(text.indexOf('== Rooms =='));
		expect(text).toContain(application('b'));
		expect(text).toMatch(/section-revision=\d+\}\} \[\[User:WikiLearnBot/);
	});

	it('gets no second reply, with or without a cache', async () => {
		await wiki.cycle(first.cache);
		await wiki.cycle();
		expect(await answers()).toHaveLength(1);
	});

	it('gets no second reply when others removed the reply or changed the heading', async () => {
		const before = await talk();
		await eve.edit({ title: TALK, text: before.replace(/\n:\{\{WikiLearn use the form.*/, '') });
		await wiki.cycle();
		expect(await answers()).toHaveLength(0);
		await eve.edit({ title: TALK, text: before.replace("My '''application'''", 'Application of Ana') });
		await wiki.cycle();
		expect(await answers()).toHaveLength(1);
	});

	it('is no longer reported once its author has applied', async () => {
		await ana.edit({ title: 'Learn/Harassment/Applications/Ana', text: application('a') });
		expect(findRequests(await wiki.cycle()).map(({ detail }) => detail)).not.toContain('Ana');
	});

	it('gets no reply while the stop page is set, or on a page that denies bots', async () => {
		const admin = await wiki.as('WikiAdmin');
		await eve.edit({ title: 'Talk:Learn/Partnerships', text: '== I want to apply ==\nPlease' });
		await admin.edit({ title: 'User:WikiLearnBot/Stop', text: 'Something is wrong' });
		expect(findRequests(await wiki.cycle())).toHaveLength(2);
		await admin.edit({ title: 'User:WikiLearnBot/Stop', text: '' });
		const text = '{{nobots}}\n== I want to apply ==\nPlease';
		await eve.edit({ title: 'Talk:Learn/Partnerships', text });
		const result = await wiki.cycle();
		expect(findRequests(result).map(({ about }) => about)).toContain(
			'Talk:Learn/Partnerships#I want to apply',
		);
		expect(result.published.map(({ title }) => title)).not.toContain('Talk:Learn/Partnerships');
		await eve.edit({ title: 'Talk:Learn/Partnerships', text: text.replace('{{nobots}}', '') });
		expect((await wiki.cycle()).published).toContainEqual(
			expect.objectContaining({ title: 'Talk:Learn/Partnerships', kind: 'saved' }),
		);
	});
});
