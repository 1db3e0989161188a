import { describe, expect, it } from 'vitest';
import type { AssessedApplication } from '../../../bot/plan/assessApplications.ts';
import { contactsTable } from '../../../bot/commands/export/tables.ts';
import { formatMassMessage, formatTargets } from '../../../bot/commands/export/formats.ts';
import { findRecipients, type RecipientGroup } from '../../../bot/plan/recipients.ts';
import { STATES, type State } from '../../../shared/rules/state.ts';
import { createApplication, programme } from '../render/cohort.ts';
import { createGlobalAccount, createFacts, createLocalAccount } from '../../shared/rules/recordedFacts.ts';

const iah = programme.courses[0]!;
const site = {
	server: 'https://wiki.example.org',
	articlePath: '/wiki/$1',
	namespaces: [{ id: 3, name: 'Discussion utilisateur', canonical: 'User talk' }],
};
const PLAIN = createFacts(createLocalAccount(), createGlobalAccount());
const NO_MAIL = createFacts(createLocalAccount({ emailable: false }), createGlobalAccount());

/** Applications for the first course: those of even numbers. */
function person(index: number, state: State, more: Partial<AssessedApplication> = {}): AssessedApplication {
	return createApplication(index * 2, { state, facts: PLAIN, ...more });
}

function withoutAddress(application: AssessedApplication): AssessedApplication {
	return { ...application, application: { ...application.application, email: 'not sent' } };
}

function names(applications: readonly AssessedApplication[]): readonly (string | undefined)[] {
	return applications.map(({ applicant }) => applicant?.name);
}

describe('the recipients of a message', () => {
	const people = [
		person(0, 'accepted'),
		person(1, 'offered'),
		person(2, 'confirmed'),
		person(3, 'waitlisted'),
		// Decided, and not announced.
		person(4, 'received', { decidedState: 'accepted' }),
		person(5, 'declined'),
		person(6, 'received'),
		withoutAddress(person(7, 'received', { facts: NO_MAIL })),
		withoutAddress(person(8, 'withdrawn', { facts: NO_MAIL })),
		withoutAddress(person(9, 'received')),
		person(10, 'accepted', { applicant: null }),
		createApplication(1, { state: 'accepted', facts: PLAIN }),
	];

	it.each<[RecipientGroup, readonly string[]]>([
		['accepted', ['User 0', 'User 2', 'User 4']],
		['waitlisted', ['User 6']],
		['all', ['User 0', 'User 2', 'User 4', 'User 6', 'User 8', 'User 12', 'User 14', 'User 18']],
		['unreachable', ['User 14']],
	])('%s', (to, expected) => {
		expect(names(findRecipients(iah.id, people, to))).toEqual(expected);
	});

	it('never include people who can no longer take part', () => {
		const all = STATES.map((state, index) => withoutAddress(person(index, state, { facts: NO_MAIL })));
		const live = ['incomplete', 'received', 'waitlisted', 'accepted', 'offered', 'confirmed'];
		const found = findRecipients(iah.id, all, 'unreachable').map(({ state }) => state);
		expect([...found].sort()).toEqual(live.sort());
	});
});

describe('delivery lists', () => {
	const noAccount = createFacts(
		createLocalAccount({ block: { extent: 'sitewide', expires: null, reason: '' } }),
		createGlobalAccount(),
	);
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

	it('follow from how people can be reached', () => {
		expect(table.rows).toEqual([
			['iah', 'User 2', 'talk', 'Discussion utilisateur:User 2'],
			['iah', 'User 0', 'wiki-email', 'Discussion utilisateur:User 0'],
			['iah', 'User 0', 'email', 'Discussion utilisateur:User 0'],
			['iah', 'User 4', 'none', 'Discussion utilisateur:User 4'],
		]);
	});

	it('list each talk page once, without unreachable accounts', () => {
		expect(JSON.parse(formatMassMessage(table, 'all: iah'))).toEqual({
			description: 'all: iah',
			targets: [{ title: 'Discussion utilisateur:User 0' }, { title: 'Discussion utilisateur:User 2' }],
		});
		expect(formatTargets(table)).toBe(
			'* {{#target:Discussion utilisateur:User 0}}\n* {{#target:Discussion utilisateur:User 2}}\n',
		);
	});
});
