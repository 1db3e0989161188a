import pMap from 'p-map';
import type { CycleCache } from '../../../bot/cycle/cache/cycleCache.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { PASSWORD, startCycleWiki, type CycleWiki, type Done } from '../../bot/cycle/startCycleWiki.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import type { FaultOptions, FaultRow } from '../part.ts';
import type { Fault } from '../proxy/fault.ts';
import { isEdit } from '../proxy/forward.ts';
import { startFaultProxy } from '../proxy/startFaultProxy.ts';
import { readWiki } from '../world/readWiki.ts';
import { sessionPort } from '../../wiki/sessionPort.ts';
import { applyPatiently } from './applyPatiently.ts';
import { findMissing } from './findMissing.ts';

const PEOPLE = 200;
/** The number of concurrent applicants. */
const CONCURRENCY = 10;
/** The share of saves that a mobile network loses, half of them in the response. */
const LOSS_RATE = 0.1;

const LOST: readonly [Fault, Fault] = [
	{ name: 'lost on the way', wiki: 'never-acts', sender: 'cut' },
	{ name: 'lost on the way back', wiki: 'acts', sender: 'cut' },
];

/** Many users apply at once over an unreliable network, while the bot runs cycles. */
export async function tryVolunteers({ seed, every, print }: FaultOptions): Promise<readonly FaultRow[]> {
	const people = Array.from({ length: Math.ceil(PEOPLE / every) }, (_, index) => `Person ${index}`);
	const wiki = await startCycleWiki([{ name: 'Rita' }, ...people.map((name) => ({ name }))]);
	const random = new SeededRandom(seed);
	const proxy = await startFaultProxy(wiki.running.port);
	proxy.arm({
		faultFor: (_, received) => (isEdit(received) && random.chance(LOSS_RATE) ? random.pick(LOST) : null),
	});
	try {
		const ports = await pMap(
			people,
			async (name) => ({ name, port: sessionPort(await login(proxy.apiUrl, name, PASSWORD)) }),
			{ concurrency: CONCURRENCY },
		);
		print(`${people.length} people are logged in`);
		const started = Date.now();
		const isRunning = { on: true };
		const bot = runCycles(wiki, isRunning);
		const sent = await pMap(
			ports,
			({ name, port }, index) => applyPatiently(port, name, pickCourse(wiki, index)),
			{
				concurrency: CONCURRENCY,
			},
		).finally(() => {
			isRunning.on = false;
		});
		const seconds = (Date.now() - started) / 1000;
		const { count, cache } = await bot;
		const done = await wiki.cycle(cache);
		const missing = await findAllMissing(wiki, people, done);
		for (const loss of missing) print(`LOST: ${loss}`);
		const savedCount = sent.filter((kind) => kind === 'saved').length;
		const detail = `in ${seconds.toFixed(0)} s beside ${count} cycles; ${savedCount} were told that it is saved`;
		return [
			{
				name: 'applications sent at once',
				times: people.length,
				lost: missing.length,
				detail: missing[0] ?? detail,
			},
		];
	} finally {
		await proxy.stop();
		await wiki.running.stop();
	}
}

function pickCourse({ programme }: CycleWiki, index: number) {
	const [first, ...more] = programme.courses;
	if (!first) throw new Error('The programme has no course.');
	return [first, ...more][index % programme.courses.length] ?? first;
}

async function runCycles(
	wiki: CycleWiki,
	going: { readonly on: boolean },
): Promise<{ readonly count: number; readonly cache: CycleCache | null }> {
	let cache: CycleCache | null = null;
	let count = 0;
	for (; going.on; count++) ({ cache } = await wiki.cycle(cache));
	return { count, cache };
}

async function findAllMissing(
	wiki: CycleWiki,
	people: readonly string[],
	done: Done,
): Promise<readonly string[]> {
	const pages = await readWiki(await wiki.as(wikiAdmin.name));
	return people.flatMap((name, index) => {
		const missing = findMissing(name, pickCourse(wiki, index), pages, done);
		return missing.length > 0 ? [missing.join('; ')] : [];
	});
}
