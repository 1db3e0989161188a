import { describe, expect, it } from 'vitest';
import { deriveReviewables, type Known } from '../../../gadget/review/deriveReviewables.ts';
import { orderQueue } from '../../../gadget/review/queue/orderQueue.ts';
import { outboxOf } from '../../../gadget/review/queue/outboxOf.ts';
import type { Submission } from '../../../shared/submission/submission.ts';
import { application, course, decision, idOf, programme, status, subpage } from './pilotPages.ts';

const NOTHING_MORE: Known = { names: new Map(), sent: [], now: '2021-01-19T00:00:00Z' };

const derive = (submissions: readonly Submission[], known: Partial<Known> = {}) =>
	deriveReviewables(programme, course, submissions, { ...NOTHING_MORE, ...known });

const told = (name: string, about: string) => ({
	course: course.id,
	applicant: idOf(name),
	kind: 'decision' as const,
	about,
	at: '2021-01-18T13:00:00Z',
	title: `User talk:${name}`,
	revid: 9000,
});

describe('applications as reviewers see them', () => {
	it('have the states that the bot derives', () => {
		const found = derive(
			[
				subpage('Ana', ['Ana', application()]),
				subpage('Ben', ['Ben', application()], ['ReviewerOne', application() + decision('accepted'), 7]),
				subpage('Cem', ['Cem', application()], ['Dora', application() + decision('accepted'), 7]),
				subpage('Eve', ['Fay', application()]),
				subpage('Gil', ['Gil', application('| withdrawn = yes\n')]),
				subpage('Hal', ['Hal', application(), 16]),
			],
			{ names: new Map([['Eve', { id: idOf('Eve'), registered: '2010-01-01T00:00:00Z' }]]) },
		);
		expect(found.map(({ one, state, late }) => [one.inName, state, late])).toEqual([
			['Ana', 'received', false],
			['Ben', 'accepted', false],
			['Cem', 'received', false],
			['Eve', 'unverified', false],
			['Gil', 'withdrawn', false],
			['Hal', 'received', true],
		]);
		expect(found[2]?.problems).toMatchObject([{ kind: 'foreign-decision', detail: 'Dora' }]);
	});

	it('are the applicant’s own after a rename, when the old name is somebody’s who came later', () => {
		const [one] = derive([subpage('Old name', ['Ana', application()])], {
			names: new Map([['Old name', { id: 999, registered: '2021-01-10T00:00:00Z' }]]),
		});
		expect(one?.state).toBe('received');
	});

	it('are replaced by a newer one of the account', () => {
		const found = derive([
			subpage('Ana', ['Ana', application(), 4]),
			subpage('Ana again', ['Ana', application(), 6]),
		]);
		expect(found.map(({ state }) => state)).toEqual(['superseded', 'received']);
	});

	it('have the bot’s verdict from the bot’s own newest revision', () => {
		const found = derive([
			subpage('Ana', ['Ana', application()], ['WikiLearnBot', application() + status('not met')]),
			subpage(
				'Ben',
				['Ben', application()],
				['WikiLearnBot', application() + status('not met')],
				['Ben', application() + status('met')],
			),
			subpage('Cem', ['Cem', application() + status('met')]),
			subpage('Dan', ['Dan', application()], ['WikiLearnBot', application() + status('<b>met</b>')]),
		]);
		expect(found.map(({ verdict }) => verdict)).toEqual(['not met', 'not met', 'unknown', 'unknown']);
	});

	it('stand in the queue with the fewest reviewers first, then by time', () => {
		const decided = (name: string, day: number, ...reviewers: readonly string[]): Submission => {
			let text = application();
			const history = reviewers.map((by) => [by, (text += decision('accepted')), 9] as const);
			return subpage(name, [name, application(), day], ...history);
		};
		const found = derive([
			decided('Ana', 1, 'ReviewerOne', 'ReviewerTwo'),
			decided('Ben', 2, 'ReviewerOne', 'ReviewerOne'),
			decided('Cem', 4),
			decided('Dan', 3),
		]);
		expect(orderQueue(found).map(({ one }) => one.inName)).toEqual(['Dan', 'Cem', 'Ben', 'Ana']);
	});
});

describe('the outbox in short', () => {
	const decided = (name: string, outcome: string): Submission =>
		subpage(name, [name, application()], ['ReviewerOne', application() + decision(outcome), 7]);

	it('counts who was not told, or was told something else', () => {
		const all = derive(
			[
				decided('Ana', 'accepted'),
				decided('Ben', 'accepted'),
				decided('Cem', 'declined'),
				decided('Dan', 'waitlisted'),
				subpage('Eve', ['Eve', application()]),
				subpage(
					'Fay',
					['Fay', application('| withdrawn = yes\n')],
					['ReviewerOne', application('| withdrawn = yes\n') + decision('accepted'), 7],
				),
			],
			{ sent: [told('Ben', 'accepted-1'), told('Dan', 'accepted-2')] },
		);
		expect(outboxOf(course, { all, now: NOTHING_MORE.now })).toEqual({
			waiting: { accepted: 1, waitlisted: 1, declined: 1 },
			all: 3,
			early: false,
			undecided: 1,
			tooMany: 0,
			changed: [],
		});
	});

	it('sees what stands in the way: too early, too many, changed since', () => {
		const text = application() + decision('accepted');
		const all = derive([
			decided('Ana', 'accepted'),
			subpage(
				'Ben',
				['Ben', application()],
				['ReviewerOne', text, 7],
				['Ben', text.replace('| motivation = yes', '| motivation = other'), 8],
			),
		]);
		const outbox = outboxOf({ ...course, seats: 1 }, { all, now: '2021-01-17T00:00:00Z' });
		expect(outbox).toMatchObject({ early: true, tooMany: 1, changed: ['Ben'], all: 2 });
	});
});
