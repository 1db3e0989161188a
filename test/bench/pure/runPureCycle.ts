import { planCycle, type CyclePlan } from '../../../bot/cycle/planCycle.ts';
import type { Snapshot } from '../../../bot/cycle/readSnapshot.ts';
import { toTracedPage } from '../../../bot/cycle/read/gatherPages.ts';
import { renderReportPage } from '../../../bot/render/renderReport.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { readLog } from '../../../shared/actions/readLog.ts';
import type { Submission } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import { mainThreadMs } from './mainThreadMs.ts';

export interface PureCycleResult {
	readonly applications: number;
	/** Decisions that were found in the log and count. */
	readonly decided: number;
	/** Characters of all pages. */
	readonly written: number;
	/** Milliseconds of each stage, of one core. */
	readonly stages: Readonly<Record<'read' | 'plan' | 'report', number>>;
}

/** Everything that a snapshot holds but what is read here. */
export type UnparsedSnapshot = Omit<Snapshot, 'gathered' | 'log'>;

/**
 * A cycle without the wiki: from pages' and the log's histories and from facts to what is due and what the bot's pages should
 * say.
 */
export function runPureCycle(snapshot: UnparsedSnapshot, submissions: Iterable<Submission>): PureCycleResult {
	const { programme, logPage, wikiChanges: changes } = snapshot;
	const { language } = programme;
	const began = mainThreadMs();
	const pages = Array.from(submissions, (page) =>
		toTracedPage(page, traceApplications(page, programme, language), null),
	);
	const courses = programme.courses.map(({ id }) => id);
	const log = readLog(logPage.history, programme, courses);
	const read = mainThreadMs();
	const gathered = { pages, present: new Map(), problems: [], isComplete: true };
	const plan = planCycle({ ...snapshot, gathered, log }, translateInto);
	const planned = mainThreadMs();
	const report = renderReportPage(programme, renderReportOf(plan, changes.site.now), translateInto(language));
	const reported = mainThreadMs();
	return {
		applications: plan.applications.length,
		decided: plan.applications.filter(({ decision }) => decision).length,
		written: [...plan.pages, report].reduce((sum, { region }) => sum + region.length, 0),
		stages: { read: read - began, plan: planned - read, report: reported - planned },
	};
}

function renderReportOf({ problems, outbox, applications }: CyclePlan, at: string) {
	return { problems, outbox, applications, at };
}
