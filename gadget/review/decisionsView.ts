import type { LogAction } from '../../shared/actions/mark.ts';
import { h } from '../form/h.ts';
import { say, text } from '../form/say.ts';
import { sayTime } from '../form/sayTime.ts';
import { logButton } from './logButton.ts';
import type { CourseRead } from './readCourse.ts';
import type { Reviewable } from './reviewable.ts';
import type { Reviewing } from './reviewing.ts';

/**
 * What reviewers said of an application, oldest first. The newest decision can be taken back, and so can one's own stepping
 * aside.
 *
 * @param changed called when that was done
 */
export function decisionsView(
	reviewing: Reviewing,
	{ one }: Reviewable,
	read: CourseRead,
	changed: () => void,
): HTMLElement | string {
	const mayTakeBack = read.may.decide && one.applicant?.id !== reviewing.id;
	const last = one.decisions[one.decisions.length - 1];
	const said = [
		...one.decisions.map(({ outcome, note, place, revid, at, by }) => ({
			revid,
			verdict: outcome,
			by: say('wikilearn-review-by', by.name, sayTime(at)),
			more: [place === null ? '' : say('wikilearn-review-decided-place', place), note],
			canBeTakenBack: revid === last?.revid,
		})),
		...one.recusals.map(({ revid, at, by }) => ({
			revid,
			verdict: 'recused' as const,
			by: say('wikilearn-review-by', by.name, sayTime(at)),
			more: [],
			canBeTakenBack: by.id === reviewing.id,
		})),
	].sort((a, b) => a.revid - b.revid);
	if (said.length === 0) return say('wikilearn-review-decisions-none');
	const takeBack = (revid: number): readonly Node[] => {
		const { button, messages } = takingBack(
			reviewing,
			read,
			{ of: revid, applicant: one.applicant },
			changed,
		);
		return [button, messages];
	};
	return h(
		'ol',
		{ class: 'wikilearn-decisions' },
		...said.map(({ revid, verdict, by, more, canBeTakenBack }) =>
			h(
				'li',
				{},
				h('b', {}, say(`wikilearn-review-decided-${verdict}`)),
				' ',
				by,
				' ',
				...(mayTakeBack && canBeTakenBack ? takeBack(revid) : []),
				...more.filter((each) => each !== '').map((each) => h('div', {}, h('bdi', {}, each))),
			),
		),
	);
}

/** A button that takes back a decision about somebody, or what the whole course was told to do. */
export function takingBack(
	{ write }: Reviewing,
	{ programme, course }: CourseRead,
	{ of, applicant }: { readonly of: number; readonly applicant: Reviewable['one']['applicant'] },
	done: () => void,
): ReturnType<typeof logButton> {
	const action: LogAction = {
		kind: 'take-back',
		course: course.id,
		of,
		applicants: applicant ? [applicant.id] : [],
	};
	const line = applicant
		? say('wikilearn-review-log-take-back', applicant.name, text(course.title))
		: say('wikilearn-review-log-take-back-release', text(course.title));
	const made = logButton('wikilearn-review-take-back', () => write(programme.log.id, { action, line }), done);
	made.button.classList.remove('wikilearn-primary');
	made.button.classList.add('wikilearn-small');
	return made;
}
