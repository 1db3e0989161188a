import { assess } from '../../shared/rules/assess.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import { h } from '../form/h.ts';
import { notice } from '../form/notice.ts';
import { say, text, type MessageKey } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import { requirementList } from '../qualify/requirementList.ts';
import { flagsOf, type Flag } from './flagsOf.ts';
import type { WantedMark } from './placeMark.ts';
import type { CourseRead } from './readReviewables.ts';
import type { Reviewable } from './reviewable.ts';
import { saySeats } from './seats.ts';
import { sayPlace } from './waiting.ts';

/**
 * What is to be known of an application before it is decided.
 *
 * @param facts about the account; null: not known yet
 * @param read the whole course; null: not known yet
 */
export function aboutView(
	shown: Reviewable,
	facts: Facts | null,
	read: CourseRead | null,
	prepared: ReadonlyMap<string, WantedMark>,
	now: string,
): readonly HTMLElement[] {
	const { one, course } = shown;
	const name = one.added.user?.name ?? say('wikilearn-status-hidden');
	const flags = flagsOf(shown, facts, read?.all ?? null, now);
	return [
		h(
			'dl',
			{},
			row('wikilearn-status-applicant', applicantLinks(name)),
			row('wikilearn-review-course', text(course.title)),
			row('wikilearn-status-applied', sayTime(one.added.timestamp)),
			row('wikilearn-status-state', sayState(shown, read)),
			row('wikilearn-status-eligibility', requirements(shown, facts, now)),
			row('wikilearn-review-decisions', decisions(shown)),
			row(
				'wikilearn-review-seats',
				read
					? h('span', { class: 'wikilearn-seats' }, saySeats(course, read.all, prepared))
					: say('wikilearn-form-checking'),
			),
		),
		...(flags.length ? [flagList(flags)] : []),
	];
}

function sayState(shown: Reviewable, read: CourseRead | null): string {
	const place = read ? sayPlace(shown, read) : '';
	const words = say(`wikilearn-state-${shown.state}` as MessageKey);
	return place === '' ? words : `${words}, ${place}`;
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
	const eligibility = assess(one.application, facts, course, now, one.added.timestamp);
	return requirementList(course, eligibility, one.added.user?.name ?? '');
}

function decisions({ one }: Reviewable): HTMLElement | string {
	const said = [
		...one.decisions.map(({ outcome, note, place, change }) => ({
			change,
			words: say(`wikilearn-review-decided-${outcome}` as MessageKey),
			more: [place === null ? '' : say('wikilearn-review-decided-place', place), note],
		})),
		...one.recusals.map((change) => ({ change, words: say('wikilearn-review-decided-recusal'), more: [] })),
	].sort((a, b) => a.change.revid - b.change.revid);
	if (said.length === 0) return say('wikilearn-review-decisions-none');
	return h(
		'ol',
		{ class: 'wikilearn-decisions' },
		...said.map(({ change, words, more }) =>
			h(
				'li',
				{},
				h('b', {}, words),
				' ',
				say('wikilearn-review-by', change.user?.name ?? '', sayTime(change.timestamp)),
				...more.filter((each) => each !== '').map((each) => h('div', {}, h('bdi', {}, each))),
			),
		),
	);
}
