import { performance } from 'node:perf_hooks';
import { describeProgrammeProblem } from '../../shared/programme/programmeProblem.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { readSite, type Site } from '../../shared/wiki/readSite.ts';
import { planCycle, type CyclePlan } from '../cycle/planCycle.ts';
import { readSnapshot } from '../cycle/readSnapshot.ts';
import { loadProgramme, type ProgrammeProblems } from '../cycle/read/loadProgramme.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { readSettings, VERSION } from '../operations/settings.ts';
import { translateInto } from '../operations/translateInto.ts';
import { withInterrupt } from '../wiki/withInterrupt.ts';
import { connectWiki } from '../wiki/mwnWiki.ts';
import { RETRY_POLICY } from '../wiki/withRetries.ts';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import { printProgress } from './progress.ts';

export interface Session {
	readonly wiki: Wiki;
	readonly site: Site;
	/** The wiki's api.php. */
	readonly apiUrl: string;
	/** How many requests were sent so far. */
	readonly requestCount: () => number;
}

/** Logs in with the environment's settings. @throws UsageError for missing settings; WikiError if the wiki refuses */
export async function openSession({ env, signal }: Context): Promise<Session> {
	const settings = readSettings(env, VERSION);
	if (!settings.ok) throw new UsageError(settings.problems);
	let requests = 0;
	const port = await connectWiki({
		...settings.connection,
		retryPolicy: { ...RETRY_POLICY, signal },
		onRequest: () => requests++,
	});
	const wiki = withInterrupt(port, signal);
	return {
		wiki,
		site: await readSite(wiki),
		apiUrl: settings.connection.apiUrl,
		requestCount: () => requests,
	};
}

/** The current programme. @throws UsageError with the problems of the page */
export async function readProgrammeOrThrow(wiki: Wiki): Promise<Programme> {
	const loaded = loadProgramme((await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE) ?? null);
	if (loaded.ok) return loaded.programme;
	throw describeProgrammeProblems(loaded.problems);
}

export function describeProgrammeProblems(problems: ProgrammeProblems): UsageError {
	if (problems === 'missing') {
		return new UsageError([
			`There is no ${PROGRAMME_PAGE} yet. Make one with: wikilearn-bot init\nand bring it to the wiki with: wikilearn-bot deploy --programme FILE`,
		]);
	}
	return new UsageError(problems.map((problem) => `${PROGRAMME_PAGE}: ${describeProgrammeProblem(problem)}`));
}

/** What a cycle would do now, without its writes. */
export interface Preview extends CyclePlan {
	readonly programme: Programme;
}

/** Reads and plans like a cycle, and writes nothing. @throws UsageError about the programme page; WikiError */
export async function previewCycle(context: Context, session?: Session): Promise<Preview> {
	const { wiki, site } = session ?? (await openSession(context));
	const onProgress = printProgress(context.out, () => performance.now(), false);
	const snapshot = await readSnapshot(wiki, { cache: null, bot: site.user.name, onProgress });
	context.out.progress(null);
	if (!snapshot.ok) throw describeProgrammeProblems(snapshot.problems);
	return { programme: snapshot.programme, ...planCycle(snapshot, translateInto) };
}
