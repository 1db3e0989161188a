#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Bookmark } from './bookmark/bookmark.ts';
import { translateInto } from './translateInto.ts';
import { runCycle, type CycleResult } from './cycle.ts';
import { collectPages } from './deploy/collectPages.ts';
import { deploy } from './deploy/deploy.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadProgramme, type ProgrammeProblems } from './programme/loadProgramme.ts';
import { PROGRAMME_PAGE } from './programme/programmePage.ts';
import { readPages } from '../shared/wiki/readPages.ts';
import { readSite } from '../shared/wiki/readSite.ts';
import { describeProblem } from '../shared/programme/describeProblem.ts';
import { readProgramme } from '../shared/programme/readProgramme.ts';
import type { Programme } from '../shared/programme/schema.ts';
import { WikiError, type Wiki } from '../shared/wiki.ts';
import type { Published } from './publish/publishPage.ts';
import { readSettings } from './settings.ts';
import { startSchedule } from './startSchedule.ts';
import { connect } from './wiki/mwnWiki.ts';

const VERSION = '0.1.0';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

interface Connected {
	readonly wiki: Wiki;
	/** The bot's user name. */
	readonly bot: string;
}

async function connectFromEnvironment(): Promise<Connected> {
	const settings = readSettings(process.env, VERSION);
	if (!settings.ok) throw new UsageError(settings.problems);
	const wiki = await connect(settings.connection);
	return { wiki, bot: (await readSite(wiki)).user.name };
}

async function programmeOf(wiki: Wiki): Promise<Programme> {
	const loaded = loadProgramme((await readPages(wiki, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE) ?? null);
	if (loaded.ok) return loaded.programme;
	throw programmeError(loaded.problems);
}

function programmeError(problems: ProgrammeProblems): UsageError {
	if (problems === 'missing') {
		return new UsageError([
			`There is no ${PROGRAMME_PAGE} yet. Bring one to the wiki with: wikilearn-bot deploy --programme FILE`,
		]);
	}
	return new UsageError(problems.map((problem) => `${PROGRAMME_PAGE}: ${describeProblem(problem)}`));
}

/** One cycle, told on the terminal. @returns the exit code, and the bookmark for the next cycle */
async function cycle(
	wiki: Wiki,
	bookmark: Bookmark | null,
): Promise<{ code: number; bookmark: Bookmark | null }> {
	const { user } = await readSite(wiki);
	const result = await runCycle(wiki, { bookmark, bot: user.name, translate: translateInto, tell: say });
	if (!result.ok) throw programmeError(result.problems);
	if (result.stopped !== null) warn(`The stop page forbids writing: ${result.stopped}`);
	for (const page of result.published) say(describePublished(page));
	for (const problem of result.problems)
		warn(`needs a person: ${problem.about}: ${problem.kind} ${problem.detail}`.trimEnd());
	return { code: exitCodeOf(result), bookmark: result.bookmark };
}

function describePublished(page: Published): string {
	if (page.kind === 'saved') return `${page.title}: saved`;
	if (page.kind === 'unchanged') return `${page.title}: unchanged`;
	return `${page.title}: not saved (${'code' in page ? `${page.code}: ${page.message}` : page.kind})`;
}

function exitCodeOf(result: Extract<CycleResult, { ok: true }>): number {
	if (result.published.some(({ kind }) => kind !== 'saved' && kind !== 'unchanged')) return EXIT.failed;
	return result.problems.length > 0 || result.stopped !== null ? EXIT.personNeeded : EXIT.done;
}

async function run(): Promise<void> {
	process.exitCode = (await cycle(await connectFromEnvironment(), null)).code;
}

async function start(options: { schedule: string }): Promise<void> {
	const connected = await connectFromEnvironment();
	let bookmark: Bookmark | null = null;
	const once = async () => {
		try {
			bookmark = (await cycle(connected, bookmark)).bookmark;
		} catch (error) {
			warn(describeError(error));
		}
	};
	await once();
	const end = startSchedule(options.schedule, once, () => {
		warn('A cycle is still running; the one due now is left out.');
	});
	process.once('SIGINT', () => void end());
	process.once('SIGTERM', () => void end());
}

async function deployAll(options: { programme?: string }): Promise<void> {
	const { wiki } = await connectFromEnvironment();
	const programme =
		options.programme === undefined ? await programmeOf(wiki) : await programmeIn(options.programme);
	const sources = {
		gadget: new URL('../gadget/', import.meta.url),
		pages: new URL('./pages/', import.meta.url),
	};
	const results = await deploy(wiki, await collectPages(sources, programme), VERSION, (result) => {
		say(describePublished(result));
	});
	if (results.some(({ kind }) => kind !== 'saved' && kind !== 'unchanged')) process.exitCode = EXIT.failed;
}

async function programmeIn(file: string): Promise<Programme> {
	const read = readProgramme(await readFile(file, 'utf8'));
	if (read.ok) return read.programme;
	throw new UsageError(read.problems.map((problem) => `${file}: ${describeProblem(problem)}`));
}

function describeError(error: unknown): string {
	if (error instanceof UsageError) return error.message;
	if (error instanceof WikiError) return `The wiki: ${error.code}: ${error.message}`;
	return error instanceof Error ? error.message : String(error);
}

const program = new Command('wikilearn-bot')
	.description('Gathers applications for courses on a wiki, checks them, and keeps the status pages.')
	.version(VERSION)
	.showSuggestionAfterError()
	.exitOverride();
program.command('run').description('runs one cycle').action(run);
program
	.command('start')
	.description('runs cycles by a schedule, until it is ended')
	.option('--schedule <cron>', 'minute hour day month weekday', '*/5 * * * *')
	.action(start);
program
	.command('deploy')
	.description('brings gadget, templates and course pages to the wiki')
	.option('--programme <file>', 'a programme page to bring as well; without it, the one on the wiki is used')
	.action(deployAll);

try {
	await program.parseAsync();
} catch (error) {
	const isCommander = error instanceof Error && 'exitCode' in error;
	if (!isCommander) warn(describeError(error));
	process.exitCode = isCommander
		? Number(error.exitCode) === 0
			? EXIT.done
			: EXIT.wrongUsage
		: error instanceof UsageError
			? EXIT.wrongUsage
			: EXIT.failed;
}
