import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import { contactsTable } from '../../../bot/export/contactsTable.ts';
import { writeMassMessage, writeTargets } from '../../../bot/export/writeMassMessage.ts';
import { planReminders } from '../../../bot/notices/planReminders.ts';
import { recipientsOf, type RecipientGroup } from '../../../bot/notices/recipients.ts';
import type { SentNotice } from '../../../shared/notice/notice.ts';
import { states, type Outcome, type State } from '../../../shared/rules/status.ts';
import { application, programme } from '../render/cohort.ts';
import { global, known, local } from '../../shared/rules/recordedFacts.ts';

const iah = programme.courses[0]!;
const site = {
	server: 'https://wiki.example.org',
	articlePath: '/wiki/$1',
	namespaces: [{ id: 3, name: 'Discussion utilisateur', canonical: 'User talk' }],
};
const PLAIN = known(local(), global());
const NO_MAIL = known(local({ emailable: false }), global());

/** Applications for the first course: those of even numbers. */
function person(index: number, state: State, more: Partial<AssessedApplication> = {}): AssessedApplication {
	return application(index * 2, { state, facts: PLAIN, ...more });
}

function told(outcome: Outcome): Pick<AssessedApplication, 'told'> {
	return { told: { outcome, decision: 5, at: '2021-01-20T00:00:00Z' } };
}

function withoutAddress(one: AssessedApplication): AssessedApplication {
	return { ...one, application: { ...one.application, email: 'not sent' } };
}

function names(applications: readonly AssessedApplication[]): readonly (string | undefined)[] {
	return applications.map(({ applicant }) => applicant?.name);
}

const sentTo = (applicant: number, kind: SentNotice['kind'], about = ''): SentNotice => ({
	course: iah.id,
	applicant,
	kind,
	about,
	at: '2021-01-20T00:00:00Z',
	title: 'User talk:X',
	revid: 99,
});

describe('whom a message is for', () => {
	const people = [
		person(0, 'accepted', told('accepted')),
		person(1, 'offered', told('accepted')),
		person(2, 'confirmed', told('waitlisted')),
		person(3, 'waitlisted', told('waitlisted')),
		person(4, 'waitlisted'),
		person(5, 'declined', told('declined')),
		person(6, 'received'),
		withoutAddress(person(7, 'received', { facts: NO_MAIL })),
		withoutAddress(person(8, 'withdrawn', { facts: NO_MAIL })),
		withoutAddress(person(9, 'received')),
		application(1, { state: 'accepted', facts: PLAIN, ...told('accepted') }),
	];
	const of = (to: RecipientGroup, notices = programme.notices) =>
		recipientsOf(notices ? { notices } : {}, iah.id, people, to);

	it.each([
		['accepted', ['User 0', 'User 2'], ['User 4']],
		['waitlisted', ['User 6'], ['User 8']],
		['all', ['User 0', 'User 2', 'User 4', 'User 6', 'User 8', 'User 12', 'User 14', 'User 18'], []],
		['unreachable', ['User 14'], []],
	] as const)('%s', (to, expected, untold) => {
		expect(names(of(to).applications)).toEqual(expected);
		expect(names(of(to).untold)).toEqual(untold);
	});

	it('does not ask who was told where the bot tells nobody', () => {
		expect(names(of('waitlisted', ['receipt']).applications)).toEqual(['User 6', 'User 8']);
	});

	it('is never one who may not take part any more, in any state', () => {
		const all = states.map((state, index) => withoutAddress(person(index, state, { facts: NO_MAIL })));
		const live = ['incomplete', 'received', 'waitlisted', 'accepted', 'offered', 'confirmed'];
		const found = recipientsOf({}, iah.id, all, 'unreachable').applications.map(({ state }) => state);
		expect([...found].sort()).toEqual(live.sort());
	});
});

describe('reminders of the address', () => {
	it('go to those who may still take part, once each', () => {
		const people = [
			person(0, 'received'),
			...states.map((state, index) => withoutAddress(person(index + 1, state))),
		];
		const planned = planReminders(programme, [iah], people, [], site);
		const live = ['incomplete', 'received', 'waitlisted', 'accepted', 'offered', 'confirmed'];
		expect(planned).toHaveLength(live.length);
		expect(planned[0]).toMatchObject({
			kind: 'contact',
			about: '',
			text: 'contact',
			params: {
				link: 'https://wiki.example.org/wiki/Community_Development/WikiLearn/Identifying_and_Addressing_Harassment_Online?wikilearn=email',
			},
		});
		const sent = planned.slice(1).map(({ applicant }) => sentTo(applicant, 'contact'));
		expect(planReminders(programme, [iah], people, sent, site)).toEqual(planned.slice(0, 1));
	});

	it('go to nobody where no course asks for an address', () => {
		const course = { ...iah, questions: iah.questions.filter(({ type }) => type !== 'private-email') };
		const people = [withoutAddress(person(0, 'received'))];
		expect(planReminders(programme, [iah], people, [], site)).toHaveLength(1);
		expect(planReminders(programme, [course], people, [], site)).toEqual([]);
	});
});

describe('delivery lists', () => {
	const noAccount = known(local({ block: { extent: 'sitewide', expires: null, reason: '' } }), global());
	const table = contactsTable(
		[
			withoutAddress(person(1, 'received', { facts: NO_MAIL })),
			withoutAddress(person(0, 'received')),
			person(0, 'received'),
			withoutAddress(person(2, 'received', { facts: noAccount })),
			person(3, 'received', { applicant: null }),
		],
		site,
	);

	it('come from a table of how people can be reached', () => {
		expect(table.rows).toEqual([
			['iah', 'User 2', 'talk', 'Discussion utilisateur:User 2'],
			['iah', 'User 0', 'wiki-email', 'Discussion utilisateur:User 0'],
			['iah', 'User 0', 'email', 'Discussion utilisateur:User 0'],
			['iah', 'User 4', 'none', 'Discussion utilisateur:User 4'],
		]);
	});

	it('name each talk page once, without those of accounts that nobody can reach', () => {
		expect(JSON.parse(writeMassMessage(table, 'all: iah'))).toEqual({
			description: 'all: iah',
			targets: [{ title: 'Discussion utilisateur:User 0' }, { title: 'Discussion utilisateur:User 2' }],
		});
		expect(writeTargets(table)).toBe(
			'* {{#target:Discussion utilisateur:User 0}}\n* {{#target:Discussion utilisateur:User 2}}\n',
		);
	});
});
