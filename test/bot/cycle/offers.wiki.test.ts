import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAction } from '../../../shared/actions/mark.ts';
import { createCourse, shiftClock, SOON, startNoticeWiki, type NoticeWiki } from './startNoticeWiki.ts';

describe('notices about offers', () => {
	let wiki: NoticeWiki;
	let offer: number;

	beforeAll(async () => {
		wiki = await startNoticeWiki(
			['Rita', 'Ana', 'Ben', 'Eve'].map((name) => ({ name })),
			createCourse(5, 6, 15),
		);
		for (const name of ['Rita', 'Ana', 'Eve', 'WikiAdmin']) await (await wiki.as(name)).token('csrf');
		await wiki.apply('Ana');
		await wiki.apply('Ben');
		offer = await wiki.decide('Ana', 'accepted');
		await wiki.decide('Ben', 'declined');
		await wiki.put(createCourse(0, 0, 9, { offers: { confirmDays: 7, reminderDays: 2 } }));
		await wiki.release();
		await wiki.cycle(null, shiftClock(SOON));
		await wiki.running.snapshot('told');
	});
	beforeEach(() => wiki.running.restore('told'));
	afterAll(() => wiki.running.stop());

	const noticesToAna = async () => (await wiki.sentNotices()).filter((notice) => notice.startsWith('Ana'));
	const TOLD = ['Ana: decision accepted'];

	it('sends one reminder and one notice of expiry', async () => {
		expect((await wiki.cycle()).applications[0]).toMatchObject({ state: 'offered' });
		await wiki.cycle(null, shiftClock(4));
		expect(await noticesToAna()).toEqual(TOLD);
		await wiki.cycle(null, shiftClock(5.5));
		await wiki.cycle(null, shiftClock(6));
		const lapsed = await wiki.cycle(null, shiftClock(7.5));
		expect(lapsed.applications[0]).toMatchObject({ state: 'lapsed' });
		await wiki.cycle(null, shiftClock(8));
		expect(await noticesToAna()).toEqual([...TOLD, 'Ana: offer-reminder', 'Ana: offer-lapsed']);
	});

	it('sends no further offer notices after confirmation, only the course reminder', async () => {
		await wiki.reply('Ana', 'confirmed');
		expect((await wiki.cycle()).applications[0]).toMatchObject({ state: 'confirmed' });
		await wiki.cycle(null, shiftClock(5.5));
		await wiki.cycle(null, shiftClock(6.5));
		await wiki.cycle(null, shiftClock(7));
		expect(await noticesToAna()).toEqual([...TOLD, 'Ana: start']);
	});

	it('accepts replies from the applicant only', async () => {
		const eve = await wiki.as('Eve');
		const title = 'Learn/Partnerships/Applications/Ana';
		const summary = writeAction({ kind: 'reply', course: 'pb', reply: 'declined', offer }, 'nonce123');
		await eve.edit({ title, appendtext: '\n* No', summary });
		const { applications } = await wiki.cycle();
		expect(applications[0]).toMatchObject({ state: 'offered', replies: [] });
	});
});
