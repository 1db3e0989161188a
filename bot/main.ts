#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { createTranslate } from './createTranslate.ts';
import { runCycle, type CycleResult } from './cycle.ts';
import { collectPages } from './deploy/collectPages.ts';
import { deploy } from './deploy/deploy.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadProgramme } from './programme/loadProgramme.ts';
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

async function connectFromEnvironment(): Promise<Wiki> {
	const settings = readSettings(process.env, VERSION);
	if (!settings.ok) throw new UsageError(settings.problems);
	return connect(settings.connection);
}

async function programmeOf(wiki: Wiki): Promise<Programme> {
	const loaded = await loadProgramme(wiki);
	if (loaded.ok) return loaded.programme;
	if (loaded.missing)
		throw new UsageError([
			'There is no programme page yet. Bring one to the wiki with: wikilearn-bot deploy',
		]);
	throw new UsageError(loaded.problems.map((problem) => `Programme page: ${describeProblem(problem)}`));
}

async function cycle(wiki: Wiki): Promise<CycleResult> {
	const programme = await programmeOf(wiki);
	const result = await runCycle(wiki, {
		programme,
		translate: createTranslate(programme.language),
		tell: say,
	});
	if (result.stopped !== null) warn(`The stop page forbids writing: ${result.stopped}`);
	for (const page of result.published) say(describePublished(page));
	for (const problem of result.problems)
		warn(`needs a person: ${problem.about}: ${problem.kind} ${problem.detail}`.trimEnd());
	return result;
}

function describePublished(page: Published): string {
	if (page.kind === 'saved') return `${page.title}: saved`;
	if (page.kind === 'unchanged') return `${page.title}: unchanged`;
	return `${page.title}: not saved (${'code' in page ? `${page.code}: ${page.message}` : page.kind})`;
}

function exitCodeOf(result: CycleResult): number {
	if (result.published.some(({ kind }) => kind !== 'saved' && kind !== 'unchanged')) return EXIT.failed;
	return result.problems.length > 0 || result.stopped !== null ? EXIT.personNeeded : EXIT.done;
}

async function run(): Promise<void> {
	process.exitCode = exitCodeOf(await cycle(await connectFromEnvironment()));
}

async function start(options: { schedule: string }): Promise<void> {
	const wiki = await connectFromEnvironment();
	const once = async () => {
		try {
			await cycle(wiki);
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
	const wiki = await connectFromEnvironment();
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
