import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { State } from '../../../shared/rules/state.ts';
import { ANA, BEN, CEM, CourseScene, EVE, hour, RITA, ROB } from './courseScene.ts';

const DAY = 24;
const STUB = { answers: {} };

let scene: CourseScene;
beforeEach(() => {
	scene = new CourseScene();
});

describe('the displayed status', () => {
	it('is what was announced, not what is decided', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		expect(scene.find(ANA, 150)).toMatchObject({
			state: 'received',
			decidedState: 'offered',
			decision: { outcome: 'accepted', revid: 1010 },
			announced: null,
			pending: { kind: 'decision' },
		});
		scene.announce(ANA, 'accepted-1010', 210);
		expect(scene.find(ANA, 211)).toMatchObject({
			state: 'offered',
			decidedState: 'offered',
			announced: { outcome: 'accepted', decisionRevid: 1010 },
			offer: { until: expect.stringMatching(hour(210 + 7 * DAY).slice(0, 16)) as string },
			pending: null,
		});
	});

	it.each<[string, (s: CourseScene) => unknown, State]>([
		['complete', (s) => s.apply(ANA, { revid: 70, at: 1 }), 'received'],
		['without a required answer', (s) => s.apply(ANA, { revid: 70, at: 1, ...STUB }), 'incomplete'],
		['without the address', (s) => s.apply(ANA, { revid: 70, at: 1, email: 'not sent' }), 'incomplete'],
		['before applications open', (s) => s.apply(ANA, { revid: 70, at: -1 }), 'too-early'],
		[
			'before that, and saved again since',
			(s) => {
				s.save(s.apply(ANA, { revid: 70, at: -1 }), { revid: 71, at: 1 });
			},
			'received',
		],
		[
			'without an account',
			(s) =>
				s.apply(
					ANA,
					{ revid: 70, at: 1 },
					{ added: { revid: 70, parentid: 0, timestamp: hour(1), user: null } },
				),
			'unverified',
		],
		[
			'for another course than its page',
			(s) => {
				s.alter(s.apply(ANA, { revid: 70, at: 1 }), ({ application }) => ({
					application: { ...application, course: 'pb' },
				}));
			},
			'unverified',
		],
		[
			'in another account’s name',
			(s) => {
				s.names.set('Zed', { id: 44, namedSince: hour(-100) });
				s.apply(ANA, { revid: 70, at: 1, page: 'Zed' });
			},
			'unverified',
		],
		[
			'in a name that another account got later: a rename',
			(s) => {
				s.names.set('Zed', { id: 44, namedSince: hour(50) });
				s.apply(ANA, { revid: 70, at: 1, page: 'Zed' });
			},
			'received',
		],
		[
			'in a name of nobody',
			(s) => {
				s.names.set('Zed', null);
				s.apply(ANA, { revid: 70, at: 1, page: 'Zed' });
			},
			'received',
		],
		[
			'removed by its applicant',
			(s) => {
				s.apply(ANA, { revid: 70, at: 1 }, { isRemovedByApplicant: true });
			},
			'withdrawn',
		],
		[
			'withdrawn',
			(s) => {
				s.reply(s.apply(ANA, { revid: 70, at: 1 }), 'withdrawn', null, 71, 2);
			},
			'withdrawn',
		],
		[
			'withdrawn, and saved again',
			(s) => {
				const index = s.apply(ANA, { revid: 70, at: 1 });
				s.reply(index, 'withdrawn', null, 71, 2);
				s.save(index, { revid: 72, at: 3 });
			},
			'received',
		],
	])('%s', (_, happen, state) => {
		happen(scene);
		expect(scene.evaluate(20).applications.map((application) => application.state)).toEqual([state]);
	});

	it('does not come from what is decided or announced for another account, course or application', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.apply(BEN, { revid: 80, at: 2 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 80 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70 }, { course: 'pb' });
		scene.log.decide(EVE, 'accepted', { [ANA]: 70 });
		scene.sent.push({ ...scene.announce(BEN, 'x', 1), course: 'pb', applicant: ANA, about: 'accepted-1010' });
		expect(scene.evaluate(250).applications.map(({ state, decision }) => [state, decision])).toEqual([
			['received', null],
			['received', null],
		]);
	});

	it('does not come from a notice about something else', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.announce(ANA, 'accepted-1010', 210, 'message');
		scene.announce(ANA, '', 210, 'receipt');
		scene.announce(ANA, 'perhaps-1010', 210);
		expect(scene.find(ANA, 220)).toMatchObject({ state: 'received', announced: null });
	});
});

describe('late', () => {
	const late = (at = 300) => scene.find(ANA, at).isLate;

	it.each([
		['in time', 50, false],
		['in the last second', 100, false],
		['after it', 101, true],
	])('is who applied %s', (_, at, isLate) => {
		scene.apply(ANA, { revid: 70, at });
		expect(late()).toBe(isLate);
	});

	it('is a stub that is filled in later', () => {
		const index = scene.apply(ANA, { revid: 70, at: 50, ...STUB });
		expect(late()).toBe(false);
		scene.save(index, { revid: 71, at: 120 });
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: true, submittedAt: hour(120) });
	});

	it('is not one that only handed over the address later', () => {
		const index = scene.apply(ANA, { revid: 70, at: 50, email: 'not sent' });
		scene.save(index, { revid: 71, at: 120 }, true);
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: false, isChangedLate: false, state: 'received' });
	});

	it('is not one whose answers changed later, which is shown', () => {
		const index = scene.apply(ANA, { revid: 70, at: 50 });
		scene.save(index, { revid: 71, at: 120, answers: { motivation: 'Another one' } });
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: false, isChangedLate: true, submittedAt: hour(50) });
	});

	it('is a page that is moved in later, and not one that is moved in in time', () => {
		const index = scene.apply(ANA, { revid: 70, at: 50 });
		const { pageid } = scene.applications[index]!;
		scene.arrivals.set(pageid, hour(60));
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: false, submittedAt: hour(60) });
		scene.arrivals.set(pageid, hour(101));
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: true, submittedAt: hour(101) });
	});

	it('is not one made before applications opened and saved again in time', () => {
		const index = scene.apply(ANA, { revid: 70, at: -20 });
		scene.save(index, { revid: 71, at: 3 });
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: false, submittedAt: hour(3) });
		scene.save(index, { revid: 72, at: 150 });
		expect(late()).toBe(false);
	});

	it('is one made before, and saved again only after the end', () => {
		scene.save(scene.apply(ANA, { revid: 70, at: -20 }), { revid: 71, at: 101 });
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: true, state: 'received' });
	});

	it('is never undone by a later state: a decision does not depend on it', () => {
		scene.apply(ANA, { revid: 70, at: 150 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		expect(scene.find(ANA, 300)).toMatchObject({ isLate: true, decidedState: 'offered' });
	});
});

describe('of several applications of an account', () => {
	const statesOf = (id: number, at = 150) => scene.of(id, at).map(({ state }) => state);

	it('uses the newest', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.apply(ANA, { revid: 75, at: 3, page: 'Talk' });
		scene.apply(BEN, { revid: 80, at: 2 });
		expect(statesOf(ANA)).toEqual(['superseded', 'received']);
		expect(statesOf(BEN)).toEqual(['received']);
	});

	it('uses the older again once the applicant removes the newer', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.apply(ANA, { revid: 75, at: 3 }, { isRemovedByApplicant: true });
		expect(statesOf(ANA)).toEqual(['received', 'superseded']);
	});

	it('treats a withdrawal as ending them all, until one is saved again', () => {
		const first = scene.apply(ANA, { revid: 70, at: 1 });
		const second = scene.apply(ANA, { revid: 75, at: 3 });
		scene.reply(second, 'withdrawn', null, 76, 4);
		expect(statesOf(ANA)).toEqual(['superseded', 'withdrawn']);
		scene.save(first, { revid: 77, at: 5 });
		expect(statesOf(ANA)).toEqual(['received', 'superseded']);
	});

	it('what nobody can be said to have made neither replaces nor is replaced', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		const nobody = { added: { revid: 75, parentid: 0, timestamp: hour(3), user: null } };
		scene.apply(ANA, { revid: 75, at: 3 }, nobody);
		scene.names.set('Zed', { id: 44, namedSince: null });
		scene.apply(ANA, { revid: 78, at: 4, page: 'Zed' });
		expect(scene.evaluate(150).applications.map(({ state }) => state)).toEqual([
			'received',
			'unverified',
			'unverified',
		]);
	});

	it('the live one has what was announced, and the replies that its applicant gave anywhere', () => {
		const first = scene.apply(ANA, { revid: 70, at: 1 });
		const decision = scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		scene.announce(ANA, `accepted-${decision}`, 210);
		scene.reply(first, 'confirmed', decision, 5900, 220);
		expect(statesOf(ANA, 230)).toEqual(['confirmed']);
		scene.apply(ANA, { revid: 6000, at: 230, page: 'Talk' });
		expect(statesOf(ANA, 240)).toEqual(['superseded', 'confirmed']);
		expect(scene.evaluate(1000).seatsTaken.announced).toBe(1);
	});
});

describe('withdrawing', () => {
	it('ends the decisions made before it, announced or not', () => {
		const index = scene.apply(ANA, { revid: 70, at: 1 });
		const decision = scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		scene.announce(ANA, `accepted-${decision}`, 210);
		scene.reply(index, 'withdrawn', null, 1011, 220);
		expect(scene.find(ANA, 230)).toMatchObject({
			state: 'withdrawn',
			decidedState: 'withdrawn',
			decision: null,
			announced: null,
			pending: null,
		});
		expect(scene.evaluate(230).seatsTaken).toEqual({ announced: 0, decided: 0 });
		scene.save(index, { revid: 1012, at: 240 });
		expect(scene.find(ANA, 250)).toMatchObject({ state: 'received', decision: null });
		const next = scene.log.decide(ROB, 'waitlisted', { [ANA]: 1012 });
		expect(scene.find(ANA, 260)).toMatchObject({ decision: { revid: next }, pending: { kind: 'decision' } });
	});

	it('does not end those made after it', () => {
		const index = scene.apply(ANA, { revid: 70, at: 1 });
		scene.reply(index, 'withdrawn', null, 71, 2);
		scene.save(index, { revid: 72, at: 3 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		expect(scene.find(ANA, 150)).toMatchObject({ decidedState: 'offered' });
	});
});

describe('what was announced', () => {
	beforeEach(() => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70 });
		scene.announce(ANA, 'accepted-1010', 210);
	});

	it('stands when its decision is taken back, until a new decision', () => {
		scene.log.takeBack(ROB, 1010, [ANA]);
		expect(scene.find(ANA, 220)).toMatchObject({
			state: 'offered',
			decidedState: 'received',
			decision: null,
			pending: null,
			announced: { decisionRevid: 1010 },
		});
		scene.log.decide(ROB, 'declined', { [ANA]: 70 });
		expect(scene.find(ANA, 220)).toMatchObject({
			state: 'offered',
			decidedState: 'declined',
			pending: { kind: 'correction' },
		});
	});

	it('stands when a deleted row of people removes the decision from the log', () => {
		const nobody = new CourseScene();
		nobody.apply(ANA, { revid: 70, at: 1 });
		nobody.announce(ANA, 'accepted-1010', 210);
		expect(nobody.find(ANA, 220)).toMatchObject({
			state: 'offered',
			decidedState: 'offered',
			decision: { outcome: 'accepted', revid: 1010 },
			pending: null,
		});
	});

	it('is not announced again for another note or the same outcome', () => {
		scene.log.decide(ROB, 'accepted', { [ANA]: 70 }, { note: 'another' });
		expect(scene.find(ANA, 220).pending).toBeNull();
	});

	it.each([
		['waitlisted', 'correction'],
		['declined', 'correction'],
	] as const)('is corrected by another outcome: %s', (verdict, kind) => {
		const revid = scene.log.decide(ROB, verdict, { [ANA]: 70 });
		expect(scene.find(ANA, 220)).toMatchObject({
			pending: { kind, decision: { revid } },
			decidedState: verdict,
		});
	});

	it('of the waitlist is followed by a promotion', () => {
		scene.apply(BEN, { revid: 80, at: 2 });
		scene.log.decide(RITA, 'waitlisted', { [BEN]: 80 });
		scene.announce(BEN, 'waitlisted-1020', 210);
		scene.log.decide(RITA, 'accepted', { [BEN]: 80 });
		expect(scene.find(BEN, 220)).toMatchObject({ state: 'waitlisted', pending: { kind: 'promotion' } });
	});

	it('is offered anew by an acceptance after the offer expired', () => {
		const expired = 210 + 8 * DAY;
		expect(scene.find(ANA, expired)).toMatchObject({ state: 'lapsed' });
		scene.log.decide(ROB, 'accepted', { [ANA]: 70 }, { timestamp: hour(expired) });
		expect(scene.find(ANA, expired + 1)).toMatchObject({
			state: 'lapsed',
			decidedState: 'offered',
			pending: { kind: 'decision' },
		});
		scene.announce(ANA, 'accepted-1020', expired + 2);
		expect(scene.find(ANA, expired + 3)).toMatchObject({
			state: 'offered',
			offer: { until: expect.stringMatching(hour(expired + 2 + 7 * DAY).slice(0, 16)) as string },
		});
	});

	it('is not offered anew by an acceptance before it expired', () => {
		scene.log.decide(ROB, 'accepted', { [ANA]: 70 }, { timestamp: hour(215) });
		expect(scene.find(ANA, 210 + 8 * DAY)).toMatchObject({ state: 'lapsed', pending: null });
	});

	it('is offered anew by an acceptance after the applicant declined; the old reply is to the old offer', () => {
		scene.reply(0, 'declined', 1010, 1015, 220);
		expect(scene.find(ANA, 221)).toMatchObject({ state: 'turned-down', pending: null });
		const again = scene.log.decide(ROB, 'accepted', { [ANA]: 70 }, { timestamp: hour(222) });
		expect(scene.find(ANA, 223)).toMatchObject({ state: 'turned-down', pending: { kind: 'decision' } });
		scene.announce(ANA, `accepted-${again}`, 230);
		expect(scene.find(ANA, 231)).toMatchObject({ state: 'offered' });
		scene.reply(0, 'confirmed', 1010, 1025, 232);
		expect(scene.find(ANA, 233)).toMatchObject({ state: 'offered' });
		scene.reply(0, 'confirmed', again, 1026, 234);
		expect(scene.find(ANA, 235)).toMatchObject({ state: 'confirmed' });
	});

	it('is not offered anew to somebody who confirmed', () => {
		scene.reply(0, 'confirmed', 1010, 1015, 220);
		scene.log.decide(ROB, 'accepted', { [ANA]: 70 }, { timestamp: hour(500) });
		expect(scene.find(ANA, 600)).toMatchObject({ state: 'confirmed', pending: null });
	});

	it('is an offer that does not expire where a reply may be hidden', () => {
		scene.alter(0, () => ({ uncertainReplyRevid: 9999 }));
		expect(scene.find(ANA, 900)).toMatchObject({ state: 'offered', offer: { until: null } });
	});

	it('is no offer in a programme without', () => {
		const { offers, ...programme } = scene.programme;
		expect(offers).toBeDefined();
		scene.programme = programme;
		expect(scene.find(ANA, 900)).toMatchObject({ state: 'accepted', offer: null });
	});

	it('takes a seat where the application can no longer be read, until a reviewer settles it', () => {
		scene.applications.length = 0;
		const lost = scene.evaluate(220);
		expect(lost.seatsWithoutApplication).toMatchObject([
			{ applicant: ANA, announced: { decisionRevid: 1010 } },
		]);
		expect(lost.seatsTaken).toEqual({ announced: 1, decided: 1 });
		scene.log.decide(ROB, 'declined', { [ANA]: 70 });
		expect(scene.evaluate(220)).toMatchObject({ seatsWithoutApplication: [], seatsTaken: { announced: 0 } });
	});

	it('takes no seat any more once it was taken back, where the application is gone', () => {
		scene.applications.length = 0;
		scene.log.takeBack(ROB, 1010, [ANA]);
		expect(scene.evaluate(220).seatsWithoutApplication).toEqual([]);
	});

	it('takes a seat where the application names another course by now', () => {
		scene.alter(0, ({ application }) => ({ application: { ...application, course: 'pb' } }));
		expect(scene.evaluate(220).seatsWithoutApplication).toMatchObject([{ applicant: ANA }]);
	});
});

describe('seats', () => {
	it('are counted by what was announced, and by what is decided', () => {
		for (const [index, id] of [ANA, BEN, CEM].entries()) scene.apply(id, { revid: id * 10, at: index });
		scene.log.decide(RITA, 'accepted', { [ANA]: 70, [BEN]: 80, [CEM]: 90 });
		scene.announce(ANA, 'accepted-1010', 210);
		expect(scene.evaluate(220).seatsTaken).toEqual({ announced: 1, decided: 3 });
	});
});

describe('recusals', () => {
	it('stand beside an application and decide nothing', () => {
		scene.apply(ANA, { revid: 70, at: 1 });
		scene.log.decide(ROB, 'recused', { [ANA]: 70 });
		expect(scene.find(ANA, 150)).toMatchObject({ decision: null, recusals: [{ by: ROB }], pending: null });
	});
});

describe('any course', () => {
	const verdict = fc.constantFrom('accepted' as const, 'waitlisted' as const, 'declined' as const);
	const step = fc.oneof(
		fc.record({ kind: fc.constant('apply' as const), id: fc.constantFrom(ANA, BEN, CEM) }),
		fc.record({ kind: fc.constant('decide' as const), id: fc.constantFrom(ANA, BEN, CEM), verdict }),
		fc.record({ kind: fc.constant('release' as const) }),
	);

	it('gives the same result in any order of applications', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
				const scene = new CourseScene();
				steps.forEach((step, index) => {
					if (step.kind === 'apply')
						scene.apply(step.id, { revid: 100 + index, at: index, page: `P${index}` });
					if (step.kind === 'release') scene.log.release(RITA);
					if (step.kind !== 'decide') return;
					const about = scene.applications.filter(({ added }) => added.user?.id === step.id).pop();
					scene.log.decide(RITA, step.verdict, { [step.id]: about?.added.revid ?? 1 });
				});
				const facts = JSON.stringify(scene.evaluate(250));
				scene.applications.reverse();
				expect(JSON.stringify(scene.evaluate(250))).toBe(facts);
			}),
		);
	});

	it('shows nothing of a decision that was not announced', () => {
		fc.assert(
			fc.property(fc.array(fc.record({ id: fc.constantFrom(ANA, BEN), verdict })), (decisions) => {
				const scene = new CourseScene();
				scene.apply(ANA, { revid: 70, at: 1 });
				scene.apply(BEN, { revid: 80, at: 2 });
				const before = scene.evaluate(250).applications.map(({ state, offer }) => ({ state, offer }));
				for (const decision of decisions)
					scene.log.decide(RITA, decision.verdict, { [decision.id]: decision.id * 10 });
				scene.log.release(RITA);
				expect(scene.evaluate(250).applications.map(({ state, offer }) => ({ state, offer }))).toEqual(
					before,
				);
				expect(scene.evaluate(250).seatsTaken.announced).toBe(0);
			}),
		);
	});
});
