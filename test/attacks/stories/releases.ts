import { ANA, LOG, ANNOUNCED, DECIDED, APPLIED } from '../stages.ts';
import type { Story } from '../story.ts';

const BOTH = ['Ana decision accepted-yes', 'Eve decision declined-no'] as const;
const RELEASE = { do: 'release', by: 'Rita', as: 'release' } as const;
const LATER = { do: 'wait', minutes: 16 } as const;

/** Releases, and whose actions count. */
export const releases: readonly Story[] = [
	{
		name: 'taken back within the 15 minutes, and restored by a stranger',
		about: 'A5',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'take back', by: 'Rita', of: 'release', as: 'stop' },
			{ do: 'undo', by: 'Eve', title: LOG, undo: 'stop' },
			LATER,
		],
		expect: { applications: DECIDED, problems: ['ineffective-mark: reverts'] },
		sample: true,
	},
	{
		name: 'taken back by another reviewer, and brought back with its summary by a stranger',
		about: 'A5',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'take back', by: 'Rob', of: 'release' },
			{ do: 'bring back', by: 'Eve', title: LOG, of: 'release', summary: '«release»' },
			LATER,
		],
		expect: { applications: DECIDED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'removed from the log by a stranger',
		about: 'A5',
		stage: 'decided',
		steps: [RELEASE, { do: 'undo', by: 'Eve', title: LOG, undo: 'release' }, LATER],
		expect: { applications: ANNOUNCED, notices: BOTH, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'the log blanked, and a reviewer undoes that long after',
		about: 'A5',
		stage: 'told',
		steps: [
			{ do: 'take back', by: 'Rita', of: 'release' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ben'] },
			{ do: 'edit', by: 'Eve', title: LOG, text: '', as: 'blank' },
			{ do: 'undo', by: 'Rita', title: LOG, undo: 'blank' },
			LATER,
		],
		expect: { applications: { ...ANNOUNCED, Ben: 'received/offered' } },
	},
	{
		name: 'by a stranger',
		about: 'A5',
		stage: 'decided',
		steps: [{ do: 'edit', by: 'Eve', title: LOG, append: '\n* out', summary: '«release»' }, LATER],
		expect: { applications: DECIDED, problems: ['ineffective-mark: unauthorized'] },
		sample: true,
	},
	{
		name: 'with the digest of something else',
		about: 'digest',
		stage: 'decided',
		steps: [
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n* out',
				summary: 'wikilearn:release/iah/«no»/00000000000000000000000000000000/nonce999',
			},
			LATER,
		],
		expect: { applications: DECIDED, blocks: ['digest-mismatch'], problems: ['release-mismatch'] },
	},
	{
		name: 'a release link that was made before somebody decided again',
		about: 'digest',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: 'User:Eve', text: 'x' },
			RELEASE,
			{ do: 'decide', by: 'Rob', verdict: 'declined', people: ['Ana'], as: 'again' },
			LATER,
		],
		expect: {
			applications: { Ana: 'received/declined [decided-after-release]', Ben: 'received', Eve: 'declined' },
			notices: ['Eve decision declined-no'],
		},
	},
	{
		name: 'a decision taken back after the release holds that one person',
		about: 'release',
		stage: 'decided',
		steps: [RELEASE, { do: 'take back', by: 'Rob', of: 'yes', people: ['Ana'] }, LATER],
		expect: {
			applications: { Ana: 'received', Ben: 'received', Eve: 'declined' },
			notices: ['Eve decision declined-no'],
		},
	},
	{
		name: 'answers changed after the release hold that one person, until somebody confirms',
		about: 'release',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'apply', by: 'Ana', says: 'Something else altogether' },
			LATER,
			{ do: 'cycle' },
			{ do: 'decide', by: 'Rob', verdict: 'accepted', people: ['Ana'], as: 'again' },
			{ do: 'release', by: 'Rob' },
			LATER,
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered changed late' },
			notices: ['Ana decision accepted-again', 'Eve decision declined-no'],
		},
		sample: true,
	},
	{
		name: 'answers changed after the release, and nobody confirms',
		about: 'release',
		stage: 'decided',
		steps: [RELEASE, { do: 'apply', by: 'Ana', says: 'Something else altogether' }, LATER],
		expect: {
			applications: {
				Ana: 'received/offered changed late [answers-changed]',
				Ben: 'received',
				Eve: 'declined',
			},
			notices: ['Eve decision declined-no'],
		},
	},
	{
		name: 'a stranger changes the answers after the release: that holds nobody',
		about: 'release',
		stage: 'decided',
		steps: [RELEASE, { do: 'edit', by: 'Eve', title: ANA, replace: ['I am Ana', 'I am a fool'] }, LATER],
		expect: { applications: ANNOUNCED, notices: BOTH, problems: ['changed-by-others: Eve'] },
	},
	{
		name: 'taken back after it was announced',
		about: 'announced stands',
		stage: 'told',
		steps: [{ do: 'take back', by: 'Rita', of: 'release' }, LATER],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'an announced decision is taken back',
		about: 'announced stands',
		stage: 'told',
		steps: [{ do: 'take back', by: 'Rob', of: 'yes', people: ['Ana'] }, LATER],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'offered/received' },
			problems: ['decision-revoked'],
			seats: [1, 0],
		},
	},
	{
		name: 'an announced decision is corrected, and that is released',
		about: 'announced stands',
		stage: 'told',
		steps: [
			{ do: 'decide', by: 'Rob', verdict: 'declined', people: ['Ana'], as: 'sorry' },
			{ do: 'release', by: 'Rob' },
			LATER,
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'declined' },
			notices: [...BOTH, 'Ana correction declined-sorry'],
			seats: [0, 0],
		},
	},
	{
		name: 'the row of the reviewer who decided is deleted before the announcement',
		about: 'A6',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rob', as: 'release' },
			{ do: 'set', values: { 'reviewers.0': undefined } },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...APPLIED, Eve: 'received/declined' },
			blocks: ['digest-mismatch'],
			problems: [
				'ineffective-mark: unauthorized',
				'programme-changed: people: WikiAdmin',
				'release-mismatch',
			],
		},
	},
	{
		name: 'the row of the reviewer who decided is deleted after the announcement',
		about: 'A6',
		stage: 'told',
		steps: [
			{ do: 'set', values: { 'reviewers.0': undefined } },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: ANNOUNCED,
			problems: [
				'ineffective-mark: unauthorized',
				'ineffective-mark: unauthorized',
				'programme-changed: people: WikiAdmin',
			],
		},
		sample: true,
	},
	{
		name: 'a reviewer leaves: what she did stays, what she does later does not count',
		about: 'A6',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'set', values: { 'reviewers.0.until': '«now»' } },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ben'] },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: ANNOUNCED,
			notices: BOTH,
			problems: ['ineffective-mark: unauthorized', 'programme-changed: people: WikiAdmin'],
		},
	},
	{
		name: 'within a day of a change of people nothing is announced',
		about: 'people',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'set', values: { 'reviewers.0.until': '2099-01-01T00:00:00Z' } },
			{ do: 'wait', minutes: 60 * 23 },
		],
		expect: {
			applications: DECIDED,
			blocks: ['programme-changed'],
			problems: ['programme-changed: people: WikiAdmin'],
		},
	},
	{
		name: 'nor with a release after it',
		about: 'people',
		stage: 'decided',
		steps: [
			{ do: 'set', values: { 'reviewers.0.until': '2099-01-01T00:00:00Z' } },
			RELEASE,
			{ do: 'wait', minutes: 60 * 23 },
		],
		expect: {
			applications: DECIDED,
			blocks: ['programme-changed'],
			problems: ['programme-changed: people: WikiAdmin'],
		},
	},
	{
		name: 'a change of people that is changed back at once holds a day as well',
		about: 'people',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'set', values: { 'reviewers.0.until': '2099-01-01T00:00:00Z' } },
			{ do: 'set', values: { 'reviewers.0.until': undefined } },
			{ do: 'wait', minutes: 60 * 23 },
		],
		expect: {
			applications: DECIDED,
			blocks: ['programme-changed'],
			problems: ['programme-changed: people: WikiAdmin', 'programme-changed: people: WikiAdmin'],
		},
	},
	{
		name: 'an administrator names a stranger reviewer, who decides: reported, and held for a day',
		about: 'A8',
		stage: 'decided',
		steps: [
			{
				do: 'set',
				values: {
					'reviewers.2': { name: 'Olu', id: '«id Olu»', from: '2000-01-01T00:00:00Z' },
				},
			},
			{ do: 'decide', by: 'Olu', verdict: 'accepted', people: ['Eve'] },
			{ do: 'release', by: 'Olu' },
			{ do: 'wait', minutes: 60 * 23 },
		],
		expect: {
			applications: { ...DECIDED, Eve: 'received/offered' },
			blocks: ['programme-changed'],
			problems: ['programme-changed: people: WikiAdmin'],
		},
		sample: true,
	},
	{
		name: 'a reviewer from next year on',
		about: 'people',
		stage: 'decided',
		steps: [
			{
				do: 'set',
				values: {
					'reviewers.2': { name: 'Olu', id: '«id Olu»', from: '2098-01-01T00:00:00Z' },
				},
			},
			{ do: 'decide', by: 'Olu', verdict: 'accepted', people: ['Eve'] },
		],
		expect: {
			applications: DECIDED,
			problems: ['ineffective-mark: unauthorized', 'programme-changed: people: WikiAdmin'],
		},
	},
	{
		name: 'a row with a reviewer’s name and a stranger’s id',
		about: 'A6',
		stage: 'decided',
		steps: [
			{ do: 'set', values: { 'reviewers.0.id': '«id Olu»' } },
			{ do: 'decide', by: 'Olu', verdict: 'accepted', people: ['Eve'] },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Eve'] },
		],
		expect: {
			applications: { ...APPLIED, Eve: 'received/declined' },
			problems: [
				'ineffective-mark: unauthorized',
				'ineffective-mark: unauthorized',
				'ineffective-mark: unauthorized',
				'person-mismatch: …',
				'programme-changed: people: WikiAdmin',
			],
		},
	},
	{
		name: 'a row with an id that nobody has',
		about: 'A6',
		stage: 'decided',
		steps: [{ do: 'set', values: { 'reviewers.1.id': 987654 } }],
		expect: {
			applications: { ...APPLIED, Ana: 'received/offered' },
			problems: [
				'ineffective-mark: unauthorized',
				'person-mismatch: …',
				'programme-changed: people: WikiAdmin',
			],
		},
	},
	{
		name: 'a reviewer is renamed, and a stranger takes the name',
		about: 'A6',
		stage: 'decided',
		steps: [
			{ do: 'rename', from: 'Rob', to: 'Robert' },
			{ do: 'register', name: 'Rob' },
			{ do: 'edit', by: 'Rob', title: LOG, append: '\n* yes', summary: '«decide accepted Eve»' },
		],
		expect: {
			applications: DECIDED,
			problems: ['ineffective-mark: unauthorized', 'person-mismatch: …'],
		},
		sample: true,
	},
	{
		name: 'a renamed reviewer goes on',
		about: 'A6',
		stage: 'decided',
		steps: [
			{ do: 'rename', from: 'Rob', to: 'Robert' },
			{ do: 'edit', by: 'Robert', title: LOG, append: '\n* yes', summary: '«decide accepted Eve»' },
		],
		expect: { applications: { ...DECIDED, Eve: 'received/offered' }, problems: ['person-mismatch: …'] },
	},
	{
		name: 'another log is named, with a decision in it that was made under the old one',
		about: 'log',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Eve', title: 'Learn/Other log', text: 'A log.' },
			{
				do: 'edit',
				by: 'Rita',
				title: 'Learn/Other log',
				append: '\n* yes',
				summary: '«decide declined Ben»',
			},
			{
				do: 'set',
				values: { log: { page: 'Learn/Other log', id: '«page Learn/Other log»' } },
			},
			{ do: 'wait', minutes: 60 * 23 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ben: 'received/declined' },
			blocks: ['programme-changed'],
			problems: ['programme-changed: log: WikiAdmin'],
		},
	},
	{
		name: 'the contact changes: reported, and holds nothing',
		about: 'people',
		stage: 'decided',
		steps: [RELEASE, { do: 'set', values: { 'contact.account': 'Eve' } }, LATER],
		expect: { applications: ANNOUNCED, notices: BOTH, problems: ['programme-changed: contact: WikiAdmin'] },
	},
	{
		name: 'the programme page becomes one that cannot be used',
		about: 'people',
		stage: 'decided',
		steps: [RELEASE, { do: 'set', values: { reviewers: [] } }, LATER],
		expect: { applications: ANNOUNCED, notices: BOTH, problems: ['programme-invalid: …'] },
	},
	{
		name: 'the bot is another account: what it sent counts, and it writes nothing more',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'set', values: { bot: { name: 'Olu', id: '«id Olu»' } } },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ben'] },
			{ do: 'release', by: 'Rita' },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ben: 'received/offered' },
			problems: ['programme-changed: bot: WikiAdmin'],
		},
	},
	{
		name: 'more seats promised than there are',
		about: 'release',
		stage: 'decided',
		steps: [
			{ do: 'set', values: { 'courses.0.seats': 1 } },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ben'] },
			RELEASE,
			LATER,
		],
		expect: { applications: { ...DECIDED, Ben: 'received/offered' }, blocks: ['over-capacity'] },
	},
];
