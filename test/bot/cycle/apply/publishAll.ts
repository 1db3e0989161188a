import type { AssessedApplication } from '../../../../bot/plan/assessApplications.ts';
import type { PublishedPages } from '../../../../bot/cycle/apply/publishPages.ts';
import { publishPages } from '../../../../bot/cycle/apply/publishPages.ts';
import { renderPages } from '../../../../bot/render/renderPages.ts';
import { renderReportPage } from '../../../../bot/render/renderReportPage.ts';
import type { Problem } from '../../../../shared/history/problem.ts';
import type { Wiki } from '../../../../shared/wiki/wiki.ts';
import { BOT, evaluated, programme, translate } from '../../render/cohort.ts';

export interface Publish {
	/** The bot's user id on the wiki. */
	readonly bot: number;
	readonly applications: readonly AssessedApplication[];
	readonly at: string;
	readonly remembered: ReadonlyMap<string, string>;
	/** Titles that recent changes told of. */
	readonly changed?: readonly string[];
	readonly problems?: readonly Problem[];
}

/** A cycle's end: what is to be published is, and then the report. */
export async function publishAll(
	wiki: Wiki,
	{ bot, applications, at, remembered, changed = [], problems = [] }: Publish,
): Promise<PublishedPages> {
	const publishing = {
		bot: { id: bot, name: BOT },
		remembered,
		changed: new Set(changed),
		read: new Map(),
		batch: 500,
	};
	const pages = renderPages(programme, evaluated(programme, applications), at, translate);
	const first = await publishPages(wiki, pages, publishing);
	const told = { problems: [...problems, ...first.problems], outbox: [], applications, at };
	const last = await publishPages(wiki, [renderReportPage(programme, told, translate)], publishing);
	return {
		published: [...first.published, ...last.published],
		digests: new Map([...first.digests, ...last.digests]),
		problems: [...first.problems, ...last.problems],
	};
}
