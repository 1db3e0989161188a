import { ANA, EVE, LOG, REPORT, STATUS, STOP, ANNOUNCED, DECIDED, APPLIED } from '../stages.ts';
import type { Story } from '../story.ts';

const BOTH = ['Ana decision accepted-yes', 'Eve decision declined-no'] as const;
const LATER = { do: 'wait', minutes: 16 } as const;
const RELEASE = { do: 'release', by: 'Rita', as: 'release' } as const;
const TALK_OF_ANA = 'User talk:Ana';

/** Sent notices, and the bot's own pages. */
export const botPages: readonly Story[] = [
	{
		name: 'a told applicant moves her talk page away and overwrites the redirect',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'move', by: 'Ana', from: TALK_OF_ANA, to: 'Learn/Somewhere' },
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, text: 'Hello' },
			{ do: 'wait', days: 1 },
		],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'and after the offer expired',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'wait', days: 8 },
			{ do: 'move', by: 'Ana', from: TALK_OF_ANA, to: 'Learn/Somewhere', noRedirect: true },
		],
		expect: { applications: { ...ANNOUNCED, Ana: 'lapsed' } },
	},
	{
		name: 'an administrator deletes the talk page of a told applicant',
		about: 'B1',
		stage: 'told',
		steps: [{ do: 'delete', title: TALK_OF_ANA }, { do: 'cycle' }, { do: 'wait', days: 2 }],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
		sample: true,
	},
	{
		name: 'and brings it back',
		about: 'B1',
		stage: 'told',
		steps: [{ do: 'delete', title: TALK_OF_ANA }, { do: 'cycle' }, { do: 'restore', title: TALK_OF_ANA }],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'deleted, and made anew by the applicant',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'delete', title: TALK_OF_ANA },
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, text: 'Hello again' },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
	},
	{
		name: 'the summary of a notice is hidden',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'hide', title: TALK_OF_ANA, of: [`${TALK_OF_ANA}@-1`], what: ['comment'] },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
	},
	{
		name: 'the author of a notice is hidden',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'hide', title: TALK_OF_ANA, of: [`${TALK_OF_ANA}@-1`], what: ['user'] },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
		sample: true,
	},
	{
		name: 'the author of a notice is suppressed, and the page edited after it',
		about: 'B1',
		stage: 'told',
		steps: [
			{
				do: 'hide',
				title: TALK_OF_ANA,
				of: [`${TALK_OF_ANA}@-1`],
				what: ['user', 'comment'],
				suppress: true,
			},
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, append: '\nHello' },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
	},
	{
		name: 'the author of a notice is hidden, and the talk page moved away',
		about: 'B1',
		stage: 'told',
		steps: [
			{ do: 'hide', title: TALK_OF_ANA, of: [`${TALK_OF_ANA}@-1`], what: ['user'] },
			{ do: 'move', by: 'Ana', from: TALK_OF_ANA, to: 'Learn/Somewhere', noRedirect: true },
			{ do: 'wait', days: 2 },
		],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
	},
	{
		name: 'a notice whose text only is hidden was sent',
		about: 'B1',
		stage: 'told',
		steps: [
			{
				do: 'hide',
				title: TALK_OF_ANA,
				of: [`${TALK_OF_ANA}@-1`],
				what: ['content'],
				refused: 'revdelete-hide-current',
			},
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, append: '\nHello' },
			{ do: 'hide', title: TALK_OF_ANA, of: [`${TALK_OF_ANA}@-2`], what: ['content'] },
			{ do: 'wait', days: 2 },
		],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'deleted, and another release after it',
		about: 'B1',
		stage: 'told',
		steps: [{ do: 'delete', title: TALK_OF_ANA }, { do: 'release', by: 'Rob' }, LATER],
		expect: {
			applications: { ...ANNOUNCED, Ana: 'received/offered' },
			problems: ['undelivered: maybe-sent'],
		},
	},
	{
		name: 'an old hidden edit on the talk page is no notice',
		about: 'B1',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Olu', title: TALK_OF_ANA, text: 'a slur', as: 'slur' },
			{ do: 'hide', title: TALK_OF_ANA, of: ['slur'], what: ['user'] },
			RELEASE,
			LATER,
		],
		expect: { applications: ANNOUNCED, notices: BOTH },
	},
	{
		name: 'a stranger writes a notice with the bot’s mark',
		about: 'notices',
		stage: 'decided',
		steps: [
			RELEASE,
			{
				do: 'edit',
				by: 'Eve',
				title: TALK_OF_ANA,
				text: 'Your application was declined.',
				summary: 'wikilearn:notice/iah/«id Ana»/decision/accepted-«yes»',
			},
			LATER,
		],
		expect: { applications: ANNOUNCED, notices: BOTH },
		sample: true,
	},
	{
		name: 'a notice is removed by its reader, and undone by others',
		about: 'notices',
		stage: 'told',
		steps: [
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, text: '' },
			{ do: 'cycle' },
			{ do: 'wait', days: 2 },
		],
		expect: { applications: ANNOUNCED },
	},
	{
		name: 'a talk page that is a redirect, that forbids bots, or whose end is open',
		about: 'notices',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Ana', title: TALK_OF_ANA, text: '#REDIRECT [[User talk:Eve]]' },
			{ do: 'edit', by: 'Eve', title: 'User talk:Eve', text: 'Hello <!-- and more' },
			RELEASE,
			LATER,
		],
		expect: {
			applications: DECIDED,
			notices: [],
			problems: ['undelivered: open-markup', 'undelivered: redirect'],
		},
	},
	{
		name: 'a blocked applicant',
		about: 'notices',
		stage: 'decided',
		steps: [{ do: 'block', user: 'Eve' }, RELEASE, LATER],
		expect: {
			applications: { ...DECIDED, Ana: 'offered' },
			notices: ['Ana decision accepted-yes'],
			problems: ['undelivered: blocked'],
		},
	},
	{
		name: 'a row forged on the status page',
		about: 'B2',
		stage: 'applied',
		steps: [
			{
				do: 'edit',
				by: 'Eve',
				title: STATUS,
				replace: ['user=Ana', 'user=[[User:Ana]] wikilearn:notice/iah/«id Ana»/decision/accepted-98 a slur'],
			},
			{ do: 'cycle' },
			{ do: 'wait', days: 21 },
			{ do: 'decide', by: 'Rita', verdict: 'accepted', people: ['Ana'], as: 'yes' },
			RELEASE,
			LATER,
		],
		expect: {
			applications: { ...APPLIED, Ana: 'offered' },
			notices: ['Ana decision accepted-yes'],
			pages: { [STATUS]: { lacks: ['slur', 'decision/accepted'], has: ['user=Ana'] } },
		},
	},
	{
		name: 'the status page moved away, its redirect pointed elsewhere',
		about: 'B4',
		stage: 'applied',
		steps: [
			{ do: 'move', by: 'Eve', from: STATUS, to: 'User:Eve/Status' },
			{ do: 'cycle' },
			{ do: 'edit', by: 'Eve', title: STATUS, text: '#REDIRECT [[User:Eve/Status]]' },
		],
		expect: {
			applications: APPLIED,
			pages: {
				[REPORT]: { has: ['It is back at its title'] },
				[STATUS]: { has: ['user=Ana'], lacks: ['#REDIRECT'] },
			},
		},
	},
	{
		name: 'the report page moved away',
		about: 'B4',
		stage: 'applied',
		steps: [{ do: 'move', by: 'Eve', from: REPORT, to: 'User:Eve/Report' }],
		expect: { applications: APPLIED, pages: { [REPORT]: { lacks: ['#REDIRECT'] } } },
		sample: true,
	},
	{
		name: 'the status page blanked',
		about: 'B4',
		stage: 'applied',
		steps: [{ do: 'edit', by: 'Eve', title: STATUS, text: '' }],
		expect: { applications: APPLIED, pages: { [STATUS]: { has: ['user=Ana'] } } },
	},
	{
		name: 'the status page jammed with another content model',
		about: 'B4',
		stage: 'applied',
		steps: [{ do: 'edit', by: 'Eve', title: STATUS, text: '{}', model: 'json' }],
		expect: {
			applications: APPLIED,
			pages: {
				[REPORT]: { has: ['It is back at its title'] },
				[STATUS]: { has: ['user=Ana'] },
			},
		},
	},
	{
		name: 'the status page deleted',
		about: 'B4',
		stage: 'applied',
		steps: [{ do: 'delete', title: STATUS }],
		expect: { applications: APPLIED, pages: { [STATUS]: { has: ['user=Ana'] } } },
	},
	{
		name: 'the status page protected',
		about: 'B4',
		stage: 'applied',
		steps: [
			{ do: 'protect', title: STATUS, levels: { edit: 'sysop' } },
			{ do: 'apply', by: 'Olu' },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'received' },
			pages: { [REPORT]: { has: ['could not save this page'] } },
		},
	},
	{
		name: 'the markers of the status region moved around other text',
		about: 'B4',
		stage: 'applied',
		steps: [
			{
				do: 'edit',
				by: 'Olu',
				title: ANA,
				append: '\nA comment of somebody else’s.',
			},
			{ do: 'cycle' },
			{ do: 'edit', by: 'Eve', title: ANA, replace: ['<!-- wikilearn:status end -->', ''] },
			{ do: 'edit', by: 'Eve', title: ANA, append: '\n<!-- wikilearn:status end -->' },
		],
		expect: {
			applications: APPLIED,
			pages: {
				[REPORT]: { has: ['moved the bot’s markers'] },
				[ANA]: { has: ['A comment of somebody else’s.'] },
			},
		},
		sample: true,
	},
	{
		name: 'the markers doubled',
		about: 'B4',
		stage: 'applied',
		steps: [
			{
				do: 'edit',
				by: 'Eve',
				title: ANA,
				append: '\n<!-- wikilearn:status begin -->\nHello\n<!-- wikilearn:status end -->',
			},
			{ do: 'apply', by: 'Olu' },
		],
		expect: {
			applications: { ...APPLIED, Olu: 'received' },
			pages: { [REPORT]: { has: ['markers of the bot’s part are doubled'] } },
		},
	},
	{
		name: 'the region removed twice',
		about: 'B4',
		stage: 'applied',
		steps: [
			{ do: 'bring back', by: 'Eve', title: ANA, of: 'ana' },
			{ do: 'cycle' },
			{ do: 'bring back', by: 'Eve', title: ANA, of: 'ana' },
		],
		expect: { applications: APPLIED, pages: { [REPORT]: { has: ['removed from this page a second time'] } } },
	},
	{
		name: 'a stranger’s stop',
		about: 'B4',
		stage: 'decided',
		steps: [RELEASE, { do: 'edit', by: 'Eve', title: STOP, text: 'Stop it' }, LATER],
		expect: { applications: DECIDED },
	},
	{
		name: 'the stop page moved while it says stop',
		about: 'B4',
		stage: 'decided',
		steps: [
			RELEASE,
			{ do: 'edit', by: 'Rita', title: STOP, text: 'Stop it' },
			{ do: 'move', by: 'Eve', from: STOP, to: 'User:Eve/Stop' },
			LATER,
		],
		expect: { applications: DECIDED },
	},
	{
		name: 'the log is full of a stranger’s text',
		about: 'log',
		stage: 'decided',
		steps: [
			{ do: 'edit', by: 'Eve', title: LOG, append: `\n${'x'.repeat(1_600_000)}` },
			{ do: 'cycle' },
			RELEASE,
			LATER,
		],
		expect: { applications: ANNOUNCED, notices: BOTH },
	},
	{
		name: 'nothing of a decision is on any page before its announcement',
		about: 'E1',
		stage: 'decided',
		steps: [{ do: 'wait', days: 2 }],
		expect: {
			applications: DECIDED,
			pages: {
				[STATUS]: { lacks: ['accepted', 'state=offered', 'state=declined'], has: ['state=received'] },
				[ANA]: { lacks: ['accepted', 'offered'] },
				[EVE]: { lacks: ['state=declined', 'state = declined'] },
			},
		},
		sample: true,
	},
];
