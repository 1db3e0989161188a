import type { TranslateInto } from '../shared/i18n/translate.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Problem } from '../shared/submission/submission.ts';
import type { Wiki } from '../shared/wiki.ts';
import { readNames } from '../shared/wiki/readNames.ts';
import { assessApplications, type AssessedApplication } from './assess/assessApplications.ts';
import type { Bookmark, KnownAccounts } from './bookmark/bookmark.ts';
import { isUsable } from './bookmark/isUsable.ts';
import { affectedBy } from './gather/affected.ts';
import { gatherPages, movedAway } from './gather/gatherPages.ts';
import { readNews } from './gather/readNews.ts';
import { overlapStart, seenSince, unseen } from './gather/seen.ts';
import { loadProgramme, type ProgrammeProblems } from './programme/loadProgramme.ts';
import type { Published } from './publish/publishPage.ts';
import { publishPages } from './publish/publishPages.ts';
import { stopReason } from './publish/stopPage.ts';
import { renderPages } from './render/renderPages.ts';
import { lookUp } from './verify/lookUp.ts';
import { otherNames, verifyApplications } from './verify/verifyApplications.ts';

export interface CycleContext {
	/** What the last cycle handed on, or null: read everything. */
	readonly bookmark: Bookmark | null;
	/** The bot's user name, whose pages tell it to stop and hold its report. */
	readonly bot: string;
	readonly translate: TranslateInto;
	/** Told of each stage as it begins, for people who watch. */
	readonly tell?: (line: string) => void;
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
	const news = await readNews(wiki, `User:${bot}/Stop`, bookmark ? overlapStart(bookmark) : null);
	const { site } = news;
	const loaded = loadProgramme(news.programmePage);
	if (!loaded.ok) return loaded;
	const { programme, revid } = loaded;
	const known = isUsable(bookmark, site.wikiId, revid, site.now) ? bookmark : null;

	const changes = known ? unseen(known, news.changes ?? []) : [];
	const affected = affectedBy(changes, programme, site);
	tell?.(known ? `${changes.length} changes on the wiki since the last cycle` : 'reading all submissions');
	const gathered = await gatherPages(wiki, news, programme, known, affected);
	const traced = gathered.pages.flatMap(({ applications }) => applications);

	tell?.(`checking ${traced.length} applications`);
	const remembered = gathered.full
		? NOTHING_KNOWN
		: stillGood(known?.accounts ?? NOTHING_KNOWN, affected.accounts);
	const accounts = await lookUp(wiki, site, programme, traced, remembered);
	const existing = await readNames(wiki, otherNames(traced, accounts), site.batch);
	const verified = verifyApplications(traced, accounts, new Set(existing.keys()));
	const assessed = assessApplications(programme, verified.applications, site.now);

	const problems = [
		...gathered.problems,
		...gathered.pages.flatMap((page) => page.problems),
		...movedAway(gathered.pages),
		...verified.problems,
		...assessed.problems,
	];
	const wanted = renderPages(
		programme,
		bot,
		assessed.applications,
		problems,
		site.now,
		translate(programme.language),
	);
	const stopped = stopReason(news.stopPage?.revision.text ?? '');
	const publishing = stopped === null ? wanted : [];
	const { published, digests } = await publishPages(
		wiki,
		publishing,
		known?.published ?? new Map(),
		affected.all,
	);
	return {
		ok: true,
		programme,
		applications: assessed.applications,
		problems,
		published,
		stopped,
		bookmark: {
			wikiId: site.wikiId,
			programme: revid,
			readAt: site.now,
			fullAt: gathered.full ? site.now : (known?.fullAt ?? site.now),
			seen: seenSince(news.changes ?? []),
			pages: gathered.pages,
			problems: gathered.problems,
			accounts,
			published: digests,
		},
	};
}

const NOTHING_KNOWN: KnownAccounts = { local: new Map(), global: new Map() };

/** Without the accounts that something happened to: their rights, blocks or names may be others now. */
function stillGood({ local, global }: KnownAccounts, changed: ReadonlySet<string>): KnownAccounts {
	return {
		local: new Map([...local].filter(([, { name }]) => !changed.has(name))),
		global: new Map([...global].filter(([name]) => !changed.has(name))),
	};
}
