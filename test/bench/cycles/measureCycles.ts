import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import type { Wiki as Port } from '../../../shared/wiki/wiki.ts';
import { toChange } from '../../../shared/history/change.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { createMarkedActions } from '../../markedActions.ts';
import { login } from '../../wiki/apiSession.ts';
import { sessionPort } from '../../wiki/sessionPort.ts';
import { figure, type Figure } from '../figure.ts';
import { createPerson } from '../people.ts';
import { BOT, BOT_LOGIN, DECIDED, PASSWORD, REVIEWER, type BenchWiki } from './benchWiki.ts';
import {
	DECISION_FLOOR,
	firstCycleFloor,
	LOG_BATCH,
	NEW_APPLICATION_FLOOR,
	QUIET_CYCLE_FLOOR,
} from './floors.ts';
import { skipEdits } from './skipEdits.ts';

type Limits = Partial<Pick<Figure, 'budget' | 'floor'>>;

/**
 * A first cycle, the next ones, one with a new application and one with a decision.
 *
 * @param allEdits whether the first cycle's edits of application pages are really made, or only counted
 */
export async function measureCycles(
	bench: BenchWiki,
	batch: 500 | 50,
	allEdits: boolean,
	print: (line: string) => void,
): Promise<readonly Figure[]> {
	await bench.reset(batch);
	const cycles = await startCycles(bench, batch, allEdits);
	const figures: Figure[] = [];
	const measure = async (name: string, limits: Limits) => {
		print(`${name}, ${batch} a request`);
		figures.push(...(await cycles.measure(name, limits)));
	};
	const { n, logRevisions } = bench;
	await measure('first cycle', {
		floor: firstCycleFloor(n, batch, logRevisions),
		...(batch === 500 ? { budget: 2 * Math.ceil(n / batch) + 6 + Math.ceil(logRevisions / LOG_BATCH) } : {}),
	});
	await measure('the cycle after it', { budget: 1, floor: QUIET_CYCLE_FLOOR });
	await measure('quiet cycle', { budget: 1, floor: QUIET_CYCLE_FLOOR });
	await apply(bench);
	await measure('one new application', { floor: NEW_APPLICATION_FLOOR });
	await cycles.settle();
	await decide(bench);
	await measure('one decision', { floor: DECISION_FLOOR });
	return figures;
}

interface Cycles {
	measure(name: string, limits: Limits): Promise<readonly Figure[]>;
	/** A cycle that is not measured. */
	settle(): Promise<void>;
}

async function startCycles(
	{ proxy, programme, n }: BenchWiki,
	batch: number,
	allEdits: boolean,
): Promise<Cycles> {
	const decided = createPerson(programme, DECIDED).title;
	const isOld = (title: string) => title.includes('/Applications/') && title !== decided;
	const { port, skipped: withheld } = skipEdits(
		await connectBot(proxy.apiUrl),
		(title) => !allEdits && isOld(title),
	);
	let cache: CycleCache | null = null;
	const cycle = async () => {
		const result = await runCycle(port, { cache, bot: BOT, translate: translateInto });
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		({ cache } = result);
	};
	const measure: Cycles['measure'] = async (name, limits) => {
		const before = withheld();
		proxy.reset();
		const began = performance.now();
		await cycle();
		const ms = performance.now() - began;
		const { requests, lookUps, edits, bytes } = proxy.traffic();
		const label = `${name}, ${batch} a request`;
		return [
			figure(label, n, requests - lookUps - edits, 'requests', limits),
			figure(label, n, lookUps, 'look-ups'),
			figure(label, n, edits + withheld() - before, 'edits'),
			figure(label, n, bytes, 'bytes'),
			figure(label, n, ms, 'ms'),
		];
	};
	return { measure, settle: cycle };
}

export function connectBot(apiUrl: string): Promise<Port> {
	return connectWiki({
		apiUrl,
		userAgent: 'wikilearn-bench',
		credentials: { kind: 'bot-password', ...BOT_LOGIN },
	});
}

async function apply({ wiki, programme, n }: BenchWiki): Promise<void> {
	const { name, title, text } = createPerson(programme, n);
	await (await login(wiki.apiUrl, name, PASSWORD)).edit({ title, text });
}

async function decide({ wiki, programme }: BenchWiki): Promise<void> {
	const reviewer = sessionPort(await login(wiki.apiUrl, REVIEWER, PASSWORD));
	const { title, course } = createPerson(programme, DECIDED);
	// The bot may have written since.
	const first = (await readHistory(reviewer, title))[0];
	if (!first) throw new Error(`${title} is not there`);
	const change = toChange(first);
	const application = { course: course.id, added: change, answersChange: change };
	await createMarkedActions(programme).decide(reviewer, 'accepted', [application], { note: 'Welcome' });
}
