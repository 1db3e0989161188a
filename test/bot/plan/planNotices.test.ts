import { beforeEach, describe, expect, it } from 'vitest';
import { assessApplications } from '../../../bot/plan/assessApplications.ts';
import { planNotices, type PlannedNotices } from '../../../bot/plan/planNotices.ts';
import type { AddressedNotice } from '../../../bot/plan/plannedNotice.ts';
import { OPTIONAL_NOTICES, type Programme } from '../../../shared/programme/schema.ts';
import { ANA, BEN, CEM, course, CourseScene, hour, RITA, ROB } from '../../shared/rules/courseScene.ts';

const DAY = 24;
const ACCOUNTS = { local: new Map(), global: new Map(), names: new Map() };
const site = { server: 'https://wiki.example.org', articlePath: '/wiki/$1' };

let scene: CourseScene;
let texts: Map<number, string | null>;
beforeEach(() => {
	scene = new CourseScene();
	texts = new Map();
	chooseNotices(...OPTIONAL_NOTICES);
});

function chooseNotices(...notices: Programme['notices'] & object): void {
	scene.programme = { ...scene.programme, notices };
}

function plan(at: number): PlannedNotices {
	const evaluated = scene.evaluate(at);
	const applications = assessApplications(evaluated, ACCOUNTS, hour(at));
	const facts = {
		programme: scene.programme,
		log: scene.log.read(),
		sent: scene.sent,
		messageTexts: texts,
		site: { ...site, now: hour(at) },
	};
	return planNotices(facts, [{ ...evaluated, applications }]);
}

const name = ({ to, kind, about }: AddressedNotice) => `${to.name} ${kind} ${about}`.trim();
const due = (at: number) => plan(at).due.map(name);
const waiting = (at: number) => plan(at).outbox.flatMap((entry) => entry.waiting.map(name));
const decide = (id: number, verdict: 'accepted' | 'waitlisted' | 'declined', at = 110) =>
	scene.log.decide(RITA, verdict, { [id]: id * 10 }, { timestamp: hour(at) });
const release = (at = 210) => scene.log.release(ROB, { timestamp: hour(at) });

describe('a receipt', () => {
	beforeEach(() => {
		scene.apply(ANA, { revid: 70, at: 1 });
	});

	it('is due once for a received application, until the notification date', () => {
		expect(due(2)).toEqual(['Ana receipt']);
		expect(due(199)).toEqual(['Ana receipt']);
		expect(due(200)).toEqual([]);
		scene.announce(ANA, '', 2, 'receipt');
		expect(due(3)).toEqual([]);
	});

	it('reveals no decision, and stays due after one', () => {
		decide(ANA, 'declined', 2);
		const [notice] = plan(3).due;
		expect(notice).toMatchObject({ kind: 'receipt', about: '', text: 'receipt', earliest: hour(1) });
	});

	it.each([
		['too early', () => scene.apply(BEN, { revid: 80, at: -5 })],
		[
			'not theirs',
			() =>
				scene.apply(
					BEN,
					{ revid: 80, at: 5, page: 'Ana' },
					{ application: { course: 'pb', answers: {}, email: 'sent' } },
				),
		],
		['withdrawn', () => scene.apply(BEN, { revid: 80, at: 5 }, { isRemovedByApplicant: true })],
	])('is not due for an application that is %s', (_, happen) => {
		happen();
		expect(due(10)).toEqual(['Ana receipt']);
	});

	it('is not sent when the programme disables it', () => {
		chooseNotices('start');
		expect(due(2)).toEqual([]);
	});
});

describe('a notice of missing answers', () => {
	it('is due until applications close, and lists the questions', () => {
		scene.apply(ANA, { revid: 70, at: 1, answers: {}, email: 'not sent' });
		expect(due(2)).toEqual(['Ana incomplete']);
		expect(plan(2).due[0]?.params.missing).toBe('Why?, Address');
		expect(due(101)).toEqual([]);
	});
});

describe('a decision', () => {
	beforeEach(() => {
		chooseNotices();
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.apply(BEN, { revid: 80, at: 2 });
		decide(ANA, 'accepted');
		decide(BEN, 'waitlisted');
	});

	it('waits in the outbox until released, then is due, whatever the programme’s settings', () => {
		expect(due(250)).toEqual([]);
		expect(waiting(250)).toEqual(['Ana decision accepted-1010', 'Ben decision waitlisted-1020']);
		release();
		expect(waiting(210.1)).toHaveLength(2);
		expect(plan(210.1).outbox).toMatchObject([
			{ released: true, blocks: [{ kind: 'grace-period' }], holds: [] },
		]);
		expect(due(211)).toEqual(['Ana decision accepted-1010', 'Ben decision waitlisted-1020']);
		expect(plan(211).outbox).toEqual([]);
	});

	it('is due once', () => {
		release();
		scene.announce(ANA, 'accepted-1010', 211);
		expect(due(212)).toEqual(['Ben decision waitlisted-1020']);
	});

	it('states the confirmation deadline or the place on the waitlist', () => {
		release();
		const [ana, ben] = plan(220).due;
		expect(ana).toMatchObject({ text: 'accepted', earliest: hour(210), page: 'Course/Applications/Ana' });
		expect(ana?.params.until).toBe('2021-01-17 04:00 UTC');
		expect(hour(220 + 7 * DAY)).toBe('2021-01-17T04:00:00Z');
		expect(ben?.params).toMatchObject({ place: '1', user: 'Ben' });
		expect(ben?.params).not.toHaveProperty('until');
		expect(ana?.params).not.toHaveProperty('place');
	});

	it('is held for one person while the others are due', () => {
		scene.save(0, { revid: 71, at: 120, answers: { motivation: 'Another one' } });
		release();
		expect(due(220)).toEqual(['Ben decision waitlisted-1020']);
		expect(plan(220).outbox).toMatchObject([
			{
				waiting: [{ to: { name: 'Ana' } }],
				holds: [{ kind: 'answers-changed', pages: ['Course/Applications/Ana'] }],
			},
		]);
	});

	it('lists undecided applicants in the outbox, but not late ones', () => {
		scene.apply(CEM, { revid: 90, at: 3 });
		scene.apply(10, { revid: 100, at: 150 });
		expect(plan(220).outbox).toMatchObject([{ undecided: ['Course/Applications/Cem'] }]);
	});

	it('is not pending when nobody decided', () => {
		const quiet = new CourseScene();
		quiet.apply(ANA, { revid: 70, at: 1 });
		scene = quiet;
		expect(plan(250).outbox).toEqual([]);
	});

	it('is a separate notice for a promotion, a correction and a new offer', () => {
		release();
		scene.announce(ANA, 'accepted-1010', 211);
		scene.announce(BEN, 'waitlisted-1020', 211);
		decide(BEN, 'accepted', 220);
		decide(ANA, 'declined', 220);
		release(221);
		expect(due(230)).toEqual(['Ana correction declined-1050', 'Ben promotion accepted-1040']);
		expect(plan(230).due.map(({ params }) => [params.correction, params.promotion])).toEqual([
			['yes', undefined],
			[undefined, 'yes'],
		]);
	});

	it('is not due once the course is over', () => {
		release();
		const end = 1000 + course.weeks * 7 * DAY;
		expect(due(end)).toHaveLength(2);
		expect(plan(end + 1)).toEqual({ due: [], outbox: [] });
	});

	it('is not due after a withdrawal', () => {
		scene.reply(0, 'withdrawn', null, 2000, 205);
		release();
		expect(due(220)).toEqual(['Ben decision waitlisted-1020']);
	});
});

describe('notices about an offer', () => {
	beforeEach(() => {
		chooseNotices('offer', 'start');
		scene.apply(ANA, { revid: 70, at: 1 });
		decide(ANA, 'accepted');
		release();
		scene.announce(ANA, 'accepted-1010', 211);
	});

	it('include a reminder two days before it ends, and one when it expires', () => {
		const end = 211 + 7 * DAY;
		expect(due(end - 49)).toEqual([]);
		expect(due(end - 48)).toEqual(['Ana offer-reminder 1010']);
		expect(plan(end - 48).due[0]).toMatchObject({ earliest: hour(211), text: 'offer reminder' });
		expect(due(end + 1)).toEqual(['Ana offer-lapsed 1010']);
	});

	it('stop once it is confirmed or declined', () => {
		scene.reply(0, 'confirmed', 1010, 2000, 220);
		expect(due(211 + 6 * DAY)).toEqual([]);
		expect(due(211 + 8 * DAY)).toEqual([]);
		scene.reply(0, 'declined', 1010, 2001, 230);
		expect(due(211 + 8 * DAY)).toEqual([]);
	});

	it('are not due when the programme disables them', () => {
		chooseNotices();
		expect(due(211 + 6 * DAY)).toEqual([]);
	});

	it('do not announce an expiry when a reply may be hidden', () => {
		scene.alter(0, () => ({ uncertainReplyRevid: 9999 }));
		expect(due(211 + 8 * DAY)).toEqual([]);
	});

	it('include a course reminder only for people with a seat', () => {
		const near = 1000 - 2 * DAY;
		expect(due(near)).toEqual(['Ana offer-lapsed 1010']);
		scene.reply(0, 'confirmed', 1010, 2000, 220);
		expect(due(1000 - 4 * DAY)).toEqual([]);
		expect(due(near)).toEqual(['Ana start']);
		expect(due(1000)).toEqual([]);
	});
});

describe('reminders and messages requested in the log', () => {
	const remind = (at = 50) =>
		scene.log.action(RITA, { kind: 'remind', course: course.id }, { timestamp: hour(at) });
	const write = (to: 'accepted' | 'waitlisted' | 'all', at = 250) =>
		scene.log.action(
			RITA,
			{ kind: 'write', course: course.id, to, page: 3, revision: 4 },
			{ timestamp: hour(at) },
		);
	beforeEach(() => {
		chooseNotices();
		scene.apply(ANA, { revid: 70, at: 1, email: 'not sent' });
		scene.apply(BEN, { revid: 80, at: 2 });
	});

	it('sends one reminder to people without an address, however often it is requested', () => {
		expect(due(60)).toEqual([]);
		remind();
		expect(due(60)).toEqual(['Ana contact']);
		expect(plan(60).due[0]).toMatchObject({ text: 'contact', earliest: hour(50) });
		expect(plan(60).due[0]?.params.link).toMatch(/^https:\/\/wiki\.example\.org\/wiki\/.*\?wikilearn=email$/);
		scene.announce(ANA, '', 61, 'contact');
		remind(70);
		expect(due(80)).toEqual([]);
	});

	it('plans a reminder once when it is requested twice before it is sent', () => {
		remind();
		remind(55);
		expect(due(60)).toEqual(['Ana contact']);
	});

	it('sends no reminder to people who are out, or when no course asks for an address', () => {
		remind();
		scene.course = { ...course, questions: course.questions.filter(({ type }) => type !== 'private-email') };
		expect(due(60)).toEqual([]);
		scene.course = course;
		scene.alter(0, () => ({ isRemovedByApplicant: true }));
		expect(due(60)).toEqual([]);
	});

	it('sends a message to its recipients by announced status, once each', () => {
		decide(ANA, 'accepted');
		decide(BEN, 'waitlisted');
		release();
		scene.announce(ANA, 'accepted-1010', 211);
		const revid = write('accepted');
		texts.set(revid, 'Hello');
		expect(due(260)).toEqual([`Ben decision waitlisted-1020`, `Ana message ${revid}`].sort());
		expect(plan(260).due.find(({ kind }) => kind === 'message')).toMatchObject({
			body: 'Hello',
			text: 'message',
			earliest: hour(250),
		});
		scene.announce(ANA, String(revid), 261, 'message');
		expect(due(262)).toEqual(['Ben decision waitlisted-1020']);
		const again = write('all', 270);
		expect(due(280)).toEqual([
			`Ana message ${again}`,
			'Ben decision waitlisted-1020',
			`Ben message ${again}`,
		]);
	});

	it('reports a message whose text cannot be read', () => {
		texts.set(write('all'), null);
		expect(plan(260).due.map((notice) => 'body' in notice)).toEqual([false, false]);
	});

	it('does not send what was taken back', () => {
		const revid = remind();
		const message = write('all');
		texts.set(message, 'Hello');
		scene.log.takeBack(RITA, revid, []);
		scene.log.takeBack(RITA, message, []);
		expect(due(260)).toEqual([]);
	});
});
