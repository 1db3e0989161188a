import { beforeEach, describe, expect, it } from 'vitest';
import type { Obstacle, Hold } from '../../../shared/rules/evaluation.ts';
import { ANA, BEN, CEM, course, CourseScene, EVE, hour, RITA, ROB } from './courseScene.ts';

let scene: CourseScene;
let accepted: number;
/** Ana is accepted and Ben declined at hours 110 and 111, after applications closed. */
beforeEach(() => {
	scene = new CourseScene();
	scene.apply(ANA, { revid: 70, at: 1 });
	scene.apply(BEN, { revid: 80, at: 2 });
	accepted = scene.log.decide(RITA, 'accepted', { [ANA]: 70 }, { timestamp: hour(110) });
	scene.log.decide(ROB, 'declined', { [BEN]: 80 }, { timestamp: hour(111) });
});

const release = (at = 210, changes = {}) => scene.log.release(RITA, { timestamp: hour(at), ...changes });
const blocks = (at = 300): readonly Obstacle[] => scene.evaluate(at).release.obstacles;
const holds = (id: number, at = 300): readonly Hold[] => scene.find(id, at).pending?.holds ?? [];
const releasedNames = (id: number, at = 300) => {
	const { pending } = scene.find(id, at);
	return blocks(at).length === 0 && pending?.isReleased === true && pending.holds.length === 0;
};

describe('a release', () => {
	it('releases what it covers after 15 minutes', () => {
		release();
		expect(blocks(210.2)).toEqual([{ kind: 'grace-period', until: new Date(hour(210.25)).toISOString() }]);
		expect(blocks(210.25)).toEqual([]);
		expect(releasedNames(ANA)).toBe(true);
		expect(releasedNames(BEN)).toBe(true);
	});

	it('does not exist when nobody made one', () => {
		expect(scene.evaluate(300).release).toMatchObject({ release: null, obstacles: [] });
		expect(scene.find(ANA, 300).pending).toMatchObject({ isReleased: false, holds: [] });
	});

	it('has the digest that a release made now would have', () => {
		expect(scene.evaluate(300).release.digest).toBe(scene.log.digest());
	});

	it('can be taken back, and then an older one covers what it covered', () => {
		const first = release();
		const later = scene.log.decide(RITA, 'waitlisted', { [BEN]: 80 }, { timestamp: hour(220) });
		const second = release(221);
		expect(scene.find(BEN, 300).pending).toMatchObject({ decision: { revid: later }, isReleased: true });
		scene.log.takeBack(ROB, second, []);
		expect(scene.evaluate(300).release.release?.revid).toBe(first);
		expect(releasedNames(ANA)).toBe(true);
		expect(holds(BEN)).toEqual(['decided-after-release']);
		scene.log.takeBack(ROB, first, []);
		expect(scene.evaluate(300).release.release).toBeNull();
		expect(releasedNames(ANA)).toBe(false);
	});

	it('is not taken back without authority, or by an action that names applicants', () => {
		const revid = release();
		scene.log.takeBack(EVE, revid, []);
		scene.log.takeBack(RITA, revid, [ANA]);
		expect(scene.evaluate(300).release.release?.revid).toBe(revid);
	});

	it('of another course covers nothing', () => {
		const { log } = scene;
		const digest = log.digest();
		log.action(
			RITA,
			{ kind: 'release', course: 'pb', seenRevid: log.newest, digest },
			{ timestamp: hour(210) },
		);
		expect(scene.evaluate(300).release.release).toBeNull();
	});

	it.each([
		['a stranger', EVE],
		['nobody', null],
	])('is not made by %s', (_, author) => {
		scene.log.release(author, { timestamp: hour(210) });
		expect(scene.evaluate(300).release.release).toBeNull();
	});
});

describe('blocks', () => {
	it.each<[string, () => unknown, Obstacle | 'nothing', number?]>([
		['all is well', () => release(), 'nothing'],
		['before the day of notice', () => release(150), { kind: 'too-early', until: course.notify }, 199],
		['on the day', () => release(150), 'nothing', 200],
		[
			'the people were changed',
			() => {
				release();
				scene.heldUntil = hour(320);
			},
			{ kind: 'programme-changed', until: hour(320) },
		],
		[
			'more are accepted than there are seats',
			() => {
				scene.course = { ...course, seats: 1 };
				scene.apply(CEM, { revid: 90, at: 3 });
				scene.log.decide(RITA, 'accepted', { [CEM]: 90 });
				release();
			},
			{ kind: 'over-capacity', seats: 1 },
		],
		[
			'more are accepted than there are seats, one of them lost',
			() => {
				scene.course = { ...course, seats: 1 };
				scene.announce(CEM, 'accepted-1', 100);
				release();
			},
			{ kind: 'over-capacity', seats: 1 },
		],
		[
			'the digest is another one',
			() => release(210, { digest: '0'.repeat(32) }),
			{ kind: 'digest-mismatch', revid: 1030 },
		],
		[
			'it names an older revision than what it announces',
			() => release(210, { seen: 1010, digest: scene.log.digest() }),
			{ kind: 'digest-mismatch', revid: 1030 },
		],
		[
			'somebody decided between what was seen and the release: that is not covered, the rest is',
			() => {
				const { newest: seen } = scene.log;
				const digest = scene.log.digest();
				scene.log.decide(ROB, 'declined', { [ANA]: 70 }, { timestamp: hour(209) });
				release(210, { seen, digest });
			},
			'nothing',
		],
		[
			'an edit of a reviewer in the log is hidden',
			() => {
				release();
				scene.log.edit(RITA, null);
			},
			{ kind: 'uncertain-action', revids: [1040] },
		],
		[
			'it was hidden before the release, which is the way out',
			() => {
				scene.log.edit(RITA, null);
				release();
			},
			'nothing',
		],
		[
			'an edit of a stranger in the log is hidden',
			() => {
				release();
				scene.log.edit(EVE, null);
			},
			'nothing',
		],
		[
			'revisions were imported into the log',
			() => {
				release();
				scene.log.imports.push(1030);
			},
			{ kind: 'uncertain-action', revids: [1030] },
		],
		[
			'a revision of the log is missing',
			() => {
				release();
				scene.log.edit(EVE, 'x', { parentid: 5 });
			},
			{ kind: 'uncertain-action', revids: [1040] },
		],
		[
			'a hidden author may have decided about another course',
			() => {
				release();
				scene.log.action(null, { kind: 'release', course: 'pb', seenRevid: 1, digest: '0'.repeat(32) });
			},
			'nothing',
		],
		[
			'a hidden author may have taken the release back',
			() => scene.log.takeBack(null, release(), []),
			{ kind: 'uncertain-action', revids: [1040] },
		],
	])('%s', (_, happen, block, at = 300) => {
		happen();
		expect(blocks(at)).toEqual(block === 'nothing' ? [] : [block]);
	});

	it('are shown before a release too', () => {
		scene.heldUntil = hour(190);
		expect(blocks(150).map(({ kind }) => kind)).toEqual(['too-early', 'programme-changed']);
	});
});

describe('holds for one applicant', () => {
	it.each<[Hold, string, () => unknown]>([
		[
			'answers-changed',
			'the answers changed after the decision',
			() => {
				scene.save(0, { revid: 71, at: 120, answers: { motivation: 'Another one' } });
				release();
			},
		],
		[
			'decided-after-release',
			'somebody decided after the release',
			() => {
				release();
				scene.log.decide(ROB, 'declined', { [ANA]: 70 }, { timestamp: hour(211) });
			},
		],
		[
			'decided-after-release',
			'the decision was taken back after the release, so that an older one is in force',
			() => {
				const second = scene.log.decide(ROB, 'declined', { [ANA]: 70 }, { timestamp: hour(205) });
				release();
				scene.log.takeBack(ROB, second, [ANA], { timestamp: hour(211) });
			},
		],
		[
			'uncertain-action',
			'a decision about them has a hidden author',
			() => {
				release();
				scene.log.decide(null, 'declined', { [ANA]: 70 });
			},
		],
		[
			'uncertain-action',
			'a reply of theirs may be hidden',
			() => {
				release();
				scene.alter(0, () => ({ uncertainReplyRevid: 9999 }));
			},
		],
	])('%s: %s', (hold, _, happen) => {
		happen();
		expect(holds(ANA)).toEqual([hold]);
		expect(blocks()).toEqual([]);
		expect(releasedNames(ANA)).toBe(false);
		expect(releasedNames(BEN)).toBe(true);
	});

	it('promoted-late: a seat from the waitlist after the last day for it', () => {
		scene.announce(BEN, 'waitlisted-1', 205);
		const promote = (at: number) => {
			scene.log.decide(ROB, 'accepted', { [BEN]: 80 }, { timestamp: hour(at) });
			release(at + 1);
		};
		promote(800);
		expect(holds(BEN, 850)).toEqual([]);
		promote(801);
		expect(holds(BEN, 850)).toEqual(['promoted-late']);
		expect(holds(ANA, 850)).toEqual([]);
		scene.course = { ...course, promoteUntil: undefined };
		expect(holds(BEN, 850)).toEqual([]);
	});

	it('ends with a decision about the answers as they are, and a release', () => {
		scene.save(0, { revid: 71, at: 120, answers: { motivation: 'Another one' } });
		release();
		scene.log.decide(RITA, 'accepted', { [ANA]: 71 }, { timestamp: hour(212) });
		expect(holds(ANA)).toEqual(['decided-after-release']);
		release(213);
		expect(releasedNames(ANA)).toBe(true);
	});

	it('is not that only the address was handed over', () => {
		scene.save(0, { revid: 71, at: 120 }, true);
		release();
		expect(releasedNames(ANA)).toBe(true);
	});

	it('is no hidden reply from before the release: that is the way out', () => {
		scene.alter(0, () => ({ uncertainReplyRevid: 1025 }));
		release();
		expect(releasedNames(ANA)).toBe(true);
	});
});

describe('a decision about one who cannot be told', () => {
	it('waits for nothing: neither seat nor notice', () => {
		scene.reply(0, 'withdrawn', null, 2000, 205);
		release();
		expect(scene.find(ANA, 300)).toMatchObject({ state: 'withdrawn', pending: null });
		expect(accepted).toBe(1010);
	});
});

/** ARCHITECTURE.md, "What is wrong today", 1: bot and browser have one answer, as both call `evaluateCourse`. */
describe('regressions: cases in which bot and browser disagreed', () => {
	it('does not count an address sent after a decision as a change', () => {
		scene.save(0, { revid: 71, at: 120 }, true);
		release();
		expect(scene.find(ANA, 300)).toMatchObject({
			answersChange: { revid: 70 },
			decision: { answersRevid: 70 },
		});
		expect(holds(ANA)).toEqual([]);
	});

	it('holds nobody for a late, undecided application', () => {
		scene.apply(CEM, { revid: 2090, at: 150 });
		release();
		expect(scene.find(CEM, 300)).toMatchObject({ isLate: true, pending: null, state: 'received' });
		expect(blocks()).toEqual([]);
		expect(releasedNames(ANA)).toBe(true);
	});

	it('allows deciding on an application removed by a stranger, and holds nobody', () => {
		const removal = { revid: 1990, parentid: 80, timestamp: hour(112), user: EVE };
		scene.alter(1, () => ({ removed: removal }));
		expect(scene.find(BEN, 150)).toMatchObject({ state: 'received', decidedState: 'declined' });
		release();
		expect(blocks()).toEqual([]);
		expect(releasedNames(ANA)).toBe(true);
		expect(releasedNames(BEN)).toBe(true);
	});
});
