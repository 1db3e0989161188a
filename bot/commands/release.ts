import { releaseMark, writeRelease } from '../../shared/notice/release.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import type { Outbox } from '../notices/plannedNotice.ts';
import { markedSummary } from '../notices/markedSummary.ts';
import { releaseText } from '../notices/releaseText.ts';
import { decisionOf } from '../notices/sortNotices.ts';
import { publishPage, type Published } from '../publish/publishPage.ts';
import { reportTitle } from '../render/renderReportPage.ts';
import { translateInto } from '../translateInto.ts';
import { asBot, type AsBot } from './asBot.ts';
import type { CommonOptions, Context } from './context.ts';
import { courseNamed } from './courseNamed.ts';
import { describeObstacle } from './describeObstacle.ts';
import { describePublished, isPublished } from './describePublished.ts';
import { EXIT, UsageError } from './exit.ts';

/** Lets the bot tell a course's applicants what was decided so far, and says whom, and what still forbids it. */
export async function release(_: CommonOptions, context: Context, courseId: string): Promise<number> {
	const { out, dryRun } = context;
	const bot = await asBot(context);
	const { programme, outbox, stopped } = bot.cycle;
	const course = courseNamed(programme, courseId);
	if (programme.release === 'automatic')
		throw new UsageError([
			'The programme says `"release": "automatic"`: what was decided is told by itself from `notify` on.',
		]);
	const waiting = outbox.find((one) => one.course === course.id);
	if (waiting) tellWaiting(waiting, context);
	else out.say('Nothing waits: whoever was decided about has been told.');
	const isNew = waiting !== undefined && !isReleased(waiting, bot);
	if (isNew && stopped !== null && !dryRun)
		out.warn(`Nothing is written, the stop page forbids it: ${stopped}`);
	const published = isNew && (stopped === null || dryRun) ? await write(bot, course) : null;
	if (published) {
		const said = dryRun ? `${published.title}: would be saved` : describePublished(published);
		if (isPublished(published)) out.say(said);
		else out.warn(said);
	}
	if (waiting && !isNew) out.say('They are released already.');
	const forbidden = (waiting?.obstacles ?? []).length > 0 || (isNew && stopped !== null);
	if (waiting)
		out.say(
			forbidden ? 'They go out once nothing forbids it any more.' : 'They go out with the bot’s next cycle.',
		);
	const code = exitOf(published, forbidden);
	out.result({
		ok: code === EXIT.done,
		exit: code,
		dryRun,
		stopped,
		course: course.id,
		released: waiting !== undefined && (!isNew || (published !== null && isPublished(published))),
		waiting: (waiting?.waiting ?? []).map(({ to, kind, text, language, page }) => ({
			to: to.name,
			kind,
			text,
			language,
			application: page,
		})),
		obstacles: waiting?.obstacles ?? [],
	});
	return code;
}

/** Whether each of them is older than a release. */
function isReleased({ course, waiting }: Outbox, { cycle }: AsBot): boolean {
	const own = cycle.bookmark.releases.filter((one) => one.course === course);
	const newest = Math.max(0, ...own.map(({ revid }) => revid));
	return waiting.every((one) => decisionOf(one) < newest);
}

async function write({ wiki, site, cycle: { programme } }: AsBot, course: Course): Promise<Published> {
	const title = reportTitle(programme.bot);
	const released = writeRelease(course.id, programme.bot, site.now);
	const words = translateInto(programme.language);
	const about = words('wikilearn-summary-release', localize(course.title, programme.language));
	return publishPage(
		wiki,
		{
			title,
			text: (present) => releaseText(present, released),
			summary: markedSummary(about, releaseMark(course.id)),
		},
		(await readPages(wiki, [title])).get(title) ?? null,
	);
}

/** Whom it is about, by what they will read, and what is in the way. */
function tellWaiting({ waiting, obstacles }: Outbox, { out }: Context): void {
	for (const text of new Set(waiting.map((one) => one.text))) {
		const names = waiting.filter((one) => one.text === text).map(({ to }) => to.name);
		out.say(`${names.length} × ${text}: ${names.join(', ')}`);
	}
	for (const obstacle of obstacles) out.warn(`in the way: ${describeObstacle(obstacle)}`);
}

function exitOf(published: Published | null, forbidden: boolean): number {
	if (published && !isPublished(published)) return EXIT.failed;
	return forbidden ? EXIT.personNeeded : EXIT.done;
}
