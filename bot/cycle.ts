import type { Translate } from '../shared/i18n/translate.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Problem } from '../shared/submission/submission.ts';
import { traceApplications } from '../shared/submission/traceApplications.ts';
import type { Wiki } from '../shared/wiki.ts';
import { readPages } from '../shared/wiki/readPages.ts';
import { readSite } from '../shared/wiki/readSite.ts';
import { assessApplications, type AssessedApplication } from './assess/assessApplications.ts';
import { gatherSubmissions } from './gather/gatherSubmissions.ts';
import { publishPage, type Published } from './publish/publishPage.ts';
import { stopReason } from './publish/stopPage.ts';
import { renderPages } from './render/renderPages.ts';
import { verifyApplications } from './verify/verifyApplications.ts';

export interface CycleResult {
	readonly applications: readonly AssessedApplication[];
	readonly problems: readonly Problem[];
	readonly published: readonly Published[];
	/** Set where the stop page forbids writing. */
	readonly stopped: string | null;
}

export interface CycleContext {
	readonly programme: Programme;
	readonly translate: Translate;
	/** Told of each stage as it begins, for people who watch. */
	readonly tell?: (line: string) => void;
}

/**
 * One cycle: gather, read, verify, assess, render, publish. The wiki is the only store; nothing is remembered from the
 * cycle before.
 *
 * @throws WikiError where the wiki cannot be talked to; what is wrong with single pages is in `problems`
 */
export async function runCycle(
	wiki: Wiki,
	{ programme, translate, tell }: CycleContext,
): Promise<CycleResult> {
	const site = await readSite(wiki);
	tell?.('gathering submissions');
	const gathered = await gatherSubmissions(wiki, site, programme);
	const traced = gathered.submissions.map(traceApplications);
	tell?.(`verifying ${traced.reduce((sum, { applications }) => sum + applications.length, 0)} applications`);
	const verified = await verifyApplications(
		wiki,
		site,
		programme,
		traced.flatMap(({ applications }) => applications),
	);
	const assessed = assessApplications(programme, verified.applications, site.now);
	const problems = [
		...gathered.problems,
		...traced.flatMap((one) => one.problems),
		...verified.problems,
		...assessed.problems,
	];
	tell?.('writing the status page');
	const wanted = renderPages(programme, assessed.applications, problems, site.now, translate);
	const stopPage = `User:${programme.bot}/Stop`;
	const present = await readPages(wiki, [stopPage, ...wanted.map(({ title }) => title)], site.batch);
	const stopped = stopReason(present.get(stopPage)?.revision.text ?? '');
	const published: Published[] = [];
	if (stopped === null) {
		for (const page of wanted) published.push(await publishPage(wiki, page, present.get(page.title) ?? null));
	}
	return { applications: assessed.applications, problems, published, stopped };
}
