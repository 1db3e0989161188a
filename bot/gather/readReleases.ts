import * as v from 'valibot';
import { readReleases as releasesOn, readReleaseMark } from '../../shared/notice/release.ts';
import { isReviewer, type Team } from '../../shared/submission/team.ts';
import type { Wiki } from '../../shared/wiki.ts';
import { askAll } from '../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { readRevisions, type Page } from '../../shared/wiki/readPages.ts';

/** Someone of the team said that a course's decision notices may go out: those on decisions that are older. */
export interface Release {
	/** The course's id. */
	readonly course: string;
	readonly revid: number;
	readonly by: string;
}

const historySchema = v.object({
	query: v.object({
		pages: v.array(
			v.object({
				revisions: v.optional(
					v.array(
						v.object({
							revid: v.number(),
							parentid: v.number(),
							user: v.optional(v.string()),
							userid: v.optional(v.number(), 0),
							comment: v.optional(v.string(), ''),
						}),
					),
					[],
				),
			}),
		),
	}),
});
type Edit = v.InferOutput<typeof historySchema>['query']['pages'][number]['revisions'][number];

/**
 * The releases that stand on the report page, each with the edit that put it there. Texts are read of the reviewers'
 * edits alone: the bot's own (by the command) say in their summaries what they did.
 *
 * @param report the page now; where it holds no release, nothing is asked
 * @throws WikiError
 */
export async function readReleases(
	wiki: Wiki,
	report: Page | null,
	team: Team,
	batch: number,
): Promise<readonly Release[]> {
	const standing = releasesOn(report?.revision.text ?? '');
	if (!report || standing.length === 0) return [];
	const edits: Edit[] = [];
	for await (const answer of askAll(wiki, {
		action: 'query',
		prop: 'revisions',
		titles: report.title,
		rvprop: 'ids|user|userid|comment',
		rvlimit: 'max',
	}))
		edits.push(...parseAnswer(historySchema, answer).query.pages.flatMap(({ revisions }) => revisions));
	const courses = new Set(standing.map(({ course }) => course));
	const byBot = edits.filter(({ user }) => user === team.bot).flatMap(byCommand);
	return [
		...byBot.filter(({ course }) => courses.has(course)),
		...(await byReviewers(wiki, edits, team, batch)).filter(({ key }) =>
			standing.some((one) => one.key === key),
		),
	].map(({ course, revid, by }) => ({ course, revid, by }));
}

function byCommand({ comment, revid, user = '' }: Edit): readonly Release[] {
	const course = readReleaseMark(comment);
	return course === null ? [] : [{ course, revid, by: user }];
}

async function byReviewers(
	wiki: Wiki,
	edits: readonly Edit[],
	team: Team,
	batch: number,
): Promise<readonly (Release & { readonly key: string })[]> {
	const theirs = edits.filter((edit) => isReviewer(changeBy(edit), team));
	const ids = theirs.flatMap(({ revid, parentid }) => (parentid === 0 ? [revid] : [revid, parentid]));
	const texts = await readRevisions(wiki, [...new Set(ids)], batch);
	const on = (revid: number) => releasesOn(texts.get(revid)?.text ?? '');
	return theirs.flatMap(({ revid, parentid, user = '' }) => {
		const before = new Set(on(parentid).map(({ key }) => key));
		return on(revid)
			.filter(({ key }) => !before.has(key))
			.map(({ course, key }) => ({ course, key, revid, by: user }));
	});
}

function changeBy({ revid, parentid, user, userid }: Edit) {
	return { revid, parentid, timestamp: '', user: user === undefined ? null : { id: userid, name: user } };
}
