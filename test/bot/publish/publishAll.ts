import type { AssessedApplication } from '../../../bot/assess/assessApplications.ts';
import type { PublishedPages } from '../../../bot/publish/publishPages.ts';
import { publishPages } from '../../../bot/publish/publishPages.ts';
import { renderPages } from '../../../bot/render/renderPages.ts';
import { renderReportPage } from '../../../bot/render/renderReportPage.ts';
import type { Problem } from '../../../shared/submission/submission.ts';
import type { Wiki } from '../../../shared/wiki.ts';
import { BOT, programme, translate } from '../render/cohort.ts';

/** A cycle's end: what is to be published is, and then the report. @param changed titles that recent changes told of */
export async function publishAll(
	wiki: Wiki,
	applications: readonly AssessedApplication[],
	at: string,
	remembered: ReadonlyMap<string, string>,
	changed: readonly string[] = [],
	problems: readonly Problem[] = [],
): Promise<Pick<PublishedPages, 'published' | 'digests'>> {
	const pages = renderPages(programme, BOT, applications, at, translate);
	const first = await publishPages(wiki, pages, remembered, new Set(changed));
	const told = { problems: [...problems, ...first.problems], outbox: [], applications, at };
	const report = renderReportPage(programme, BOT, told, translate);
	const last = await publishPages(wiki, [report], remembered, new Set(changed));
	return {
		published: [...first.published, ...last.published],
		digests: new Map([...first.digests, ...last.digests]),
	};
}
