import { describe, expect, it } from 'vitest';
import en from '../../../shared/i18n/en.json' with { type: 'json' };
import { formatMessage, type Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Evidence, Verdict } from '../../../shared/rules/eligibility.ts';
import { describeEvidence, describeVerdict } from '../../../shared/rules/describeEvidence.ts';

const translate: Translate = (key, ...params) =>
	formatMessage([{ language: 'en', texts: en }], key, ...params);
const createUrl = 'https://en.wiki.example';
const until = '2027-01-02T03:04:05Z';
const sysop = { kind: 'group', wiki: 'enwiki', group: 'sysop' } as const;
const block = { kind: 'block', wiki: 'enwiki' } as const;

describe('describing evidence', () => {
	it.each<[Evidence, string]>([
		[{ ...sysop, expires: null, expiresSoon: false }, 'sysop on enwiki'],
		[{ ...sysop, expires: until, expiresSoon: false }, 'sysop on enwiki until 2027-01-02'],
		[{ ...sysop, expires: until, expiresSoon: true }, 'sysop on enwiki, expires soon (2027-01-02)'],
		[{ ...sysop, kind: 'expired-group', expires: until }, 'sysop on enwiki expired on 2027-01-02'],
		[{ kind: 'global-group', group: 'steward' }, 'steward on all wikis'],
		[{ kind: 'no-group', wikisChecked: 1 }, 'None of these rights (1 wiki checked)'],
		[{ kind: 'no-group', wikisChecked: 312 }, 'None of these rights (312 wikis checked)'],
		[{ kind: 'edits', wiki: 'enwiki', count: 1, min: 500 }, '1 edit on enwiki (500 needed)'],
		[{ kind: 'edits', wiki: null, count: 1234, min: 500 }, '1,234 edits on all wikis (500 needed)'],
		[
			{ kind: 'age', wiki: 'enwiki', registered: until, days: 1, min: 180 },
			'Registered on enwiki, 2027-01-02: 1 day before applying (180 needed)',
		],
		[
			{ kind: 'age', wiki: null, registered: until, days: 200, min: 180 },
			'Registered on 2027-01-02: 200 days before applying (180 needed)',
		],
		[{ ...block, extent: 'sitewide', expires: null }, 'Blocked on enwiki'],
		[{ ...block, extent: 'sitewide', expires: until }, 'Blocked on enwiki until 2027-01-02'],
		[{ ...block, extent: 'partial', expires: null }, 'Blocked from parts of enwiki'],
		[{ ...block, extent: 'partial', expires: until }, 'Blocked from parts of enwiki until 2027-01-02'],
		[{ ...block, extent: 'unknown', expires: null }, 'Blocked on enwiki, perhaps only from parts of it'],
		[
			{ ...block, extent: 'unknown', expires: until },
			'Blocked on enwiki until 2027-01-02, perhaps only from parts of it',
		],
		[{ kind: 'lock' }, 'Locked on all wikis'],
		[{ kind: 'not-blocked', wikisChecked: 2 }, 'Not blocked (2 wikis checked)'],
		[{ kind: 'answer', question: 'level', given: '$1 <b>' }, 'Answered “$1 <b>”'],
		[{ kind: 'answer', question: 'level', given: null }, 'Not answered'],
		[
			{ kind: 'missing', what: 'local', reason: 'timeout' },
			'This wiki did not tell about the account: timeout',
		],
		[
			{ kind: 'missing', what: 'global', reason: 'no CentralAuth' },
			'The account’s rights and edits on other wikis could not be looked up: no CentralAuth',
		],
		[
			{ kind: 'missing', what: 'registration', reason: 'enwiki' },
			'When the account was registered is not recorded: enwiki',
		],
	])('%o', (evidence, text) => {
		expect(describeEvidence(evidence, translate)).toEqual({ text });
	});

	it('links to the log of the wiki where it is, about the applicant', () => {
		const link = (evidence: Evidence): string | undefined =>
			describeEvidence(evidence, translate, 'Ana B. & Co').link;
		expect(link({ ...sysop, url: createUrl, expires: null, expiresSoon: false })).toBe(
			`${createUrl}/wiki/Special:Log?type=rights&page=User%3AAna_B._%26_Co`,
		);
		expect(link({ ...block, url: createUrl, extent: 'partial', expires: null })).toContain('type=block');
		expect(link({ ...sysop, expires: null, expiresSoon: false })).toBeUndefined();
	});
});

it.each<[Verdict, string]>([
	['met', 'met'],
	['not met', 'not met'],
	['unknown', 'unknown'],
])('%s', (verdict, text) => {
	expect(describeVerdict(verdict, translate)).toBe(text);
});
