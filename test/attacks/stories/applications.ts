import { ANA, BEN, EVE, TALK, ANNOUNCED, APPLIED } from '../stages.ts';
import type { Story } from '../story.ts';

const DECISION = '\n{{WikiLearn decision|outcome=accepted|by=Rita}}';
const call = (user: string, says = `I am ${user}`) =>
	`{{WikiLearn application\n| course = iah\n| email = sent\n| motivation = ${says}\n| use = I use it\n}}`;
const section = (user: string, says?: string) => `\n== ${user} ==\n${call(user, says)}\n`;
const STUB = '{{WikiLearn application\n| course = iah\n| email = sent\n| use = I use it\n}}';

/** Who an application is attributed to, and when it was made. */
export const applications: readonly Story[] = [
	{
		name: 'a reviewer undoes a comment that was opened around a decision',
		about: 'A1',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: EVE, prepend: '<!-- ', as: 'open' },
			{ do: 'edit', by: 'Eve', title: EVE, append: DECISION },
			{ do: 'undo', by: 'Rita', title: EVE, undo: 'open' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-template: WikiLearn decision'] },
	},
	{
		name: 'a reviewer undoes a flood of calls',
		about: 'A1',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: EVE, append: DECISION },
			{ do: 'edit', by: 'Olu', title: EVE, prepend: '{{x}}'.repeat(1001), as: 'flood' },
			{ do: 'cycle' },
			{ do: 'undo', by: 'Rita', title: EVE, undo: 'flood' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-template: WikiLearn decision'] },
	},
	{
		name: 'a reviewer removes one of two applications above a decision',
		about: 'A1',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: EVE, append: `${call('Eve', 'again')}${DECISION}` },
			{ do: 'edit', by: 'Rita', title: EVE, replace: [call('Eve', 'again'), ''] },
		],
		expect: { applications: APPLIED, problems: ['ineffective-template: WikiLearn decision'] },
	},
	{
		name: 'a reviewer changes the level of a heading above a decision',
		about: 'A1',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK, append: `\n== Olu ==\n${call('Olu')}\n=== Sub ===${DECISION}` },
			{ do: 'edit', by: 'Rita', title: TALK, replace: ['=== Sub ===', '== Sub =='] },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'received' },
			problems: ['ineffective-template: WikiLearn decision'],
		},
	},
	{
		name: 'a reviewer repairs a comment on the report page',
		about: 'A1',
		stage: 'decided',
		steps: [
			{
				do: 'edit',
				by: 'Eve',
				title: 'User:WikiLearnBot/Report',
				prepend: '<!-- {{WikiLearn release|course=iah}}',
			},
			{ do: 'edit', by: 'Rita', title: 'User:WikiLearnBot/Report', replace: ['<!-- {{', '{{'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: { applications: { Ana: 'received/offered', Ben: 'received', Eve: 'received/declined' } },
	},
	{
		name: 'an applicant undoes vandalism on her page',
		about: 'A2',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Eve', title: ANA, append: '\n{{WikiLearn reply|answer=declined}}' },
			{ do: 'edit', by: 'Olu', title: ANA, prepend: '<!-- ', as: 'open' },
			{ do: 'undo', by: 'Ana', title: ANA, undo: 'open' },
		],
		expect: { applications: ANNOUNCED, problems: ['ineffective-template: WikiLearn reply'] },
	},
	{
		name: 'accepted for one course, moved to another',
		about: 'A3',
		stage: 'told',
		steps: [
			{ do: 'move', by: 'Ana', from: ANA, to: 'Learn/Partnerships/Applications/Ana' },
			{
				do: 'edit',
				by: 'Ana',
				title: 'Learn/Partnerships/Applications/Ana',
				replace: ['course = iah', 'course = pb'],
			},
		],
		expect: {
			applications: { Ben: 'received', Eve: 'declined', 'Ana pb': 'received late' },
			problems: ['seat-without-application'],
			seats: [1, 1],
		},
		sample: true,
	},
	{
		name: 'accepted, moved to another course and not rewritten',
		about: 'A3',
		stage: 'told',
		steps: [{ do: 'move', by: 'Eve', from: ANA, to: 'Learn/Partnerships/Applications/Ana' }],
		expect: {
			applications: { Ben: 'received', Eve: 'declined', 'Ana pb': 'unverified late' },
			problems: ['other-course: iah', 'seat-without-application'],
			seats: [1, 1],
		},
	},
	{
		name: 'a comment opened above and closed below somebody’s application',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: TALK, text: 'Hello <!-- ' },
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
			{ do: 'cycle' },
			{ do: 'edit', by: 'Eve', title: TALK, replace: ['<!--', '<!-- -->'] },
		],
		expect: { applications: { ...APPLIED, Olu: 'received' } },
	},
	{
		name: 'a comment opened above somebody’s application, and never closed',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: TALK, text: 'Hello <!-- ' },
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
		],
		expect: { applications: APPLIED, problems: ['unreadable: not-shown'] },
	},
	{
		name: 'an administrator removes a flood above somebody’s application',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: TALK, text: '{{x}}'.repeat(1500) },
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
			{ do: 'cycle' },
			{ do: 'edit', by: 'WikiAdmin', title: TALK, replace: ['{{x}}'.repeat(1500), ''] },
		],
		expect: { applications: { ...APPLIED, Olu: 'received' } },
		sample: true,
	},
	{
		name: 'two people give the same answers',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Us', 'for good') },
			{ do: 'edit', by: 'Rob', title: TALK, append: section('Us', 'for good') },
		],
		expect: { applications: { ...APPLIED, Olu: 'received', Rob: 'received' } },
	},
	{
		name: 'a hidden application in somebody else’s section',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
			{ do: 'edit', by: 'Rob', title: TALK, append: `<!-- ${call('Rob')} -->` },
			{ do: 'edit', by: 'Rita', title: TALK, append: DECISION },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'received' },
			problems: ['ineffective-template: WikiLearn decision', 'unreadable: not-shown'],
		},
	},
	{
		name: 'a reviewer rolls back a blanking',
		about: 'housekeeping',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Olu', title: ANA, text: '' },
			{ do: 'cycle' },
			{ do: 'rollback', by: 'WikiAdmin', title: ANA, user: 'Olu' },
		],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'a reviewer archives a section of the talk page',
		about: 'housekeeping',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Olu'], answers: `${TALK}@-1` },
			{ do: 'cycle' },
			{ do: 'edit', by: 'Rita', title: `${TALK}/Archive 1`, text: section('Olu') },
			{ do: 'edit', by: 'Rita', title: TALK, text: 'Archived.' },
		],
		expect: { applications: { ...APPLIED, Olu: 'received/offered' } },
		sample: true,
	},
	{
		name: 'a reviewer puts an archived section back',
		about: 'housekeeping',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK, append: section('Olu') },
			{ do: 'edit', by: 'Rita', title: TALK, text: 'Archived.' },
			{ do: 'cycle' },
			{ do: 'edit', by: 'Rob', title: TALK, text: section('Olu') },
		],
		expect: { applications: { ...APPLIED, Olu: 'received' } },
	},
	{
		name: 'a reviewer pastes somebody’s application onto a page in their name',
		about: 'housekeeping',
		stage: 'applied',
		steps: [{ do: 'apply', by: 'Rita', title: 'Learn/Harassment/Applications/Olu' }],
		expect: {
			applications: { ...APPLIED, Rita: 'unverified as Olu' },
			problems: ['created-by-other-account: Rita'],
		},
	},
	{
		name: 'a reviewer repairs an application that was broken by its applicant',
		about: 'housekeeping',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'Learn/Harassment/Applications/Olu', text: call('Olu').slice(0, -2) },
			{ do: 'edit', by: 'Rita', title: 'Learn/Harassment/Applications/Olu', append: '\n}}' },
		],
		expect: {
			applications: { ...APPLIED, Rita: 'unverified as Olu' },
			problems: ['created-by-other-account: Rita'],
		},
	},
	{
		name: 'a stub, rewritten after the deadline',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'Learn/Harassment/Applications/Olu', text: STUB },
			{ do: 'wait', days: 11 },
			{ do: 'edit', by: 'Olu', title: 'Learn/Harassment/Applications/Olu', text: call('Olu') },
		],
		expect: { applications: { ...APPLIED, Olu: 'received late' } },
	},
	{
		name: 'a whole application, changed after the deadline',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'wait', days: 11 },
			{ do: 'apply', by: 'Ben', says: 'Something else' },
		],
		expect: { applications: { ...APPLIED, Ben: 'received changed late' } },
	},
	{
		name: 'a page from user space, moved in after the deadline',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'User:Olu/Draft', text: call('Olu') },
			{ do: 'wait', days: 11 },
			{ do: 'move', by: 'Olu', from: 'User:Olu/Draft', to: 'Learn/Harassment/Applications/Olu' },
		],
		expect: { applications: { ...APPLIED, Olu: 'received late' } },
		sample: true,
	},
	{
		name: 'a page from user space, moved in before the deadline',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'User:Olu/Draft', text: call('Olu') },
			{ do: 'move', by: 'Olu', from: 'User:Olu/Draft', to: 'Learn/Harassment/Applications/Olu' },
			{ do: 'wait', days: 11 },
		],
		expect: { applications: { ...APPLIED, Olu: 'received' } },
	},
	{
		name: 'moved in late by way of a title in between, with the author of a move hidden',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'User:Olu/Draft', text: call('Olu') },
			{ do: 'wait', days: 11 },
			{ do: 'move', by: 'Olu', from: 'User:Olu/Draft', to: 'Learn/Harassment/Applications/Other' },
			{
				do: 'move',
				by: 'Olu',
				from: 'Learn/Harassment/Applications/Other',
				to: 'Learn/Harassment/Applications/Olu',
			},
		],
		expect: { applications: { ...APPLIED, Olu: 'received late' }, problems: [] },
	},
	{
		name: 'an administrator merges an older draft into an application that is late: it counts from then',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'User:Olu/Draft', text: call('Olu') },
			{ do: 'wait', days: 11 },
			{ do: 'apply', by: 'Olu' },
			{ do: 'merge', from: 'User:Olu/Draft', to: 'Learn/Harassment/Applications/Olu' },
		],
		expect: { applications: { ...APPLIED, Olu: 'received' } },
	},
	{
		name: 'an older page merged into the talk page',
		about: 'A4',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: 'User:Olu/Draft', text: section('Olu') },
			{ do: 'edit', by: 'Rob', title: TALK, text: section('Rob').replace('I use it', 'I will') },
			{ do: 'cycle' },
			{ do: 'merge', from: 'User:Olu/Draft', to: TALK },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'received', Rob: 'received' },
		},
	},
	{
		name: 'deleted and restored after the deadline',
		about: 'A9',
		stage: 'applied',
		steps: [
			{ do: 'wait', days: 11 },
			{ do: 'delete', title: BEN },
			{ do: 'cycle' },
			{ do: 'restore', title: BEN },
		],
		expect: { applications: APPLIED },
	},
	{
		name: 'restored without its first revision',
		about: 'gaps',
		stage: 'applied',
		steps: [
			{ do: 'apply', by: 'Ben', says: 'I am Ben and more', as: 'more' },
			{ do: 'delete', title: BEN },
			{ do: 'restore', title: BEN, only: ['more'] },
		],
		expect: {
			applications: { Ana: 'received', Eve: 'received', '?': 'unverified' },
			problems: ['hidden-author'],
		},
	},
	{
		name: 'the author of an application is hidden, after a seat was announced',
		about: 'announced stands',
		stage: 'told',
		steps: [{ do: 'hide', title: ANA, of: ['ana'], what: ['user'] }],
		expect: {
			applications: { Ben: 'received', Eve: 'declined', '?': 'unverified' },
			problems: ['hidden-author', 'seat-without-application'],
			seats: [1, 1],
		},
	},
	{
		name: 'an accepted and told application is moved out',
		about: 'B5',
		stage: 'told',
		steps: [{ do: 'move', by: 'Eve', from: ANA, to: 'User:Eve/Trophy' }],
		expect: {
			applications: { Ben: 'received', Eve: 'declined' },
			problems: ['moved-away: User:Eve/Trophy', 'seat-without-application'],
			seats: [1, 1],
		},
	},
	{
		name: 'an accepted and told application is deleted',
		about: 'B5',
		stage: 'told',
		steps: [{ do: 'delete', title: ANA }],
		expect: {
			applications: { Ben: 'received', Eve: 'declined' },
			problems: ['seat-without-application'],
			seats: [1, 1],
		},
	},
	{
		name: 'an accepted and told application is deleted, and a reviewer settles it',
		about: 'B5',
		stage: 'told',
		steps: [
			{ do: 'delete', title: ANA },
			{ do: 'take back', by: 'Rita', of: 'yes', people: ['Ana'] },
		],
		expect: { applications: { Ben: 'received', Eve: 'declined' }, seats: [0, 0] },
	},
	{
		name: 'an accepted and told applicant removes the application: the seat stays until they withdraw',
		about: 'B5',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Ana', title: ANA, text: 'gone' }],
		expect: { applications: ANNOUNCED, problems: ['unreadable: no-application'], seats: [1, 1] },
	},
	{
		name: 'redirected to another application',
		about: 'applications',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Eve', title: ANA, text: `#REDIRECT [[${EVE}]]` }],
		expect: { applications: ANNOUNCED, problems: ['removed-by-others: Eve'] },
	},
	{
		name: 'Eve moves somebody’s page to her own title',
		about: 'applications',
		stage: 'told',
		steps: [
			{ do: 'move', by: 'Eve', from: EVE, to: 'User:Eve/Old' },
			{ do: 'delete', title: EVE },
			{ do: 'move', by: 'Eve', from: ANA, to: EVE },
		],
		expect: {
			applications: { Ana: 'unverified as Eve', Ben: 'received' },
			problems: ['created-by-other-account: Ana', 'seat-without-application'],
			seats: [1, 1],
		},
	},
	{
		name: 'an applicant is renamed, and a stranger takes the name',
		about: 'A6',
		stage: 'told',
		steps: [
			{ do: 'rename', from: 'Ana', to: 'Anabel' },
			{ do: 'register', name: 'Ana' },
			{ do: 'edit', by: 'Ana', title: ANA, append: '\n* no', summary: '«declined yes»' },
		],
		expect: {
			applications: { Anabel: 'offered', Ben: 'received', Eve: 'declined' },
			problems: ['ineffective-mark: no-application'],
		},
		sample: true,
	},
	{
		name: 'a second application on the talk page',
		about: 'applications',
		stage: 'decided',
		steps: [{ do: 'edit', by: 'Ana', title: TALK, append: section('Ana', 'again') }],
		expect: {
			applications: { Ana: 'received late + superseded', Ben: 'received', Eve: 'received/declined' },
			problems: ['duplicate-application: Ana'],
		},
	},
	{
		name: 'a second application on the talk page, after the first was accepted and told',
		about: 'applications',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Ana', title: TALK, append: section('Ana', 'again') }],
		expect: {
			applications: { Ana: 'offered late + superseded', Ben: 'received', Eve: 'declined' },
			problems: ['duplicate-application: Ana'],
			seats: [1, 1],
		},
	},
	{
		name: 'made before applications opened',
		about: 'time',
		stage: 'open',
		steps: [
			{
				do: 'set',
				values: { 'courses.0.opens': '«in a day»' },
			},
			{ do: 'apply', by: 'Ana' },
		],
		expect: { applications: { Ana: 'too-early' }, problems: ['too-early: Ana'] },
	},
	{
		name: 'an application wrapped into nowiki by a stranger',
		about: 'A4',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Eve', title: ANA, prepend: '<nowiki>' },
			{ do: 'edit', by: 'Eve', title: ANA, append: '</nowiki>' },
		],
		expect: { applications: ANNOUNCED, problems: ['unreadable: not-shown'] },
	},
	{
		name: 'an application made a parameter of a stranger’s',
		about: 'A4',
		stage: 'applied',
		steps: [
			{
				do: 'edit',
				by: 'Olu',
				title: BEN,
				replace: [
					'{{WikiLearn application',
					'{{WikiLearn application|course=iah|motivation={{WikiLearn application',
				],
			},
			{ do: 'edit', by: 'Olu', title: BEN, append: '}}' },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'unverified as Ben' },
			problems: ['created-by-other-account: Olu', 'unreadable: not-shown'],
		},
	},
];
