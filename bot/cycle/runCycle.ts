import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/formatMessage.ts';
import type { SentNotice } from '../../shared/notices/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { AssessedApplication, AssessedCourse } from '../plan/assessApplications.ts';
import type { CycleCache } from './cache/cycleCache.ts';
import { applyPlan, type CycleOutcome } from './applyPlan.ts';
import { planCycle, type CyclePlan } from './planCycle.ts';
import { previewPlan } from './previewPlan.ts';
import { readSnapshot, type Snapshot, type SnapshotContext } from './readSnapshot.ts';
import { changeIds } from './read/recentChanges.ts';
import type { Outbox, PlannedNotice } from '../plan/plannedNotice.ts';
import type { ProgrammeProblems } from './read/loadProgramme.ts';
import type { PublishResult } from '../wiki/comparePage.ts';

export interface CycleContext extends SnapshotContext {
	readonly translate: TranslateInto;
}

export type CycleResult =
	| { readonly ok: false; readonly problems: ProgrammeProblems }
	| {
			readonly ok: true;
			readonly programme: Programme;
			readonly courses: readonly AssessedCourse[];
			readonly applications: readonly AssessedApplication[];
			readonly problems: readonly Problem[];
			readonly published: readonly PublishResult[];
			/** Pending decision notices. */
			readonly outbox: readonly Outbox[];
			/** The notices that this cycle had to send. */
			readonly notices: readonly PlannedNotice[];
			/** All notices sent so far. */
			readonly sent: readonly SentNotice[];
			/** The reason on the stop page, or null. */
			readonly stopped: string | null;
			readonly cache: CycleCache;
	  };

/**
 * Runs one cycle: read, plan, write what differs.
 *
 * @throws WikiError if the wiki fails; problems of single pages or accounts are in `problems`
 */
export async function runCycle(wiki: Wiki, context: CycleContext): Promise<CycleResult> {
	const snapshot = await readSnapshot(wiki, context);
	if (!snapshot.ok) return snapshot;
	const plan = planCycle(snapshot, context.translate);
	const outcome = await applyPlan(wiki, snapshot, plan, context);
	return toCycleResult(snapshot, plan, outcome);
}

/** Runs a cycle without writes, and returns the edits that it would make. @throws WikiError if the wiki fails */
export async function dryRunCycle(wiki: Wiki, context: CycleContext) {
	const snapshot = await readSnapshot(wiki, context);
	if (!snapshot.ok) return snapshot;
	const plan = planCycle(snapshot, context.translate);
	const preview = await previewPlan(wiki, snapshot, plan, context);
	return { ...plan, ...preview, ok: true as const, programme: snapshot.programme, cache: null };
}

function toCycleResult(snapshot: Snapshot, plan: CyclePlan, outcome: CycleOutcome): CycleResult {
	const { courses, applications, outbox, stopped } = plan;
	return {
		ok: true,
		programme: snapshot.programme,
		courses,
		applications,
		problems: outcome.problems,
		published: outcome.published,
		outbox,
		notices: outcome.notices,
		sent: outcome.sent.sent,
		stopped,
		cache: nextCache(snapshot, outcome),
	};
}

function nextCache(snapshot: Snapshot, outcome: CycleOutcome): CycleCache {
	const { wikiChanges, cache, gathered, programmeHistory } = snapshot;
	const { now, wikiId } = wikiChanges.site;
	return {
		wikiId,
		programmeRevision: wikiChanges.programmePage?.revision.revid ?? 0,
		programmeHistory,
		log: snapshot.logPage,
		readAt: now,
		fullAt: gathered.isComplete ? now : (cache?.fullAt ?? now),
		seenChanges: changeIds(wikiChanges.recentChanges ?? []),
		ownRevisions: outcome.ownRevisions,
		pages: gathered.pages,
		problems: gathered.problems,
		accounts: snapshot.accounts,
		digests: outcome.digests,
		sent: outcome.sent,
		undeliverable: outcome.undeliverable,
		messageTexts: snapshot.messageTexts,
	};
}
