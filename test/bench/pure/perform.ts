import { planCycle, type Plan } from '../../../bot/cycle/planCycle.ts';
import type { Snapshot } from '../../../bot/cycle/readSnapshot.ts';
import { tracedPage } from '../../../bot/cycle/read/gatherPages.ts';
import { renderReportPage } from '../../../bot/render/renderReportPage.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { readLog } from '../../../shared/actions/readLog.ts';
import type { Submission } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import { mainThreadMs } from './mainThreadMs.ts';

export interface Performed {
	readonly applications: number;
	/** Decisions that were found in the log and count. */
	readonly decided: number;
	/** Characters of all pages. */
	readonly written: number;
	/** Milliseconds of each stage, of one core. */
	readonly stages: Readonly<Record<'read' | 'plan' | 'report', number>>;
}

/** Everything that a snapshot holds but what is read here. */
export type Unread = Omit<Snapshot, 'gathered' | 'log'>;

/**
 * A cycle without the wiki: from pages' and the log's histories and from facts to what is due and what the bot's pages should
 * say.
 */
export function perform(unread: Unread, submissions: Iterable<Submission>): Performed {
	const { programme, logPage, news } = unread;
	const { language } = programme;
	const began = mainThreadMs();
	const pages = Array.from(submissions, (page) =>
		tracedPage(page, traceApplications(page, programme, language), null),
	);
	const courses = programme.courses.map(({ id }) => id);
	const log = readLog(logPage.history, programme, courses);
	const read = mainThreadMs();
	const gathered = { pages, present: new Map(), problems: [], full: true };
	const plan = planCycle({ ...unread, gathered, log }, translateInto);
	const planned = mainThreadMs();
	const report = renderReportPage(programme, reportOf(plan, news.site.now), translateInto(language));
	const reported = mainThreadMs();
	return {
		applications: plan.applications.length,
		decided: plan.applications.filter(({ decision }) => decision).length,
		written: [...plan.pages, report].reduce((sum, { region }) => sum + region.length, 0),
		stages: { read: read - began, plan: planned - read, report: reported - planned },
	};
}

function reportOf({ problems, outbox, applications }: Plan, at: string) {
	return { problems, outbox, applications, at };
}
