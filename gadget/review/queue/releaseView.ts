import { canBeDecided, type Outcome } from '../../../shared/rules/status.ts';
import type { LogAction } from '../../../shared/actions/mark.ts';
import type {
	Block,
	EvaluatedApplication,
	SeatWithoutApplication,
} from '../../../shared/rules/evaluation.ts';
import { confirmButton, SMALL } from '../../ui/buttons.ts';
import { h } from '../../ui/h.ts';
import { notice } from '../../ui/notice.ts';
import { joined, say, text } from '../../ui/msg.ts';
import { sayTime } from '../../ui/formatDateTime.ts';
import { takingBack } from '../aboutView.ts';
import { diffLink } from '../diffLink.ts';
import { logButton } from '../logButton.ts';
import type { CourseRead, Reviewing } from '../reviewing.ts';

const outcomes: readonly Outcome[] = ['accepted', 'waitlisted', 'declined'];

/**
 * What a course's applicants are to be told, what stands in the way, and the button that releases it: exactly what is on the
 * screen.
 *
 * @param done called when something was added to the log
 */
export function releaseView(reviewing: Reviewing, read: CourseRead, done: () => void): HTMLElement {
	const { evaluated } = read;
	const { applications, lostSeats, release } = evaluated;
	const open = applications.filter(({ state, decision }) => canBeDecided(state) && !decision);
	const people = outcomes.map((outcome) => outcomeList(outcome, applications));
	return h(
		'section',
		{ class: 'wikilearn-outbox' },
		h('h3', {}, say('wikilearn-review-release-heading')),
		read.logPage ? null : notice('error', say('wikilearn-review-log-missing')),
		...people,
		open.length ? h('p', {}, say('wikilearn-review-release-undecided', open.length), ' ', names(open)) : null,
		...lostSeats.map((seat) => lostSeat(reviewing, read, seat, done)),
		release.blocks.length
			? h('ul', {}, ...release.blocks.map((block) => h('li', {}, ...sayBlock(reviewing, read, block, done))))
			: null,
		release.release
			? h(
					'p',
					{},
					say('wikilearn-review-release-by', release.release.by.name, sayTime(release.release.at)),
					' ',
					diffLink(release.release.revid),
				)
			: null,
		releasing(reviewing, read, done),
		ineffective(read),
	);
}

function names(applications: readonly EvaluatedApplication[]): HTMLElement {
	return h('bdi', {}, applications.map(({ added }) => added.user?.name ?? '').join(', '));
}

/** Those with one outcome, and for each whether it was announced, will be, or is held. */
function outcomeList(outcome: Outcome, applications: readonly EvaluatedApplication[]): HTMLElement | null {
	const decided = applications.filter(
		({ state, decision }) => canBeDecided(state) && decision?.outcome === outcome,
	);
	if (decided.length === 0) return null;
	return h(
		'details',
		{ open: decided.some(({ pending }) => pending !== null) },
		h('summary', {}, `${say(`wikilearn-review-decided-${outcome}`)} (${decided.length})`),
		h(
			'ul',
			{ class: 'wikilearn-release-list' },
			...decided.map((one) => h('li', {}, h('bdi', {}, one.added.user?.name ?? ''), ': ', sayStanding(one))),
		),
	);
}

function sayStanding({ pending, announced }: EvaluatedApplication): string {
	if (!pending) return say('wikilearn-review-announced', sayTime(announced?.at ?? ''));
	const { kind, holds, released } = pending;
	const parts = [
		say(released ? 'wikilearn-review-released-yet' : 'wikilearn-review-not-announced'),
		announced && kind !== 'decision'
			? say('wikilearn-review-announced-other', say(`wikilearn-review-decided-${announced.outcome}`))
			: '',
		...holds.map((hold) => say(`wikilearn-review-hold-${hold}`)),
	];
	return joined(parts, '; ');
}

function sayBlock(
	reviewing: Reviewing,
	read: CourseRead,
	block: Block,
	done: () => void,
): readonly (Node | string)[] {
	switch (block.kind) {
		case 'too-early':
			return [say('wikilearn-report-block-too-early', sayTime(block.until))];
		case 'can-be-taken-back': {
			const words = say('wikilearn-report-block-can-be-taken-back', sayTime(block.until));
			const of = read.evaluated.release.release?.revid;
			if (of === undefined || !read.may.decide) return [words];
			const { button, messages } = takingBack(reviewing, read, { of, applicant: null }, done);
			return [words, ' ', button, messages];
		}
		case 'programme-changed': {
			const change = read.changes.filter(({ what }) => what !== 'contact').pop();
			const words = say('wikilearn-report-block-programme-changed', sayTime(block.until));
			return change ? [words, ' ', diffLink(change.revid)] : [words];
		}
		case 'over-seats':
			return [say('wikilearn-report-block-over-seats', block.seats)];
		case 'differs':
			return [say('wikilearn-review-block-differs'), ' ', diffLink(block.revid)];
		case 'cannot-tell':
			return [
				say('wikilearn-review-block-cannot-tell'),
				...block.revids.flatMap((revid) => [' ', diffLink(revid)]),
			];
	}
}

/** A seat of somebody whose application is gone stays taken until a reviewer says otherwise. */
function lostSeat(
	reviewing: Reviewing,
	read: CourseRead,
	{ applicant, announced }: SeatWithoutApplication,
	done: () => void,
): HTMLElement {
	const { title, decision, revid } = announced;
	const { id: course, title: courseTitle } = read.course;
	const applicants = [{ id: applicant, answers: decision }];
	const action: LogAction = { kind: 'decide', course, verdict: 'declined', place: null, applicants };
	const declined = say('wikilearn-review-decided-declined');
	const line = say('wikilearn-review-log-decided', declined, title, text(courseTitle));
	const words = { idle: 'wikilearn-review-lost-seat-free', look: SMALL } as const;
	const { button, messages } = logButton(reviewing, read, words, { action, line }, done);
	return h(
		'p',
		{},
		h('a', { href: mw.util.getUrl(title) }, title),
		`: ${say('wikilearn-problem-seat-without-application')} `,
		diffLink(revid),
		' ',
		...(read.may.decide ? [button, messages] : []),
	);
}

/** A button that asks back with how many there are; null where there is nothing to release. */
function releasing(reviewing: Reviewing, read: CourseRead, done: () => void): HTMLElement | null {
	const { course, evaluated, log, may } = read;
	const { applications, release } = evaluated;
	const pending = applications.filter((one) => one.pending);
	const isOpen = pending.some((one) => !one.pending?.released || one.pending.holds.length > 0);
	const isStuck = release.blocks.some(({ kind }) => kind === 'differs' || kind === 'cannot-tell');
	if (!may.decide || !(isOpen || isStuck) || log.newest === 0) return null;
	if (release.blocks.some(({ kind }) => kind === 'over-seats'))
		return h('p', {}, say('wikilearn-review-release-refused'));
	const { digest } = release;
	const action: LogAction = { kind: 'release', course: course.id, seen: log.newest, digest };
	const line = say('wikilearn-review-log-release', text(course.title), pending.length);
	const idle = 'wikilearn-review-release-yes';
	const yes = logButton(reviewing, read, { idle }, { action, line }, done);
	const sure = say('wikilearn-review-release-sure', pending.length, text(course.title));
	return confirmButton('wikilearn-review-release', sure, yes, 'wikilearn-review-cancel');
}

/** Marks in the log that have no effect. */
function ineffective({ log }: CourseRead): HTMLElement | null {
	if (log.ineffective.length === 0) return null;
	const items = log.ineffective.map(({ revid, why, by }) =>
		h('li', {}, h('bdi', {}, by), ': ', say(`wikilearn-problem-mark-${why}`), ' ', diffLink(revid)),
	);
	return h(
		'details',
		{ class: 'wikilearn-ineffective' },
		h('summary', {}, say('wikilearn-review-ineffective', items.length)),
		h('ul', {}, ...items),
	);
}
