import { ANA, EVE, LOG, ANNOUNCED, DECIDED, APPLIED } from '../stages.ts';
import type { Story } from '../story.ts';

const NOISE = { do: 'edit', by: 'Olu', title: LOG, append: '\nnoise', as: 'noise' } as const;
const MARKED = 'Wikilearn:decide/iah/accepted/«id Eve».«eve»/nonce999';
const REPLY = 'Wikilearn:reply/iah/declined/«yes»/nonce999';
const ACCEPTED = { ...APPLIED, Eve: 'received/offered' } as const;

/** Marks in the log that were accidental or unauthorized. */
export const log: readonly Story[] = [
	{
		name: 'a stranger writes a mark into the log',
		about: 'marks',
		stage: 'applied',
		steps: [{ do: 'edit', by: 'Eve', title: LOG, append: '\n* accepted', summary: '«decide accepted Eve»' }],
		expect: { applications: APPLIED, problems: ['ineffective-mark: unauthorized'] },
		sample: true,
	},
	{
		name: 'an undo link with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [NOISE, { do: 'undo', by: 'Rita', title: LOG, undo: 'noise', summary: '«decide accepted Eve»' }],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'an undo link that puts back what was removed, with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: LOG, text: 'gone', as: 'noise' },
			{ do: 'undo', by: 'Rita', title: LOG, undo: 'noise', summary: '«decide accepted Eve»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'an undo link over many edits with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: LOG, text: 'gone', as: 'first' },
			{ do: 'edit', by: 'Olu', title: LOG, text: 'gone again', as: 'last' },
			{
				do: 'undo',
				by: 'Rita',
				title: LOG,
				undo: 'last',
				after: `${LOG}@0`,
				summary: '«decide accepted Eve»',
			},
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'a link to an old revision with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: LOG, text: 'gone' },
			{ do: 'bring back', by: 'Rita', title: LOG, of: `${LOG}@0`, summary: '«decide accepted Eve»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'a stranger’s revision restored through a link with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Eve', title: LOG, append: `\n${'a long line '.repeat(20)}`, as: 'long' },
			{ do: 'undo', by: 'Olu', title: LOG, undo: 'long' },
			{ do: 'bring back', by: 'Rita', title: LOG, of: 'long', summary: '«decide accepted Eve»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'a rollback link with a summary filled in',
		about: 'marks',
		stage: 'applied',
		steps: [
			NOISE,
			{ do: 'rollback', by: 'WikiAdmin', title: LOG, user: 'Olu', summary: '«decide accepted Eve»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: reverts'] },
	},
	{
		name: 'a link that makes a reviewer remove a line',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Olu', title: LOG, append: '\nnoise that is to be removed\nand more' },
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				replace: ['noise that is to be removed', ''],
				summary: '«decide accepted Eve»',
			},
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: adds-nothing'] },
	},
	{
		name: 'a link that makes a reviewer exchange a word for one as long',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: LOG, replace: ['The', 'Our'], summary: '«decide accepted Eve»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: adds-nothing'] },
	},
	{
		name: 'a link that makes a reviewer save nothing',
		about: 'marks',
		stage: 'applied',
		steps: [{ do: 'edit', by: 'Rita', title: LOG, append: '', summary: '«decide accepted Eve»' }],
		expect: { applications: APPLIED },
		sample: true,
	},
	{
		name: 'a link to the log itself with a summary filled in, and a line added: the one case that remains',
		about: 'marks',
		stage: 'applied',
		steps: [{ do: 'edit', by: 'Rita', title: LOG, append: '\nhello', summary: '«decide accepted Eve»' }],
		expect: { applications: ACCEPTED },
	},
	{
		name: 'the same with the mark as a heading: MediaWiki takes its signs away',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: LOG, append: '\nhello', summary: '== «decide accepted Eve» ==' },
		],
		expect: { applications: ACCEPTED },
	},
	{
		name: 'a mark that follows something else in the summary',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: LOG, append: '\nhello', summary: 'see «decide accepted Eve»' },
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\nhello',
				summary: '/* Heading */ «decide accepted Eve»',
			},
		],
		expect: { applications: APPLIED },
	},
	{
		name: 'two marks in a summary',
		about: 'marks',
		stage: 'applied',
		steps: [
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\nhello',
				summary: '«decide declined Ben» «decide accepted Eve»',
			},
		],
		expect: { applications: { ...APPLIED, Ben: 'received/declined' } },
	},
	{
		name: 'a page whose text is a mark, replaced without a summary',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: LOG, append: `\n${'a long line '.repeat(90)}` },
			{ do: 'edit', by: 'Rita', title: LOG, text: '«decide accepted Eve» and more than that' },
		],
		expect: { applications: APPLIED },
	},
	{
		name: 'the log moved to a title that looks like a mark, and back',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'move', by: 'Rita', from: LOG, to: MARKED, reason: '«decide accepted Eve»' },
			{ do: 'move', by: 'Rita', from: MARKED, to: LOG },
		],
		expect: { applications: APPLIED },
	},
	{
		name: 'an application moved to a title that looks like a reply, and back',
		about: 'marks',
		stage: 'told',
		steps: [
			{ do: 'move', by: 'Olu', from: ANA, to: REPLY, reason: '«declined yes»' },
			{ do: 'move', by: 'Ana', from: REPLY, to: ANA, reason: '«declined yes»' },
		],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'the log protected for a reason that looks like a mark',
		about: 'marks',
		stage: 'applied',
		steps: [{ do: 'protect', title: LOG, levels: { move: 'sysop' }, reason: '«decide accepted Eve»' }],
		expect: { applications: APPLIED },
	},
	{
		name: 'a mark cut off in the middle, with another course, or with signs that no mark has',
		about: 'bad input',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: LOG, append: '\n1', summary: 'wikilearn:decide/iah/accepted' },
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n2',
				summary: 'wikilearn:decide/other/accepted/«id Eve».«eve»/nonce999',
			},
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n3',
				summary: 'wikilearn:decide/iah/Accepted/«id Eve».«eve»/nonce999',
			},
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n4',
				summary: 'wikilearn:decide/iah/accepted/«id Eve».«eve»',
			},
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n5',
				summary: 'wikilearn:decide/iah/accepted-1/«id Eve».«eve»/nonce999',
			},
		],
		expect: {
			applications: APPLIED,
			problems: [
				'ineffective-mark: unknown-course',
				'ineffective-mark: unreadable',
				'ineffective-mark: unreadable',
				'ineffective-mark: unreadable',
				'ineffective-mark: unreadable',
			],
		},
	},
	{
		name: 'a decision on answers that are yet to come, and a release of what is yet to be decided',
		about: 'bad input',
		stage: 'decided',
		steps: [
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n1',
				summary: 'wikilearn:decide/iah/accepted/«id Ben».99999/nonce999',
			},
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				append: '\n2',
				summary: 'wikilearn:release/iah/99999/«digest»/nonce999',
			},
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: DECIDED,
			problems: ['ineffective-mark: unreadable', 'ineffective-mark: unreadable'],
		},
	},
	{
		name: 'a decision that names the revision of other answers',
		about: 'bad input',
		stage: 'applied',
		steps: [{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Eve'], answers: 'ana' }],
		expect: { applications: APPLIED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'a decision about somebody who did not apply',
		about: 'bad input',
		stage: 'applied',
		steps: [{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Olu'], answers: 'ana' }],
		expect: { applications: APPLIED, problems: ['ineffective-mark: no-application'] },
	},
	{
		name: 'a decision for the other course',
		about: 'A3',
		stage: 'applied',
		steps: [
			{ do: 'apply', by: 'Eve', course: 'pb', as: 'other' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Eve'], course: 'pb', answers: 'eve' },
		],
		expect: {
			applications: { ...APPLIED, 'Eve pb': 'received' },
			problems: ['ineffective-mark: no-application'],
		},
	},
	{
		name: 'a reviewer decides about herself',
		about: 'A6',
		stage: 'applied',
		steps: [
			{ do: 'apply', by: 'Rita', as: 'own' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Rita'] },
		],
		expect: { applications: { ...APPLIED, Rita: 'received' }, problems: ['ineffective-mark: about-oneself'] },
		sample: true,
	},
	{
		name: 'a reviewer decides about herself among others',
		about: 'A6',
		stage: 'applied',
		steps: [
			{ do: 'apply', by: 'Rita', as: 'own' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Rita', 'Eve'] },
		],
		expect: {
			applications: { ...APPLIED, Eve: 'received/offered', Rita: 'received' },
			problems: ['ineffective-mark: about-oneself'],
		},
	},
	{
		name: 'a reviewer takes back what another one decided about her',
		about: 'A6',
		stage: 'applied',
		steps: [
			{ do: 'apply', by: 'Rita', as: 'own' },
			{ do: 'decide', by: 'Rob', verdict: 'declined', people: ['Rita'], as: 'sad' },
			{ do: 'take back', by: 'Rita', of: 'sad', people: ['Rita'] },
		],
		expect: {
			applications: { ...APPLIED, Rita: 'received/declined' },
			problems: ['ineffective-mark: about-oneself'],
		},
	},
	{
		name: 'the summary of a decision is hidden',
		about: 'cannot tell',
		stage: 'decided',
		steps: [{ do: 'hide', title: LOG, of: ['yes'], what: ['comment'] }],
		expect: {
			applications: { ...APPLIED, Eve: 'received/declined' },
			blocks: ['uncertain-action'],
			problems: ['uncertain-action: hidden'],
		},
	},
	{
		name: 'the summary of a decision is hidden, and a release settles it',
		about: 'cannot tell',
		stage: 'decided',
		steps: [
			{ do: 'hide', title: LOG, of: ['yes'], what: ['comment'] },
			{ do: 'release', by: 'Rob' },
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: { Ana: 'received', Ben: 'received', Eve: 'declined' },
			blocks: [],
			notices: ['Eve decision declined-no'],
			problems: ['uncertain-action: hidden'],
		},
	},
	{
		name: 'the summary of a released decision is hidden',
		about: 'cannot tell',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita' },
			{ do: 'hide', title: LOG, of: ['yes'], what: ['comment'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: { ...APPLIED, Eve: 'received/declined' },
			blocks: ['digest-mismatch'],
			problems: ['release-mismatch', 'uncertain-action: hidden'],
		},
	},
	{
		name: 'the author of a decision is hidden',
		about: 'cannot tell',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita' },
			{ do: 'decide', by: 'Rob', verdict: 'accepted', people: ['Ben'], as: 'third' },
			{ do: 'hide', title: LOG, of: ['third'], what: ['user'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: ANNOUNCED,
			notices: ['Ana decision accepted-yes', 'Eve decision declined-no'],
			problems: ['uncertain-action: hidden'],
		},
	},
	{
		name: 'an edit of a stranger’s with a hidden summary holds nothing',
		about: 'cannot tell',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita' },
			{ ...NOISE, summary: 'a slur' },
			{ do: 'hide', title: LOG, of: ['noise'], what: ['comment', 'content'].slice(0, 1) as ['comment'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: { applications: ANNOUNCED, notices: ['Ana decision accepted-yes', 'Eve decision declined-no'] },
		sample: true,
	},
	{
		name: 'an edit with a hidden author and a summary that is no mark holds nothing',
		about: 'cannot tell',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita' },
			NOISE,
			{ do: 'hide', title: LOG, of: ['noise'], what: ['user'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: { applications: ANNOUNCED, notices: ['Ana decision accepted-yes', 'Eve decision declined-no'] },
	},
	{
		name: 'the text of a decision and of what was before it is hidden',
		about: 'A7',
		stage: 'decided',
		steps: [
			{ do: 'hide', title: LOG, of: [`${LOG}@0`, 'yes'], what: ['content'] },
			{ do: 'release', by: 'Rita' },
			{ do: 'wait', minutes: 16 },
		],
		expect: { applications: ANNOUNCED, notices: ['Ana decision accepted-yes', 'Eve decision declined-no'] },
	},
	{
		name: 'a decision is suppressed altogether after it was announced',
		about: 'A7',
		stage: 'told',
		steps: [
			{ do: 'hide', title: LOG, of: ['yes'], what: ['comment', 'user', 'content'], suppress: true },
			{ do: 'wait', days: 2 },
		],
		expect: { applications: ANNOUNCED, problems: ['release-mismatch', 'uncertain-action: hidden'] },
	},
	{
		name: 'a decision imported into the log in a reviewer’s name',
		about: 'A7',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita' },
			{
				do: 'import',
				title: LOG,
				revisions: [{ user: 'Rita', text: 'The log, and more.', comment: '«decide accepted Eve»', ago: 1 }],
			},
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: DECIDED,
			blocks: ['uncertain-action'],
			problems: ['uncertain-action: imported'],
		},
		sample: true,
	},
	{
		name: 'a decision imported before the release in force',
		about: 'A7',
		stage: 'decided',
		steps: [
			{
				do: 'import',
				title: LOG,
				revisions: [
					{
						user: 'Rita',
						text: 'The log, and more.',
						comment: '«decide accepted Eve»',
						ago: 60 * 24 * 10,
					},
				],
			},
		],
		expect: {
			applications: DECIDED,
			blocks: ['uncertain-action'],
			problems: ['uncertain-action: imported'],
		},
	},
	{
		name: 'the log moved away and made anew by a stranger, who decides there',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'move', by: 'Eve', from: LOG, to: 'Learn/Old log' },
			{ do: 'edit', by: 'Eve', title: LOG, text: 'The log.', summary: '«decide accepted Eve»' },
			{ do: 'edit', by: 'Eve', title: LOG, append: '\n* more', summary: '«decide accepted Eve»' },
			{ do: 'decide', by: 'Rita', verdict: 'waitlisted', people: ['Ben'], as: 'third' },
		],
		expect: {
			applications: { ...DECIDED, Ben: 'received/waitlisted' },
			problems: ['log-page: moved: Learn/Old log'],
		},
	},
	{
		name: 'the log jammed with another content model',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: LOG, text: '{}', model: 'json' },
			{
				do: 'decide',
				by: 'Rita',
				verdict: 'declined',
				people: ['Ben'],
				refused: 'invalid-json-data',
			},
			{ do: 'cycle' },
			{ do: 'decide', by: 'Rita', verdict: 'declined', people: ['Ben'] },
		],
		expect: {
			applications: { ...DECIDED, Ben: 'received/declined' },
			problems: ['ineffective-mark: reverts'],
		},
	},
	{
		name: 'the log jammed and made wikitext again through a link with a summary filled in',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: LOG, text: '{}', model: 'json' },
			{
				do: 'edit',
				by: 'Rita',
				title: LOG,
				text: 'A longer text than that of before',
				model: 'wikitext',
				summary: '«decide accepted Eve»',
			},
		],
		expect: { applications: DECIDED, problems: ['ineffective-mark: reverts', 'ineffective-mark: reverts'] },
	},
	{
		name: 'the log blanked by a stranger, and put back by a reviewer with undo',
		about: 'A5',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: LOG, text: '', as: 'blank' },
			{ do: 'undo', by: 'Rita', title: LOG, undo: 'blank' },
		],
		expect: { applications: DECIDED },
	},
	{
		name: 'the log deleted',
		about: 'log',
		stage: 'told',
		steps: [{ do: 'delete', title: LOG }],
		expect: { applications: ANNOUNCED, problems: ['log-page: missing'] },
		sample: true,
	},
	{
		name: 'the log deleted and restored',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'delete', title: LOG },
			{ do: 'cycle' },
			{ do: 'restore', title: LOG },
			{ do: 'release', by: 'Rita' },
			{ do: 'wait', minutes: 16 },
		],
		expect: { applications: ANNOUNCED, notices: ['Ana decision accepted-yes', 'Eve decision declined-no'] },
	},
	{
		name: 'the log restored without its first decision',
		about: 'gaps',
		stage: 'decided',
		steps: [
			{ do: 'release', by: 'Rita', as: 'release' },
			{ do: 'delete', title: LOG },
			{ do: 'restore', title: LOG, only: [`release`, 'no'] },
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: { ...APPLIED },
			blocks: ['digest-mismatch'],
			problems: ['release-mismatch', 'uncertain-action: gap'],
		},
	},
	{
		name: 'the older part of the log merged into another page',
		about: 'gaps',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: 'Learn/Other', text: 'A page' },
			{ do: 'release', by: 'Rita', as: 'release' },
			{ do: 'merge', from: LOG, to: 'Learn/Other', upTo: 'yes' },
			{ do: 'wait', minutes: 16 },
		],
		expect: {
			applications: APPLIED,
			blocks: ['digest-mismatch'],
			problems: ['release-mismatch', 'uncertain-action: gap'],
		},
	},
	{
		name: 'a reviewer’s edit of another page, whose summary was filled in, has no effect',
		about: 'marks',
		stage: 'applied',
		steps: [
			{ do: 'edit', by: 'Rita', title: EVE, append: '\n* accepted', summary: '«decide accepted Eve»' },
			{ do: 'edit', by: 'Rita', title: 'Talk:Learn/Log', text: 'accepted', summary: '«decide accepted Eve»' },
			{ do: 'edit', by: 'Rita', title: 'User:WikiLearnBot/Report', append: '\nyes', summary: '«release»' },
		],
		expect: { applications: APPLIED, problems: ['ineffective-mark: unreadable'] },
		sample: true,
	},
	{
		name: 'undoing one’s own decision does nothing; taking it back does',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'undo', by: 'Rob', title: LOG, undo: 'no' },
			{ do: 'take back', by: 'Rita', of: 'yes', people: ['Ana'] },
		],
		expect: {
			applications: { ...APPLIED, Eve: 'received/declined' },
			problems: ['ineffective-mark: reverts'],
		},
	},
	{
		name: 'the same line twice, after its first was undone',
		about: 'nonces',
		stage: 'applied',
		steps: [
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'first' },
			{ do: 'undo', by: 'Olu', title: LOG, undo: 'first' },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'second' },
		],
		expect: {
			applications: { ...APPLIED, Ana: 'received/offered' },
			problems: ['ineffective-mark: reverts'],
		},
	},
	{
		name: 'the summary filled in on an application, for its applicant',
		about: 'marks',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Olu', title: ANA, append: '\nnoise', as: 'noise' },
			{ do: 'undo', by: 'Ana', title: ANA, undo: 'noise', summary: '«declined yes»' },
		],
		expect: { applications: ANNOUNCED, problems: ['ineffective-mark: reverts'] },
	},
];
