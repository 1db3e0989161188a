import { performance } from 'node:perf_hooks';
import type { Programme } from '../../shared/programme/schema.ts';
import { planCycle, type Plan } from '../cycle/planCycle.ts';
import { readSnapshot } from '../cycle/readSnapshot.ts';
import { translateInto } from '../translateInto.ts';
import { connected, programmeError, type Connected } from './connected.ts';
import type { Context } from './context.ts';
import { tellProgress } from './tellProgress.ts';

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
