import { assessApplications } from '../../../bot/assess/assessApplications.ts';
import type { KnownAccounts } from '../../../bot/bookmark/bookmark.ts';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderReportPage } from '../../../bot/render/renderReportPage.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import { verifyApplications } from '../../../bot/verify/verifyApplications.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Submission } from '../../../shared/submission/submission.ts';
import { traceApplications } from '../../../shared/submission/traceApplications.ts';
import { mainThreadMs } from './mainThreadMs.ts';

export interface Performed {
	readonly applications: number;
	/** Characters of all pages. */
	readonly written: number;
	/** Milliseconds of each stage, of one core. */
	readonly stages: Readonly<Record<'read' | 'assess' | 'render', number>>;
}

/** A cycle without the wiki: from pages' histories and facts to what the bot's pages should say. */
export function perform(
	programme: Programme,
	submissions: Iterable<Submission>,
	accounts: KnownAccounts,
	at: string,
): Performed {
	const began = mainThreadMs();
	const { reviewers, bot, language } = programme;
	const traced = [...submissions].map((one) => traceApplications(one, { reviewers, bot }, language));
	const read = mainThreadMs();
	const { applications } = verifyApplications(
		traced.flatMap((one) => one.applications),
		accounts,
	);
	const assessed = assessApplications(programme, applications, [], at);
	const judged = mainThreadMs();
	const problems = [...traced.flatMap((one) => one.problems), ...assessed.problems];
	const pages = [
		...renderPages(programme, bot, assessed.applications, at, translateInto(language)),
		renderReportPage(
			programme,
			bot,
			{ problems, outbox: [], applications: assessed.applications, at },
			translateInto(language),
		),
	];
	const written = pages.reduce((sum, { region }) => sum + region.length, 0);
	const rendered = mainThreadMs();
	return {
		applications: assessed.applications.length,
		written,
		stages: { read: read - began, assess: judged - read, render: rendered - judged },
	};
}
