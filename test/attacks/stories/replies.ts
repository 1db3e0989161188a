import { ANA, BEN, EVE, TALK, ANNOUNCED } from '../stages.ts';
import type { Story } from '../story.ts';

const BOTH = ['Ana decision accepted-yes', 'Eve decision declined-no'] as const;
const LATER = { do: 'wait', minutes: 16 } as const;

/** Replies to offers, and withdrawals. */
export const replies: readonly Story[] = [
	{
		name: 'a stranger confirms in the applicant’s place',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Eve', title: ANA, append: '\n* yes', summary: '«confirmed yes»' }],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'a stranger withdraws somebody’s application',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Eve', title: ANA, append: '\n* no', summary: '«withdrawn»' }],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'a reviewer confirms in the applicant’s place',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Rita', title: ANA, append: '\n* yes', summary: '«confirmed yes»' }],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'the applicant confirms',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes' }],
		expect: { applications: { ...ANNOUNCED, Ana: 'confirmed' } },
		sample: true,
	},
	{
		name: 'a reply on somebody else’s application',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Ana', title: EVE, append: '\n* yes', summary: '«declined yes»' }],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'an old confirmation for a new offer',
		about: 'replies',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes' },
			{ do: 'reply', by: 'Ana', reply: 'declined', offer: 'yes' },
			{ do: 'cycle' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'again' },
			{ do: 'release', by: 'Rita' },
			LATER,
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered' },
			notices: [...BOTH, 'Ana decision accepted-again'],
		},
	},
	{
		name: 'an old confirmation link is used after a new offer',
		about: 'replies',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'declined', offer: 'yes' },
			{ do: 'cycle' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'again' },
			{ do: 'release', by: 'Rita' },
			LATER,
			{ do: 'cycle' },
			{ do: 'edit', by: 'Ana', title: ANA, append: '\nwell', summary: '«confirmed yes»' },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered' },
			notices: [...BOTH, 'Ana decision accepted-again'],
		},
	},
	{
		name: 'a confirmation before the offer was announced, for a log revision that came later',
		about: 'replies',
		stage: 'decided',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes' },
			{ do: 'release', by: 'Rita' },
			LATER,
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'confirmed' }, notices: BOTH },
	},
	{
		name: 'a withdrawal ends the decisions made before it, and who applies again begins anew',
		about: 'withdrawals',
		stage: 'decided',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'withdrawn' },
			{ do: 'cycle' },
			{ do: 'apply', by: 'Ana', says: 'Once more' },
			{ do: 'release', by: 'Rita' },
			LATER,
		],
		expect: {
			applications: { Ana: 'received changed late', Ben: 'received', Eve: 'declined' },
			notices: ['Eve decision declined-no'],
		},
		sample: true,
	},
	{
		name: 'a withdrawal after the release and before the announcement',
		about: 'withdrawals',
		stage: 'decided',
		steps: [{ do: 'release', by: 'Rita' }, { do: 'reply', by: 'Ana', reply: 'withdrawn' }, LATER],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'withdrawn' },
			notices: ['Eve decision declined-no'],
			seats: [0, 0],
		},
	},
	{
		name: 'who withdrew and applies again is accepted anew',
		about: 'withdrawals',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'withdrawn' },
			{ do: 'cycle' },
			{ do: 'apply', by: 'Ana', says: 'Once more' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'again' },
			{ do: 'release', by: 'Rita' },
			LATER,
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered changed late' },
			notices: [...BOTH, 'Ana decision accepted-again'],
			seats: [1, 1],
		},
	},
	{
		name: 'a withdrawal is undone by a stranger',
		about: 'withdrawals',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'withdrawn', as: 'out' },
			{ do: 'undo', by: 'Eve', title: ANA, undo: 'out' },
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'withdrawn' } },
	},
	{
		name: 'an application that its applicant removed is put back by a stranger',
		about: 'withdrawals',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Ben', title: BEN, text: 'I will not come.', as: 'gone' },
			{ do: 'cycle' },
			{ do: 'undo', by: 'Eve', title: BEN, undo: 'gone' },
		],
		expect: {
			applications: { Ana: 'received', Ben: 'withdrawn', Eve: 'received' },
			problems: ['changed-by-others: Eve'],
		},
		sample: true,
	},
	{
		name: 'and put back by its applicant',
		about: 'withdrawals',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Ben', title: BEN, text: 'I will not come.', as: 'gone' },
			{ do: 'cycle' },
			{ do: 'undo', by: 'Ben', title: BEN, undo: 'gone' },
		],
		expect: { applications: { Ana: 'received', Ben: 'received', Eve: 'received' } },
	},
	{
		name: 'an edit link fills in a withdrawal, and the applicant only exchanges a letter',
		about: 'marks',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Ana', title: ANA, replace: ['I am', 'I em'], summary: '«withdrawn»' }],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered changed late' },
			problems: ['ineffective-mark: adds-nothing'],
		},
	},
	{
		name: 'the summary of a reply is hidden: the offer does not expire',
		about: 'cannot tell',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes', as: 'yes please' },
			{ do: 'hide', title: ANA, of: ['yes please'], what: ['comment'] },
			{ do: 'wait', days: 9 },
		],
		expect: { applications: ANNOUNCED, problems: ['uncertain-action: hidden'] },
	},
	{
		name: 'the author of a reply is hidden: the offer does not expire',
		about: 'cannot tell',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes', as: 'yes please' },
			{ do: 'hide', title: ANA, of: ['yes please'], what: ['user'] },
			{ do: 'wait', days: 9 },
		],
		expect: { applications: ANNOUNCED, problems: ['uncertain-action: hidden'] },
	},
	{
		name: 'a stranger’s hidden summary on the page holds nothing',
		about: 'cannot tell',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Eve', title: ANA, append: '\nnoise', summary: 'a slur', as: 'noise' },
			{ do: 'hide', title: ANA, of: ['noise'], what: ['comment'] },
			{ do: 'wait', days: 8 },
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'lapsed' } },
	},
	{
		name: 'an offer that was not confirmed expires, and a late confirmation does nothing',
		about: 'replies',
		stage: 'told',
		steps: [
			{ do: 'wait', days: 8 },
			{ do: 'cycle' },
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes' },
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'lapsed' } },
	},
	{
		name: 'a reply in the same edit as a stranger’s heading on the talk page',
		about: 'replies',
		stage: 'told',
		steps: [{ do: 'edit', by: 'Ana', title: TALK, append: '\n== Hello ==\nhi', summary: '«confirmed yes»' }],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: no-parent'] },
	},
	{
		name: 'a confirmation is undone by vandals, rolled back by an administrator, and the page moved to and fro',
		about: 'replies',
		stage: 'told',
		steps: [
			{ do: 'reply', by: 'Ana', reply: 'confirmed', offer: 'yes', as: 'reply' },
			{ do: 'undo', by: 'Eve', title: ANA, undo: 'reply' },
			{ do: 'rollback', by: 'WikiAdmin', title: ANA, user: 'Eve' },
			{ do: 'move', by: 'Eve', from: ANA, to: `${ANA} 2` },
			{ do: 'cycle' },
			{ do: 'move', by: 'WikiAdmin', from: `${ANA} 2`, to: ANA },
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'confirmed' } },
	},
	{
		name: 'a confirmation imported in the applicant’s name',
		about: 'A7',
		stage: 'told',
		steps: [
			{
				do: 'import',
				title: ANA,
				revisions: [
					{ user: 'Ana', text: 'A longer text'.repeat(40), comment: '«confirmed yes»', ago: 60 * 24 * 5 },
				],
			},
		],
		expect: {
			applications: { Ben: 'received', Eve: 'declined', '?': 'unverified' },
			problems: [
				'hidden-author',
				'ineffective-mark: adds-nothing',
				'removed-by-others',
				'seat-without-application',
				'unreadable: imported',
				'unreadable: no-application',
			],
			seats: [1, 1],
		},
		sample: true,
	},
];
