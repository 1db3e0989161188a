import type { CycleCache } from '../../bot/cycle/cache/cycleCache.ts';
import { describeStage } from '../../bot/commands/progress.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import { runCycle, type CycleResult } from '../../bot/cycle/runCycle.ts';
import { tellProblem } from '../../bot/commands/tellProblem.ts';
import { startSchedule } from '../../bot/operations/startSchedule.ts';
import { makeApplications } from './applications.ts';
import { PASSWORD } from './accounts.ts';
import { STORY, withStoryCourse } from '../story/storyCourse.ts';
import { pilotAround, startDemoWiki, type DemoWiki } from './startDemoWiki.ts';
import { tellStory } from './tellStory.ts';
import { statusTable } from './statusTable.ts';
import { buildAll } from './buildAll.ts';

const tell = (line: string): void => {
	console.log(`  ${line}`);
};

let step = 'start';
function begin(name: string): void {
	step = name;
	console.log(name);
}

type Done = Extract<CycleResult, { ok: true }>;

async function cycle(
	{ bot, programme }: DemoWiki,
	bookmark: CycleCache | null,
	telling: (line: string) => void = tell,
): Promise<Done> {
	const result = await runCycle(bot, {
		bookmark,
		bot: programme.bot.name,
		translate: translateInto,
		tell: (progress) => {
			if (progress.done === 0) telling(describeStage(progress));
		},
	});
	if (!result.ok) throw new Error(`the programme page is not valid: ${JSON.stringify(result.problems)}`);
	return result;
}

function show({ wiki, programme }: DemoWiki, result: Done): void {
	console.log(`\n${statusTable(result.applications.filter(({ course }) => course !== STORY))}\n`);
	for (const problem of result.problems) console.log(tellProblem(problem));
	console.log(`\nStatus page: ${wiki.pageUrl(`${programme.root}/Status`)}`);
	console.log(`Report:      ${wiki.pageUrl(`User:${programme.bot.name}/Report`)}`);
}

function invite({ wiki, programme }: DemoWiki): void {
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
function toldToEnd(): Promise<void> {
	return new Promise((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
}

async function keepRunning(demo: DemoWiki, first: CycleCache, told: Promise<void>): Promise<void> {
	let bookmark = first;
	const once = async () => {
		try {
			const result = await cycle(demo, bookmark);
			bookmark = result.bookmark;
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
	await told;
	await end();
}

async function main(once: boolean, quick: boolean): Promise<void> {
	begin('1. Building gadget and bot');
	await buildAll();
	begin('2. Starting a MediaWiki with the pilot’s programme');
	const now = new Date();
	const programme = withStoryCourse(pilotAround(now.toISOString()), now.getTime());
	const demo = await startDemoWiki(tell, undefined, programme);
	try {
		begin('3. The course before, in fast motion');
		if (quick) tell('left out');
		else await tellStory(demo, () => cycle(demo, null, () => undefined), tell);
		begin('4. Volunteers apply for the two courses that are open');
		await makeApplications(demo.wiki, demo.bot, demo.programme, tell);
		begin('5. The bot runs one cycle');
		const result = await cycle(demo, null);
		const refused = result.published.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
		if (refused.length > 0) throw new Error(`not saved: ${refused.map(({ title }) => title).join(', ')}`);
		show(demo, result);
		if (once) return;
		step = 'running';
		const told = toldToEnd();
		invite(demo);
		await keepRunning(demo, result.bookmark, told);
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
