import { performance } from 'node:perf_hooks';
import { describeProblem } from '../../shared/programme/problem.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { readSite, type Site } from '../../shared/wiki/readSite.ts';
import { planCycle, type Plan } from '../cycle/planCycle.ts';
import { readSnapshot } from '../cycle/readSnapshot.ts';
import { loadProgramme, type ProgrammeProblems } from '../cycle/read/loadProgramme.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { readSettings } from '../operations/settings.ts';
import { translateInto } from '../operations/translateInto.ts';
import { VERSION } from '../operations/version.ts';
import { interruptible } from '../wiki/interruptible.ts';
import { connect } from '../wiki/mwnWiki.ts';
import { PATIENCE } from '../wiki/retrying.ts';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import { tellProgress } from './progress.ts';

export interface Connected {
	readonly wiki: Wiki;
	readonly site: Site;
	/** The wiki's api.php. */
	readonly apiUrl: string;
	/** How many requests went out so far. */
	readonly requests: () => number;
}

/** Logs in as the environment says. @throws UsageError for missing settings; WikiError where the wiki refuses */
export async function connected({ env, signal }: Context): Promise<Connected> {
	const settings = readSettings(env, VERSION);
	if (!settings.ok) throw new UsageError(settings.problems);
	let requests = 0;
	const port = await connect({
		...settings.connection,
		patience: { ...PATIENCE, signal },
		onRequest: () => requests++,
	});
	const wiki = interruptible(port, signal);
	return { wiki, site: await readSite(wiki), apiUrl: settings.connection.apiUrl, requests: () => requests };
}

/** The programme as it stands on the wiki. @throws UsageError that says what is wrong with the page */
export async function programmeOnWiki(wiki: Wiki): Promise<Programme> {
	const loaded = loadProgramme((await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE) ?? null);
	if (loaded.ok) return loaded.programme;
	throw programmeError(loaded.problems);
}

export function programmeError(problems: ProgrammeProblems): UsageError {
	if (problems === 'missing') {
		return new UsageError([
			`There is no ${PROGRAMME_PAGE} yet. Make one with: wikilearn-bot init\nand bring it to the wiki with: wikilearn-bot deploy --programme FILE`,
		]);
	}
	return new UsageError(problems.map((problem) => `${PROGRAMME_PAGE}: ${describeProblem(problem)}`));
}

/** What a cycle would do now. */
export interface Preview extends Plan {
	readonly programme: Programme;
}

/** Reads and decides as a cycle does, and writes nothing. @throws UsageError about the programme page; WikiError */
export async function previewCycle(context: Context, connection?: Connected): Promise<Preview> {
	const { wiki, site } = connection ?? (await connected(context));
	const tell = tellProgress(context.out, () => performance.now(), false);
	const snapshot = await readSnapshot(wiki, { bookmark: null, bot: site.user.name, tell });
	context.out.progress(null);
	if (!snapshot.ok) throw programmeError(snapshot.problems);
	return { programme: snapshot.programme, ...planCycle(snapshot, translateInto) };
}
