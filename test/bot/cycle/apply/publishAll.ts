import type { AssessedApplication } from '../../../../bot/plan/assessApplications.ts';
import { type PublishedPages, publishPages } from '../../../../bot/cycle/apply/publishPages.ts';
import { renderPages } from '../../../../bot/render/renderPages.ts';
import { renderReportPage } from '../../../../bot/render/renderReport.ts';
import type { Problem } from '../../../../shared/history/problem.ts';
import type { Wiki } from '../../../../shared/wiki/wiki.ts';
import { BOT, evaluateCourses, programme, translate } from '../../render/cohort.ts';

interface PublishInput {
	/** The bot's user id on the wiki. */
	readonly bot: number;
	readonly applications: readonly AssessedApplication[];
	readonly at: string;
	readonly cached: ReadonlyMap<string, string>;
	/** Titles that recent changes told of. */
	readonly changed?: readonly string[];
	readonly problems?: readonly Problem[];
}

/** A cycle's end: what is to be published is, and then the report. */
export async function publishAll(
	wiki: Wiki,
	{ bot, applications, at, cached, changed = [], problems = [] }: PublishInput,
): Promise<PublishedPages> {
	const publishing = {
		bot: { id: bot, name: BOT },
		digests: cached,
		changed: new Set(changed),
		present: new Map(),
		batchSize: 500,
	};
	const pages = renderPages(programme, evaluateCourses(programme, applications), at, translate);
	const first = await publishPages(wiki, pages, publishing);
	const report = { problems: [...problems, ...first.problems], outbox: [], applications, at };
	const last = await publishPages(wiki, [renderReportPage(programme, report, translate)], publishing);
	return {
		results: [...first.results, ...last.results],
		digests: new Map([...first.digests, ...last.digests]),
		problems: [...first.problems, ...last.problems],
	};
}
