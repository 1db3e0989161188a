import { performance } from 'node:perf_hooks';
import { runCycle, type CycleResult } from '../cycle.ts';
import { translateInto } from '../translateInto.ts';
import { withoutWrites } from '../wiki/withoutWrites.ts';
import { connected, programmeError, type Connected } from './connected.ts';
import type { Context } from './context.ts';
import { tellProgress } from './tellProgress.ts';

/** What a cycle found. */
export type Looked = Extract<CycleResult, { readonly ok: true }>;

/** A cycle that writes nothing: what it would write is what the status pages do not say yet. */
export async function lookOnce(context: Context, connection?: Connected): Promise<Looked> {
	const { wiki, site } = connection ?? (await connected(context));
	const looking = withoutWrites(wiki, () => undefined);
	const tell = tellProgress(context.out, () => performance.now(), false);
	const cycle = await runCycle(looking, {
		bookmark: null,
		bot: site.user.name,
		translate: translateInto,
		tell,
	});
	context.out.progress(null);
	if (!cycle.ok) throw programmeError(cycle.problems);
	return cycle;
}
