import { assess } from '../../shared/rules/assess.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import { canBeDecided } from '../../shared/rules/status.ts';
import { h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say, text, type MessageKey } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import { requirementList } from '../qualify/requirementList.ts';
import { decisionsView } from './decisionsView.ts';
import { flagsOf, type Flag } from './flagsOf.ts';
import type { CourseRead } from './readCourse.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';
import { saySeats } from './seats.ts';
import { sayPlace } from './waiting.ts';
import type { Wanted } from './wanted.ts';

/**
 * What is to be known of an application before it is decided.
 *
 * @param facts about the account; null: not known yet
 * @param changed called when a decision was taken back
 */
export function aboutView(
	reviewing: Reviewing,
	shown: Reviewable,
	facts: Facts | null,
	read: CourseRead,
	prepared: ReadonlyMap<string, Wanted>,
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
	return [
		say(`wikilearn-state-${decidedState}` as MessageKey),
		sayPlace(shown, read),
		pending && canBeDecided(state) ? say('wikilearn-review-not-announced') : '',
	]
		.filter((words) => words !== '')
		.join(', ');
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
