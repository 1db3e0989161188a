import { Mwn } from 'mwn';
import { runCycle } from '../../../bot/cycle/runCycle.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { BOT, BOT_LOGIN, type BenchWiki } from '../cycles/benchWiki.ts';
import { connectBot } from '../cycles/measureCycles.ts';
import { skipEdits } from '../cycles/skipEdits.ts';
import { figure, type Figure } from '../figure.ts';
import { runBatchedScript } from './runBatchedScript.ts';
import { runNaiveScript } from './runNaiveScript.ts';

/**
 * The same job three ways, edits left out: finding the applications, reading them, looking up who made them. Ours reads
 * the histories' newest revisions as well and renders; the others take the title's word for the applicant.
 */
export async function measureBaselines(bench: BenchWiki): Promise<readonly Figure[]> {
	await bench.reset(500);
	const { port } = skipEdits(await connectBot(bench.proxy.apiUrl), () => true);
	const mwn = await Mwn.init({
		apiUrl: bench.proxy.apiUrl,
		...BOT_LOGIN,
		userAgent: 'wikilearn-bench',
		silent: true,
	});
	const ways: Readonly<Record<string, () => Promise<number>>> = {
		'this bot, first cycle, edits left out': async () => {
			const result = await runCycle(port, { cache: null, bot: BOT, translate: translateInto });
			return result.ok ? result.applications.length : 0;
		},
		'a plain script, page by page': () => runNaiveScript(mwn, bench.programme),
		'a careful script, in batches': () => runBatchedScript(mwn, bench.programme),
	};
	const figures: Figure[] = [];
	for (const [name, run] of Object.entries(ways)) figures.push(...(await measure(bench, name, run)));
	return figures;
}

async function measure(
	{ proxy, n }: BenchWiki,
	name: string,
	run: () => Promise<number>,
): Promise<readonly Figure[]> {
	proxy.reset();
	const began = performance.now();
	const read = await run();
	const ms = performance.now() - began;
	if (read !== n) throw new Error(`${name}: ${read} of ${n} applications were read`);
	const { requests, lookUps, edits, bytes } = proxy.traffic();
	return [
		figure(name, n, requests - lookUps - edits, 'requests'),
		figure(name, n, lookUps, 'look-ups'),
		figure(name, n, bytes, 'bytes'),
		figure(name, n, ms, 'ms'),
	];
}
