import type { CycleCache } from '../../bot/cycle/cache/cycleCache.ts';
import { describeStage } from '../../bot/commands/progress.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import { runCycle, type CycleResult } from '../../bot/cycle/runCycle.ts';
import { formatProblem } from '../../bot/commands/describe.ts';
import { startSchedule } from '../../bot/operations/schedule.ts';
import { createApplications } from './applications.ts';
import { PASSWORD } from './accounts.ts';
import { STORY, addStoryCourse } from '../story/storyCourse.ts';
import { createPilotAt, startDemoWiki, type DemoWiki } from './startDemoWiki.ts';
import { playDemoCourse } from './playDemoCourse.ts';
import { formatStatusTable } from './formatStatusTable.ts';
import { buildAll } from './buildAll.ts';

const print = (line: string): void => {
	console.log(`  ${line}`);
};

let step = 'start';
function startStep(name: string): void {
	step = name;
	console.log(name);
}

type Done = Extract<CycleResult, { ok: true }>;

async function runPrintedCycle(
	{ bot, programme }: DemoWiki,
	cache: CycleCache | null,
	telling: (line: string) => void = print,
): Promise<Done> {
	const result = await runCycle(bot, {
		cache,
		bot: programme.bot.name,
		translate: translateInto,
		onProgress: (progress) => {
			if (progress.done === 0) telling(describeStage(progress));
		},
	});
	if (!result.ok) throw new Error(`the programme page is not valid: ${JSON.stringify(result.problems)}`);
	return result;
}

function printStatus({ wiki, programme }: DemoWiki, result: Done): void {
	console.log(`\n${formatStatusTable(result.applications.filter(({ course }) => course !== STORY))}\n`);
	for (const problem of result.problems) console.log(formatProblem(problem));
	console.log(`\nStatus page: ${wiki.pageUrl(`${programme.root}/Status`)}`);
	console.log(`Report:      ${wiki.pageUrl(`User:${programme.bot.name}/Report`)}`);
}

function printInvitation({ wiki, programme }: DemoWiki): void {
	console.log(`\nTry it in the browser (everyone's password is: ${PASSWORD})`);
	for (const course of programme.courses) console.log(`  apply:  ${wiki.pageUrl(course.page)}`);
	console.log(`  log in: ${wiki.pageUrl('Special:UserLogin')}`);
	console.log(
		'  as Volunteer (no rights), LocalSysop (administrator here), SysopAbroad (administrator elsewhere),',
	);
	console.log(`  ${programme.reviewers.map(({ name }) => name).join(' or ')} (reviewers)`);
	console.log('The bot runs every minute. Ctrl-C ends everything.\n');
}

/** Resolves once the person at the terminal has had enough. */
function waitForInterrupt(): Promise<void> {
	return new Promise((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
}

async function keepRunning(demo: DemoWiki, first: CycleCache, interrupted: Promise<void>): Promise<void> {
	let cache = first;
	const once = async () => {
		try {
			const result = await runPrintedCycle(demo, cache);
			cache = result.cache;
			const saved = result.published.filter(({ kind }) => kind === 'saved').map(({ title }) => title);
			const written = saved.length > 0 ? `saved ${saved.join(', ')}` : 'nothing to write';
			console.log(`cycle: ${result.applications.length} applications; ${written}`);
		} catch (error) {
			console.error(`cycle failed: ${String(error)}`);
		}
	};
	const end = startSchedule('* * * * *', once, () => {
		console.error('a cycle is still running; the one due now is left out');
	});
	await interrupted;
	await end();
}

async function main(once: boolean, quick: boolean): Promise<void> {
	startStep('1. Building gadget and bot');
	await buildAll();
	startStep('2. Starting a MediaWiki with the pilot’s programme');
	const now = new Date();
	const programme = addStoryCourse(createPilotAt(now.toISOString()), now.getTime());
	const demo = await startDemoWiki(print, undefined, programme);
	try {
		startStep('3. The course before, in fast motion');
		if (quick) print('left out');
		else await playDemoCourse(demo, () => runPrintedCycle(demo, null, () => undefined), print);
		startStep('4. Volunteers apply for the two courses that are open');
		await createApplications(demo.wiki, demo.bot, demo.programme, print);
		startStep('5. The bot runs one cycle');
		const result = await runPrintedCycle(demo, null);
		const refused = result.published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
		if (refused.length > 0) throw new Error(`not saved: ${refused.map(({ title }) => title).join(', ')}`);
		printStatus(demo, result);
		if (once) return;
		step = 'running';
		const interrupted = waitForInterrupt();
		printInvitation(demo);
		await keepRunning(demo, result.cache, interrupted);
	} finally {
		await demo.wiki.stop();
	}
}

try {
	await main(process.argv.includes('--once'), process.argv.includes('--quick'));
} catch (error) {
	console.error(`\nFailed in step “${step}”: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
