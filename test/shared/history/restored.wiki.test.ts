import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application, startCycleWiki, type CycleWiki } from '../../bot/cycle/startCycleWiki.ts';

const PAGE = 'Learn/Partnerships/Applications';
const PEOPLE = ['Ana', 'Ben', 'Cem', 'Dia', 'Eve'];

/** A page that was deleted, made anew, and then got its old revisions back: they are nobody's parents. */
describe('the history of a restored page', () => {
	let wiki: CycleWiki;

	beforeAll(async () => {
		wiki = await startCycleWiki(['Rita', ...PEOPLE].map((name) => ({ name })));
		for (const name of PEOPLE) {
			const session = await wiki.as(name);
			await session.edit({ title: `${PAGE}/${name}`, text: application('I want to', { course: 'pb' }) });
			await session.edit({ title: `${PAGE}/${name}`, text: application('I want it', { course: 'pb' }) });
		}
	});
	afterAll(() => wiki.running.stop());

	it.each<[string, (admin: Awaited<ReturnType<CycleWiki['as']>>) => Promise<unknown>]>([
		['as one new revision', () => Promise.resolve()],
		['that was edited since', (admin) => admin.edit({ title: `${PAGE}/Ana`, appendtext: '\nMore' })],
	])('is complete, %s', async (_, then) => {
		const before = await wiki.cycle();
		const admin = await wiki.as('WikiAdmin');
		await admin.post({ action: 'delete', title: `${PAGE}/Ana` });
		await admin.edit({ title: `${PAGE}/Ana`, text: application('Not Ana at all', { course: 'pb' }) });
		await admin.post({ action: 'undelete', title: `${PAGE}/Ana` });
		await then(admin);
		const applicants = ({ applications }: typeof before) =>
			applications.map(({ applicant }) => applicant?.name);
		expect(applicants(await wiki.cycle()).sort()).toEqual(PEOPLE);
		expect(applicants(await wiki.cycle(before.cache)).sort()).toEqual(PEOPLE);
	});
});
