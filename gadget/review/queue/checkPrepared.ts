import type { DecidedApplicant } from '../../../shared/actions/mark.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { canBeDecided } from '../../../shared/rules/status.ts';
import { say, type MessageKey } from '../../ui/msg.ts';
import { mayEdit } from '../../wiki/mayEdit.ts';
import type { Prepared } from '../prepared.ts';
import { readCourse } from '../readCourse.ts';
import type { CourseRead, Reviewable, Reviewing } from '../reviewing.ts';
import { seatsOf } from '../seats.ts';
import { isNotFor } from './queueList.ts';

/** A prepared decision beside its application as it is now. */
export type Checked =
	| {
			readonly prepared: Prepared;
			readonly ok: true;
			readonly read: CourseRead;
			readonly applicant: DecidedApplicant;
	  }
	/** In words. */
	| { readonly prepared: Prepared; readonly ok: false; readonly why: string };

export interface CheckResult {
	readonly checked: readonly Checked[];
	/** Courses that would have more acceptances than seats, and how many more. */
	readonly over: readonly { readonly course: Course; readonly by: number }[];
}

/**
 * Reads everything anew and says of each prepared decision whether it can be made. Saves nothing.
 *
 * @param what `these alone`: nothing else is read, and seats are not counted
 * @throws WikiError
 */
export async function checkPrepared(
	reviewing: Reviewing,
	all: readonly Prepared[],
	what: 'everything' | 'these alone' = 'everything',
): Promise<CheckResult> {
	const reads = new Map<string, CourseRead>();
	const only = what === 'everything' ? undefined : all.map(({ title }) => title);
	for (const { course } of all)
		if (!reads.has(course)) reads.set(course, await readCourse(reviewing, course, only));
	const refusal = await logRefusal(reviewing, Array.from(reads.values()));
	const checked = all.map((prepared): Checked => {
		const read = reads.get(prepared.course);
		const shown = read?.all.find(({ key }) => key === prepared.key);
		const id = shown?.one.applicant?.id;
		if (!read || !shown || id === undefined)
			return { prepared, ok: false, why: say('wikilearn-review-check-gone') };
		const why = refusal ?? problemOf(prepared, shown, read, reviewing);
		if (why !== null) return { prepared, ok: false, why };
		return { prepared, ok: true, read, applicant: { id, answers: shown.one.answersSince.revid } };
	});
	const wanted = new Map(all.map((prepared) => [prepared.key, prepared.wanted]));
	const over = Array.from(reads.values())
		.map((read) => ({ course: read.course, by: -seatsOf(read, wanted).freeThen }))
		.filter(({ by }) => what === 'everything' && by > 0);
	return { checked, over };
}

/** Why nothing can be added to the log, in words, or null. */
async function logRefusal(
	{ wiki, account }: Reviewing,
	reads: readonly CourseRead[],
): Promise<string | null> {
	for (const { logPage } of reads) {
		if (!logPage) return say('wikilearn-review-log-missing');
		const { refusal } = await mayEdit(wiki, logPage.title, account);
		if (refusal) return say('wikilearn-review-check-refused', refusal.message);
	}
	return null;
}

/** Why it can no longer be made, in words, or null. */
function problemOf(
	{ seen, wanted }: Prepared,
	shown: Reviewable,
	{ may }: CourseRead,
	{ id }: Reviewing,
): string | null {
	const { state, decision, answersSince } = shown.one;
	if (!may.decide) return say('wikilearn-review-not-you');
	if (!canBeDecided(state))
		return say('wikilearn-review-check-state', say(`wikilearn-state-${state}` as MessageKey));
	if (isNotFor(shown, id)) return say('wikilearn-review-check-recused');
	// An answer of the wiki that was lost may have been that it is there.
	const isMine = decision?.by.id === id && decision.outcome === wanted.verdict;
	if ((decision?.revid ?? 0) !== seen.decision && !isMine)
		return say('wikilearn-review-check-decided', decision?.by.name ?? '');
	return answersSince.revid === seen.answers ? null : say('wikilearn-review-check-changed');
}
