import { canBeDecided, type Outcome } from '../../shared/rules/state.ts';
import type { LogAction } from '../../shared/actions/mark.ts';
import type {
	Obstacle,
	EvaluatedApplication,
	SeatWithoutApplication,
} from '../../shared/rules/evaluation.ts';
import { confirmButton, SMALL_BUTTON } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import { joinNonEmpty, msg, localizeText } from '../ui/msg.ts';
import { formatDateTime } from '../ui/intl.ts';
import { takeBackButton, diffLink, logButton } from './course/logControls.ts';
import type { CourseSnapshot, ReviewContext } from './course/reviewContext.ts';

const OUTCOMES: readonly Outcome[] = ['accepted', 'waitlisted', 'declined'];

/**
 * Shows a course's pending announcements, what prevents them, and a button that releases exactly the displayed decisions.
 *
 * @param onLogged called after an action was logged
 */
export function releaseView(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	onLogged: () => void,
): HTMLElement {
	const { evaluated } = snapshot;
	const { applications, seatsWithoutApplication, release } = evaluated;
	const undecided = applications.filter(({ state, decision }) => canBeDecided(state) && !decision);
	const outcomeLists = OUTCOMES.map((outcome) => outcomeList(outcome, applications));
	return h(
		'section',
		{ class: 'wikilearn-release' },
		h('h3', {}, msg('wikilearn-review-release-heading')),
		snapshot.logPage ? null : notice('error', msg('wikilearn-review-log-missing')),
		...outcomeLists,
		undecided.length
			? h('p', {}, msg('wikilearn-review-release-undecided', undecided.length), ' ', nameList(undecided))
			: null,
		...seatsWithoutApplication.map((seat) => lostSeatRow(context, snapshot, seat, onLogged)),
		release.obstacles.length
			? h(
					'ul',
					{},
					...release.obstacles.map((block) =>
						h('li', {}, ...renderBlock(context, snapshot, block, onLogged)),
					),
				)
			: null,
		release.release
			? h(
					'p',
					{},
					msg('wikilearn-review-release-by', release.release.by.name, formatDateTime(release.release.at)),
					' ',
					diffLink(release.release.revid),
				)
			: null,
		releaseButton(context, snapshot, onLogged),
		ineffectiveMarks(snapshot),
	);
}

function nameList(applications: readonly EvaluatedApplication[]): HTMLElement {
	return h('bdi', {}, applications.map(({ added }) => added.user?.name ?? '').join(', '));
}

/** The applications with one outcome, each announced, pending or held. */
function outcomeList(outcome: Outcome, applications: readonly EvaluatedApplication[]): HTMLElement | null {
	const decided = applications.filter(
		({ state, decision }) => canBeDecided(state) && decision?.outcome === outcome,
	);
	if (decided.length === 0) return null;
	return h(
		'details',
		{ open: decided.some(({ pending }) => pending !== null) },
		h('summary', {}, `${msg(`wikilearn-review-decided-${outcome}`)} (${decided.length})`),
		h(
			'ul',
			{ class: 'wikilearn-release-list' },
			...decided.map((application) =>
				h(
					'li',
					{},
					h('bdi', {}, application.added.user?.name ?? ''),
					': ',
					describeAnnouncement(application),
				),
			),
		),
	);
}

function describeAnnouncement({ pending, announced }: EvaluatedApplication): string {
	if (!pending) return msg('wikilearn-review-announced', formatDateTime(announced?.at ?? ''));
	const { kind, holds, isReleased } = pending;
	const parts = [
		msg(isReleased ? 'wikilearn-review-released-yet' : 'wikilearn-review-not-announced'),
		announced && kind !== 'decision'
			? msg('wikilearn-review-announced-other', msg(`wikilearn-review-decided-${announced.outcome}`))
			: '',
		...holds.map((hold) => msg(`wikilearn-review-hold-${hold}`)),
	];
	return joinNonEmpty(parts, '; ');
}

function renderBlock(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	block: Obstacle,
	onLogged: () => void,
): readonly (Node | string)[] {
	switch (block.kind) {
		case 'too-early':
			return [msg('wikilearn-report-block-too-early', formatDateTime(block.until))];
		case 'grace-period': {
			const message = msg('wikilearn-report-block-grace-period', formatDateTime(block.until));
			const of = snapshot.evaluated.release.release?.revid;
			if (of === undefined || !snapshot.permissions.canDecide) return [message];
			const { button, messages } = takeBackButton(context, snapshot, { of, applicant: null }, onLogged);
			return [message, ' ', button, messages];
		}
		case 'programme-changed': {
			const change = snapshot.programmeChanges.filter(({ part }) => part !== 'contact').pop();
			const message = msg('wikilearn-report-block-programme-changed', formatDateTime(block.until));
			return change ? [message, ' ', diffLink(change.revid)] : [message];
		}
		case 'over-capacity':
			return [msg('wikilearn-report-block-over-capacity', block.seats)];
		case 'digest-mismatch':
			return [msg('wikilearn-review-block-digest-mismatch'), ' ', diffLink(block.revid)];
		case 'uncertain-action':
			return [
				msg('wikilearn-review-block-uncertain-action'),
				...block.revids.flatMap((revid) => [' ', diffLink(revid)]),
			];
	}
}

/** A seat without an application stays taken until a reviewer decides otherwise. */
function lostSeatRow(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	{ applicant, announced }: SeatWithoutApplication,
	onLogged: () => void,
): HTMLElement {
	const { title, decisionRevid, revid } = announced;
	const { id: course, title: courseTitle } = snapshot.course;
	const applicants = [{ id: applicant, answersRevid: decisionRevid }];
	const action: LogAction = { kind: 'decide', course, outcome: 'declined', place: null, applicants };
	const declined = msg('wikilearn-review-decided-declined');
	const line = msg('wikilearn-review-log-decided', declined, title, localizeText(courseTitle));
	const labels = { idle: 'wikilearn-review-lost-seat-free', className: SMALL_BUTTON } as const;
	const { button, messages } = logButton(context, snapshot, labels, { action, line }, onLogged);
	return h(
		'p',
		{},
		h('a', { href: mw.util.getUrl(title) }, title),
		`: ${msg('wikilearn-problem-seat-without-application')} `,
		diffLink(revid),
		' ',
		...(snapshot.permissions.canDecide ? [button, messages] : []),
	);
}

/** A button that asks for confirmation with the number of announcements; null if there is nothing to release. */
function releaseButton(
	context: ReviewContext,
	snapshot: CourseSnapshot,
	onLogged: () => void,
): HTMLElement | null {
	const { course, evaluated, log, permissions } = snapshot;
	const { applications, release } = evaluated;
	const pending = applications.filter((application) => application.pending);
	const hasUnreleased = pending.some(
		(application) => !application.pending?.isReleased || application.pending.holds.length > 0,
	);
	const needsNewRelease = release.obstacles.some(
		({ kind }) => kind === 'digest-mismatch' || kind === 'uncertain-action',
	);
	if (!permissions.canDecide || !(hasUnreleased || needsNewRelease) || log.newestRevid === 0) return null;
	if (release.obstacles.some(({ kind }) => kind === 'over-capacity'))
		return h('p', {}, msg('wikilearn-review-release-refused'));
	const { digest } = release;
	const action: LogAction = { kind: 'release', course: course.id, seenRevid: log.newestRevid, digest };
	const line = msg('wikilearn-review-log-release', localizeText(course.title), pending.length);
	const idle = 'wikilearn-review-release-yes';
	const confirm = logButton(context, snapshot, { idle }, { action, line }, onLogged);
	const question = msg('wikilearn-review-release-sure', pending.length, localizeText(course.title));
	return confirmButton('wikilearn-review-release', question, confirm, 'wikilearn-review-cancel');
}

/** The marks in the log without effect. */
function ineffectiveMarks({ log }: CourseSnapshot): HTMLElement | null {
	if (log.ineffective.length === 0) return null;
	const items = log.ineffective.map(({ revid, reason, by }) =>
		h('li', {}, h('bdi', {}, by), ': ', msg(`wikilearn-problem-mark-${reason}`), ' ', diffLink(revid)),
	);
	return h(
		'details',
		{ class: 'wikilearn-ineffective' },
		h('summary', {}, msg('wikilearn-review-ineffective', items.length)),
		h('ul', {}, ...items),
	);
}
