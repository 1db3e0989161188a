import type { Course } from '../../../shared/programme/schema.ts';
import { say } from '../../form/say.ts';
import { readRefusals } from '../../save/readRefusals.ts';
import type { WantedMark } from '../placeMark.ts';
import type { Prepared } from '../prepared.ts';
import { readCourse, type CourseRead } from '../readReviewables.ts';
import type { Reviewable } from '../reviewable.ts';
import type { Reviewing } from '../reviewing.ts';
import { seatsOf } from '../seats.ts';
import { changedSince } from '../seen.ts';
import { isNotFor } from './orderQueue.ts';

/** A prepared decision beside its application as it is now. */
export type Checked =
	| { readonly prepared: Prepared; readonly ok: true; readonly shown: Reviewable }
	/** In words. */
	| { readonly prepared: Prepared; readonly ok: false; readonly why: string };

export interface CheckResult {
	readonly checked: readonly Checked[];
	/** Courses that would have more acceptances than seats, and how many more. */
	readonly over: readonly { readonly course: Course; readonly by: number }[];
}

/** Reads everything anew and says of each prepared decision whether it can be made. Saves nothing. @throws WikiError */
export async function checkPrepared(reviewing: Reviewing, all: readonly Prepared[]): Promise<CheckResult> {
	const courses = reviewing.programme.courses.filter(({ id }) => all.some(({ course }) => course === id));
	const reads = new Map<string, CourseRead>();
	for (const course of courses) reads.set(course.id, await readCourse(reviewing, course));
	const refusals = await readRefusals(reviewing.wiki, titlesOf(all), reviewing.account);
	const checked = all.map((prepared): Checked => {
		const shown = reads.get(prepared.course)?.all.find(({ key }) => key === prepared.key);
		const refusal = refusals.get(prepared.title);
		if (!shown) return { prepared, ok: false, why: say('wikilearn-review-check-gone') };
		const why =
			problemOf(prepared, shown, reviewing) ??
			(refusal ? say('wikilearn-review-check-refused', refusal.message) : null);
		return why === null ? { prepared, ok: true, shown } : { prepared, ok: false, why };
	});
	const marks = new Map<string, WantedMark>(all.map(({ key, mark }) => [key, mark]));
	const over = courses
		.map((course) => ({ course, by: -seatsOf(course, reads.get(course.id)?.all ?? [], marks).freeThen }))
		.filter(({ by }) => by > 0);
	return { checked, over };
}

function titlesOf(all: readonly Prepared[]): readonly string[] {
	return Array.from(new Set(all.map(({ title }) => title)));
}

/** Why it can no longer be made, in words, or null. */
function problemOf({ seen }: Prepared, shown: Reviewable, { account }: Reviewing): string | null {
	const { one, state } = shown;
	if (one.removed) return say('wikilearn-review-check-gone');
	if (state === 'withdrawn' || state === 'superseded' || state === 'unverified')
		return say(`wikilearn-review-check-${state}`);
	if (isNotFor(shown, account)) return say('wikilearn-review-check-recused');
	const how = changedSince(seen, one);
	if (how === 'decided')
		return say(
			'wikilearn-review-check-decided',
			one.decisions[one.decisions.length - 1]?.change.user?.name ?? '',
		);
	return how === null ? null : say('wikilearn-review-check-changed');
}
