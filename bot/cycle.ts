import type { TranslateInto } from '../shared/i18n/translate.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Problem } from '../shared/submission/submission.ts';
import type { Wiki } from '../shared/wiki.ts';
import { answerAsks } from './answer/answerAsks.ts';
import { askProblem, openAsks, toAnswer } from './answer/openAsks.ts';
import { assessApplications, type AssessedApplication } from './assess/assessApplications.ts';
import type { Bookmark } from './bookmark/bookmark.ts';
import { isRecent, isUsable } from './bookmark/isUsable.ts';
import { affectedBy } from './gather/affected.ts';
import { gatherPages, movedAway } from './gather/gatherPages.ts';
import { readNews } from './gather/readNews.ts';
import { overlapStart, seenSince, unseen } from './gather/seen.ts';
import { inOrder } from './inOrder.ts';
import type { ProgrammeProblems } from './programme/loadProgramme.ts';
import { programmeInForce } from './programme/programmeInForce.ts';
import type { Published } from './publish/publishPage.ts';
import { publishPages } from './publish/publishPages.ts';
import { stopReason } from './publish/stopPage.ts';
import { renderPages } from './render/renderPages.ts';
import type { Stage, TellProgress } from './stageProgress.ts';
import { lookUp } from './verify/lookUp.ts';
import { NOTHING_KNOWN, stillGood } from './verify/stillGood.ts';
import { verifyApplications } from './verify/verifyApplications.ts';
import { countingPages } from './wiki/countingPages.ts';

export interface CycleContext {
	/** What the last cycle handed on, or null: read everything. */
	readonly bookmark: Bookmark | null;
	/** The bot's user name, whose pages tell it to stop and hold its report. */
	readonly bot: string;
	readonly translate: TranslateInto;
	/** Told how far it is, for people who watch. */
	readonly tell?: TellProgress;
}

export type CycleResult =
	| { readonly ok: false; readonly problems: ProgrammeProblems }
	| {
			readonly ok: true;
			readonly programme: Programme;
			readonly applications: readonly AssessedApplication[];
			readonly problems: readonly Problem[];
			readonly published: readonly Published[];
			/** Why the stop page forbids writing, or null. */
			readonly stopped: string | null;
			readonly bookmark: Bookmark;
	  };

/**
 * One cycle: load the programme, gather, read, verify, assess, render, publish. The wiki is the only store: without a
 * bookmark it takes more requests and comes to the same result.
 *
 * @throws WikiError where the wiki cannot be talked to; what is wrong with single pages or accounts is in `problems`
 */
export async function runCycle(
	wiki: Wiki,
	{ bookmark, bot, translate, tell }: CycleContext,
): Promise<CycleResult> {
	const since = bookmark ? overlapStart(bookmark) : null;
	const news = await readNews(wiki, `User:${bot}/Stop`, since, ({ wikiId, now }) =>
		isRecent(bookmark, wikiId, now),
	);
	const { site } = news;
	const loaded = await programmeInForce(wiki, news.programmePage);
	if (!loaded.ok) return loaded;
	const { programme, revid } = loaded;
	const known = isUsable(bookmark, site.wikiId, revid, site.now) ? bookmark : null;

	const changes = known ? unseen(known, news.changes ?? []) : [];
	const affected = affectedBy(changes, programme, site, known?.pages ?? []);
	const reading = known ? ('read-changes' as const) : ('read' as const);
	tell?.({ stage: reading, done: 0, of: known ? changes.length : null });
	const counting = countingPages(wiki, (done) => tell?.({ stage: reading, done, of: null }));
	const gathered = await gatherPages(counting, news, programme, known, affected);
	const traced = gathered.pages.flatMap(({ applications }) => applications);

	tell?.({ stage: 'check', done: 0, of: traced.length });
	const tellOf = (stage: Stage) => (done: number, of: number) => tell?.({ stage, done, of });
	const remembered = known && !gathered.full ? stillGood(known.accounts, affected, site.now) : NOTHING_KNOWN;
	const accounts = await lookUp(wiki, site, programme, traced, remembered, tellOf('look-up'));
	const verified = verifyApplications(traced, accounts);
	const assessed = assessApplications(programme, verified.applications, [], site.now);

	const asks = openAsks(gathered.pages);
	const problems = inOrder([
		...loaded.problems,
		...gathered.problems,
		...gathered.pages.flatMap((page) => page.problems),
		...movedAway(gathered.pages),
		...asks.map(askProblem),
		...verified.problems,
		...assessed.problems,
	]);
	const words = translate(programme.language);
	const wanted = renderPages(programme, bot, assessed.applications, problems, site.now, words);
	const stopped = stopReason(news.stopPage?.revision.text ?? '');
	const { published, digests } = await publishPages(
		wiki,
		stopped === null ? wanted : [],
		known?.published ?? new Map(),
		affected.all,
		gathered.present,
		site.batch,
		tellOf('save'),
	);
	const answering = stopped === null ? toAnswer(asks, programme, site.now) : [];
	const answered = await answerAsks(wiki, programme, answering, words);
	return {
		ok: true,
		programme,
		applications: assessed.applications,
		problems,
		published: [...published, ...answered],
		stopped,
		bookmark: {
			wikiId: site.wikiId,
			programme: revid,
			readAt: site.now,
			fullAt: gathered.full ? site.now : (known?.fullAt ?? site.now),
			seen: seenSince(news.changes ?? []),
			own: published.flatMap((one) => (one.kind === 'saved' ? [one.revid] : [])),
			pages: gathered.pages,
			problems: gathered.problems,
			accounts,
			published: digests,
		},
	};
}
