import type { LogAction } from '../../shared/actions/mark.ts';
import { assess } from '../../shared/rules/assess.ts';
import type { Facts } from '../../shared/wiki/facts.ts';
import { canBeDecided } from '../../shared/rules/status.ts';
import { SMALL, type ActionButton } from '../ui/buttons.ts';
import { h } from '../ui/h.ts';
import { notice } from '../ui/notice.ts';
import { joined, say, text, type MessageKey } from '../ui/msg.ts';
import { sayTime } from '../ui/formatDateTime.ts';
import { requirementList } from '../requirements/requirementList.ts';
import { flagsOf, type Flag } from './flagsOf.ts';
import { logButton } from './logButton.ts';
import type { CourseRead, Reviewable, Reviewing } from './reviewing.ts';
import { sayPlace, saySeats } from './seats.ts';
import type { Wanted } from './wanted.ts';

/** An application with what is known of it by now. */
export interface About {
	readonly shown: Reviewable;
	readonly read: CourseRead;
	/** About the account; null: not known yet. */
	readonly facts: Facts | null;
	readonly prepared: ReadonlyMap<string, Wanted>;
}

/** What is to be known of an application before it is decided. @param changed called when a decision was taken back */
export function aboutView(
	reviewing: Reviewing,
	{ shown, read, facts, prepared }: About,
	changed: () => void,
): readonly HTMLElement[] {
	const { one, course } = shown;
	const name = one.added.user?.name ?? say('wikilearn-status-hidden');
	const flags = flagsOf(shown, facts, read.all, read.now);
	return [
		h(
			'dl',
			{},
			row('wikilearn-status-applicant', applicantLinks(name)),
			row('wikilearn-review-course', text(course.title)),
			row('wikilearn-status-applied', sayTime(one.submitted)),
			row('wikilearn-status-state', sayState(shown, read)),
			row('wikilearn-status-eligibility', requirements(shown, facts, read.now)),
			row('wikilearn-review-decisions', decisionsView(reviewing, shown, read, changed)),
			row('wikilearn-review-seats', h('span', { class: 'wikilearn-seats' }, saySeats(read, prepared))),
		),
		...(flags.length ? [flagList(flags)] : []),
	];
}

/** The state that it has once every decision is announced: before, only reviewers see it. */
function sayState(shown: Reviewable, read: CourseRead): string {
	const { decidedState, pending, state } = shown.one;
	const held = pending && canBeDecided(state) ? say('wikilearn-review-not-announced') : '';
	return joined([say(`wikilearn-state-${decidedState}` as MessageKey), sayPlace(shown, read), held], ', ');
}

function flagList(flags: readonly Flag[]): HTMLElement {
	const items = flags.map(({ words, link }) =>
		h('li', {}, words, ' ', link === undefined ? null : h('a', { href: link }, say('wikilearn-review-look'))),
	);
	return notice('warning', h('ul', { class: 'wikilearn-flags' }, ...items));
}

function row(name: MessageKey, value: HTMLElement | string): HTMLElement {
	return h('div', {}, h('dt', {}, say(name)), h('dd', {}, value));
}

function applicantLinks(name: string): HTMLElement {
	const link = (page: string, words: string): HTMLElement => h('a', { href: mw.util.getUrl(page) }, words);
	return h(
		'span',
		{},
		h('bdi', {}, link(`User:${name}`, name)),
		' · ',
		link(`User talk:${name}`, say('wikilearn-review-talk')),
		' · ',
		link(`Special:Contributions/${name}`, say('wikilearn-review-contributions')),
		' · ',
		link(`Special:CentralAuth/${name}`, say('wikilearn-review-global')),
	);
}

function requirements({ one, course }: Reviewable, facts: Facts | null, now: string): HTMLElement | string {
	if (!facts) return say('wikilearn-form-checking');
	const eligibility = assess(one.application, facts, course, now, one.submitted);
	return requirementList(course, eligibility, one.added.user?.name ?? '');
}

/**
 * What reviewers said of an application, oldest first. The newest decision can be taken back, and so can one's own stepping
 * aside.
 */
function decisionsView(
	reviewing: Reviewing,
	{ one }: Reviewable,
	read: CourseRead,
	changed: () => void,
): HTMLElement | string {
	const mayTakeBack = read.may.decide && one.applicant?.id !== reviewing.id;
	const last = one.decisions[one.decisions.length - 1];
	const said = [
		...one.decisions.map((decision) => ({
			...decision,
			verdict: decision.outcome,
			canBeTakenBack: decision === last,
		})),
		...one.recusals.map((recusal) => ({
			...recusal,
			verdict: 'recused' as const,
			place: null,
			note: '',
			canBeTakenBack: recusal.by.id === reviewing.id,
		})),
	].sort((a, b) => a.revid - b.revid);
	if (said.length === 0) return say('wikilearn-review-decisions-none');
	const items = said.map(({ revid, verdict, by, at, place, note, canBeTakenBack }) => {
		const taken = { of: revid, applicant: one.applicant };
		const back = mayTakeBack && canBeTakenBack ? takingBack(reviewing, read, taken, changed) : null;
		const more = [place === null ? '' : say('wikilearn-review-decided-place', place), note];
		return h(
			'li',
			{},
			h('b', {}, say(`wikilearn-review-decided-${verdict}`)),
			` ${say('wikilearn-review-by', by.name, sayTime(at))} `,
			back?.button,
			back?.messages,
			...more.filter((each) => each !== '').map((each) => h('div', {}, h('bdi', {}, each))),
		);
	});
	return h('ol', { class: 'wikilearn-decisions' }, ...items);
}

/** A button that takes back a decision about somebody, or what the whole course was told to do. */
export function takingBack(
	reviewing: Reviewing,
	read: CourseRead,
	{ of, applicant }: { readonly of: number; readonly applicant: Reviewable['one']['applicant'] },
	done: () => void,
): ActionButton {
	const { id: course, title } = read.course;
	const applicants = applicant ? [applicant.id] : [];
	const action: LogAction = { kind: 'take-back', course, of, applicants };
	const line = applicant
		? say('wikilearn-review-log-take-back', applicant.name, text(title))
		: say('wikilearn-review-log-take-back-release', text(title));
	const words = { idle: 'wikilearn-review-take-back', look: SMALL } as const;
	return logButton(reviewing, read, words, { action, line }, done);
}
