import { describe, expect, it } from 'vitest';
import type { Question, Requirement } from '../../../shared/programme/schema.ts';
import { assessApplication } from '../../../shared/rules/assessApplication.ts';
import type { Evidence, Verdict } from '../../../shared/rules/eligibility.ts';
import type { AccountFacts } from '../../../shared/wiki/accountFacts.ts';
import { course, assessRequirement } from './assessRequirement.ts';
import {
	createAttachedWiki,
	createGlobalAccount,
	createFacts,
	createLocalAccount,
	NOW,
	people,
	withoutGlobal,
	withoutLocal,
	type Person,
} from './recordedFacts.ts';

const label = 'A requirement';
const rightsHere: Requirement = {
	id: 'r',
	label,
	kind: 'rights',
	groups: ['sysop', 'rollbacker'],
	where: 'local',
};
const rightsAnywhere: Requirement = { ...rightsHere, globalGroups: ['steward'], where: 'anywhere' };
const unblockedHere: Requirement = { id: 'b', label, kind: 'not-blocked', where: 'local' };
const unblockedAnywhere: Requirement = { ...unblockedHere, where: 'anywhere' };
const edits: Requirement = { id: 'e', label, kind: 'edits', min: 500, where: 'anywhere' };
const age: Requirement = { id: 'a', label, kind: 'age', days: 180, where: 'anywhere' };

type Row = readonly [Person, Verdict, Verdict, Verdict, Verdict];

describe('the recorded people', () => {
	it.each<Row>([
		// rights here, rights anywhere, not blocked here, not blocked anywhere
		['Volunteer', 'not met', 'not met', 'met', 'met'],
		['LocalSysop', 'met', 'met', 'met', 'met'],
		['SysopAbroad', 'not met', 'met', 'met', 'met'],
		['Rollbacker', 'not met', 'met', 'met', 'met'],
		['Steward', 'not met', 'met', 'met', 'met'],
		['BlockedAbroad', 'not met', 'not met', 'met', 'unknown'],
		['LockedUser', 'not met', 'not met', 'not met', 'not met'],
		['NoSuchPerson', 'not met', 'not met', 'met', 'met'],
	])('%s', (person, ...expected) => {
		const requirements = [rightsHere, rightsAnywhere, unblockedHere, unblockedAnywhere];
		expect(requirements.map((requirement) => assessRequirement(requirement, people[person]).verdict)).toEqual(
			expected,
		);
	});

	it.each<Row>([
		['Volunteer', 'not met', 'unknown', 'met', 'unknown'],
		['LocalSysop', 'met', 'met', 'met', 'unknown'],
		['SysopAbroad', 'not met', 'unknown', 'met', 'unknown'],
		['LockedUser', 'not met', 'unknown', 'met', 'unknown'],
	])('%s, on a wiki without CentralAuth', (person, ...expected) => {
		const requirements = [rightsHere, rightsAnywhere, unblockedHere, unblockedAnywhere];
		const facts = withoutGlobal(people[person]);
		expect(requirements.map((requirement) => assessRequirement(requirement, facts).verdict)).toEqual(
			expected,
		);
	});
});

const sysop = (expires: string | null): AccountFacts =>
	createFacts(createLocalAccount({ groups: [{ group: 'sysop', expires }] }), createGlobalAccount());

describe('rights', () => {
	it('shows where the right is held, and when it was checked', () => {
		expect(assessRequirement(rightsAnywhere, people.SysopAbroad)).toEqual({
			requirement: 'r',
			verdict: 'met',
			evidence: [
				{
					kind: 'group',
					wiki: 'enwiki',
					url: 'https://en.wiki.example',
					group: 'sysop',
					expires: null,
					expiresSoon: false,
				},
			],
			checkedAt: NOW,
		});
	});

	it.each<[string, string | null, Verdict, string, boolean | undefined]>([
		['never expires', null, 'met', 'group', false],
		['expires in a year', '2027-12-01T12:00:00Z', 'met', 'group', false],
		['expires in 30 days and a second', '2026-12-31T12:00:01Z', 'met', 'group', false],
		['expires in 30 days', '2026-12-31T12:00:00Z', 'met', 'group', true],
		['expires in a second', '2026-12-01T12:00:01Z', 'met', 'group', true],
		['expires now', '2026-12-01T12:00:00Z', 'not met', 'expired-group', undefined],
		['expired', '2026-11-01T12:00:00Z', 'not met', 'expired-group', undefined],
	])('a membership that %s', (_, expires, verdict, kind, soon) => {
		const result = assessRequirement(rightsHere, sysop(expires));
		const found = result.evidence.find((item) => item.kind === 'group' || item.kind === 'expired-group');
		expect([result.verdict, found?.kind]).toEqual([verdict, kind]);
		expect(found?.kind === 'group' ? found.expiresSoon : undefined).toBe(soon);
	});

	it('trusts the own wiki over CentralAuth’s copy', () => {
		const stale = createFacts(
			createLocalAccount(),
			createGlobalAccount({ wikis: [createAttachedWiki('metawiki', { groups: ['sysop'] })] }),
		);
		expect(assessRequirement(rightsAnywhere, stale).verdict).toBe('not met');
		expect(assessRequirement(rightsAnywhere, withoutLocal(stale)).verdict).toBe('met');
	});

	it('reports what could not be checked', () => {
		expect(assessRequirement(rightsAnywhere, withoutGlobal(people.Volunteer)).evidence).toEqual([
			{ kind: 'missing', what: 'global', reason: 'no CentralAuth' },
		]);
		expect(assessRequirement(rightsHere, withoutLocal(people.SysopAbroad)).evidence).toEqual([
			{ kind: 'missing', what: 'local', reason: 'timeout' },
		]);
	});

	it('counts the wikis that were checked', () => {
		expect(assessRequirement(rightsAnywhere, people.Volunteer).evidence).toEqual([
			{ kind: 'no-group', wikisChecked: 2 },
		]);
		expect(assessRequirement(rightsHere, people.Volunteer).evidence).toEqual([
			{ kind: 'no-group', wikisChecked: 1 },
		]);
	});

	it('requires the global account for a global group, whatever the scope', () => {
		const requirement: Requirement = { ...rightsHere, globalGroups: ['steward'] };
		expect(assessRequirement(requirement, people.Steward).verdict).toBe('met');
		expect(assessRequirement(requirement, withoutGlobal(people.Steward)).verdict).toBe('unknown');
	});

	it('is as fresh as the oldest response', () => {
		const facts = people.Volunteer;
		const older: AccountFacts = {
			...facts,
			global: { ...facts.global, at: '2026-11-30T00:00:00Z' } as AccountFacts['global'],
		};
		expect(assessRequirement(rightsAnywhere, older).checkedAt).toBe('2026-11-30T00:00:00Z');
		expect(assessRequirement(rightsHere, older).checkedAt).toBe(NOW);
	});
});

describe('edits', () => {
	const on = (here: number, everywhere: number): AccountFacts =>
		createFacts(createLocalAccount({ edits: here }), createGlobalAccount({ edits: everywhere }));
	it.each<[string, AccountFacts, Verdict]>([
		['500 on all wikis', on(0, 500), 'met'],
		['499 on all wikis', on(10, 499), 'not met'],
		['500 here, not counted by CentralAuth', on(500, 20), 'met'],
		['500 here, no CentralAuth', withoutGlobal(on(500, 0)), 'met'],
		['499 here, no CentralAuth', withoutGlobal(on(499, 0)), 'unknown'],
		['500 elsewhere, this wiki silent', withoutLocal(on(0, 500)), 'met'],
		['nothing known', withoutLocal(withoutGlobal(on(0, 500))), 'unknown'],
		['no global account', createFacts(createLocalAccount({ edits: 499 }), { exists: false }), 'not met'],
	])('%s', (_, facts, verdict) => {
		expect(assessRequirement(edits, facts).verdict).toBe(verdict);
	});

	it('here only', () => {
		expect(assessRequirement({ ...edits, where: 'local' }, on(499, 5000))).toMatchObject({
			verdict: 'not met',
			evidence: [{ kind: 'edits', wiki: 'metawiki', count: 499, min: 500 }],
		});
	});
});

describe('account age', () => {
	const submitted = '2026-12-01T12:00:00Z';
	const just = '2026-06-04T12:00:00Z';
	const short = '2026-06-04T12:00:01Z';
	const since = (
		here: string | null,
		everywhere: string | null,
		abroad: string | null = everywhere,
	): AccountFacts =>
		createFacts(
			createLocalAccount({ registered: here }),
			createGlobalAccount({
				registered: everywhere,
				wikis: [createAttachedWiki('enwiki', { registered: abroad })],
			}),
		);
	it.each<[string, AccountFacts, Verdict]>([
		['180 days to the second', since(just, just), 'met'],
		['a second less', since(short, short), 'not met'],
		['old abroad, from before the global account', since(short, short, just), 'met'],
		['old here, no CentralAuth', withoutGlobal(since(just, null)), 'met'],
		['young here, no CentralAuth', withoutGlobal(since(short, null)), 'unknown'],
		['not recorded here, young elsewhere', since(null, short), 'unknown'],
		['not recorded here, old elsewhere', since(null, just), 'met'],
		[
			'young, no global account',
			createFacts(createLocalAccount({ registered: short }), { exists: false }),
			'not met',
		],
	])('%s', (_, facts, verdict) => {
		expect(assessRequirement(age, facts, { submitted }).verdict).toBe(verdict);
	});

	it('is measured at the time of the application', () => {
		const later = { at: '2027-12-01T12:00:00Z', submitted };
		expect(assessRequirement(age, since(short, short), later).verdict).toBe('not met');
	});
});

describe('blocks', () => {
	const block = (extent: 'sitewide' | 'partial' | 'unknown', expires: string | null = null): AccountFacts =>
		createFacts(createLocalAccount({ block: { extent, expires, reason: '' } }), createGlobalAccount());
	it.each<[string, AccountFacts, Verdict, Evidence['kind']]>([
		['sitewide', block('sitewide'), 'not met', 'block'],
		['partial: shown, does not count', block('partial'), 'met', 'block'],
		['of unknown extent', block('unknown'), 'unknown', 'block'],
		['over', block('sitewide', NOW), 'met', 'not-blocked'],
		['over in a second', block('sitewide', '2026-12-01T12:00:01Z'), 'not met', 'block'],
		['sitewide, no CentralAuth', withoutGlobal(block('sitewide')), 'not met', 'block'],
		['locked, this wiki silent', withoutLocal(people.LockedUser), 'not met', 'lock'],
		['nothing known', withoutLocal(withoutGlobal(people.Volunteer)), 'unknown', 'missing'],
	])('%s', (_, facts, verdict, kind) => {
		const result = assessRequirement(unblockedAnywhere, facts);
		expect([result.verdict, result.evidence[0]?.kind]).toEqual([verdict, kind]);
	});
});

describe('declared answers', () => {
	const level: Question = {
		id: 'level',
		label: 'Your level?',
		type: 'one-of',
		options: [
			{ id: 'beginner', label: { en: 'I am a beginner', es: 'Soy principiante' } },
			{ id: 'expert', label: 'I am an expert' },
		],
	};
	const requirement: Requirement = { id: 'l', label, kind: 'answer', question: 'level', oneOf: ['beginner'] };
	it.each<[string, string | undefined, Question, Verdict]>([
		['the option', 'beginner', level, 'met'],
		['its label, by hand', ' soy Principiante ', level, 'met'],
		['another option', 'expert', level, 'not met'],
		['something else, by hand', 'more or less new to it', level, 'unknown'],
		['nothing', undefined, level, 'unknown'],
		['blanks', '  ', level, 'unknown'],
		['one of several', 'expert, beginner', { ...level, type: 'some-of' }, 'met'],
		['other ones of several', 'expert', { ...level, type: 'some-of' }, 'not met'],
		['a text', 'Beginner', { id: 'level', label: 'Your level?', type: 'short-text' }, 'met'],
		['another text', 'Expert', { id: 'level', label: 'Your level?', type: 'short-text' }, 'not met'],
	])('%s', (_, given, question, verdict) => {
		const answers = given === undefined ? {} : { level: given };
		expect(assessRequirement(requirement, people.Volunteer, { answers, questions: [question] }).verdict).toBe(
			verdict,
		);
	});

	it('ignores inherited object properties', () => {
		const odd: Requirement = { ...requirement, question: 'level', oneOf: ['constructor'] };
		expect(assessRequirement(odd, people.Volunteer, { questions: [level] }).verdict).toBe('unknown');
	});
});

describe('any of, all of', () => {
	it('returns the parts and the oldest check', () => {
		const either: Requirement = { id: 'either', label, kind: 'any-of', of: [rightsAnywhere, edits] };
		const result = assessRequirement(either, withoutGlobal(sysop(null)));
		expect(result).toMatchObject({ requirement: 'either', verdict: 'met', evidence: [], checkedAt: NOW });
		expect(result.parts?.map(({ verdict }) => verdict)).toEqual(['met', 'unknown']);
	});

	it('sums up a course', () => {
		const application = { course: 'iah', answers: {}, email: 'sent', withdrawn: false } as const;
		const verdict = (requirements: Requirement[], facts: AccountFacts): Verdict =>
			assessApplication(application, facts, { ...course, requirements }, NOW).verdict;
		expect(verdict([], people.Volunteer)).toBe('met');
		expect(verdict([rightsAnywhere, unblockedAnywhere], people.SysopAbroad)).toBe('met');
		expect(verdict([rightsAnywhere, unblockedHere], withoutGlobal(people.Volunteer))).toBe('unknown');
		expect(verdict([rightsHere, unblockedAnywhere], withoutGlobal(people.Volunteer))).toBe('not met');
	});
});
