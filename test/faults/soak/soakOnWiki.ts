import { connectWiki } from '../../../bot/wiki/mwnWiki.ts';
import { RandomHistory } from '../../bot/cycle/randomHistory.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { BOT_CREDENTIALS, startCycleWiki } from '../../bot/cycle/startCycleWiki.ts';
import { FAULTS } from '../proxy/fault.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/startFaultProxy.ts';
import { measureResources, type ResourceUsage } from './resourceUsage.ts';
import { soak, type SoakOutcome } from './soak.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve', 'SysopAbroad'] as const;
const FAULTY_SHARE = 0.05;
const PATIENCE = { attempts: 2, pause: 5, maxPause: 1_000 };
/** Refused connections are tested elsewhere. */
const POSSIBLE = FAULTS.filter(({ sender }) => sender !== 'refused');

/**
 * Cycles over mwn and a real wiki, with faults in a few requests.
 *
 * @param each called with the result of each round; all rounds start from the same wiki
 */
export async function soakOnWiki(
	seed: number,
	rounds: number,
	cycles: number,
	each: (outcome: SoakOutcome, then: ResourceUsage) => void,
): Promise<void> {
	const wiki = await startCycleWiki([{ name: 'Rita' }, ...PEOPLE.map((name) => ({ name }))]);
	const proxy = await startFaultProxy(wiki.running.port);
	try {
		await wiki.running.snapshot('start');
		for (let round = 0; round < rounds; round++) {
			await wiki.running.restore('start');
			wiki.logOut();
			const random = new SeededRandom(seed * 1000 + round);
			const history = new RandomHistory(wiki, random, PEOPLE);
			await history.begin();
			const happen = async () => {
				await proxy.settle();
				for (let remaining = random.next() * 2; remaining > 0; remaining--) await history.step();
			};
			const faulty = await connectBy(proxy);
			const reliable = await connectBy(proxy, wiki.running.apiUrl);
			proxy.arm({
				faultFor: () => (random.chance(FAULTY_SHARE) ? (POSSIBLE[pickFault(random)] ?? null) : null),
			});
			const outcome = await soak({ act: happen, faulty, reliable }, cycles);
			await proxy.settle();
			each(outcome, await measureResources());
			proxy.arm({ faultFor: () => null });
		}
	} finally {
		await proxy.stop();
		await wiki.running.stop();
	}
}

function pickFault(random: SeededRandom): number {
	return Math.floor(random.next() * POSSIBLE.length);
}

function connectBy({ apiUrl }: FaultProxy, direct?: string) {
	return connectWiki({
		apiUrl: direct ?? apiUrl,
		userAgent: 'wikilearn-test',
		credentials: BOT_CREDENTIALS,
		retryPolicy: PATIENCE,
		...(direct === undefined ? { timeout: 500 } : {}),
	});
}
