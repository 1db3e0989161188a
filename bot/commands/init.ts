import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { describeProblem } from '../../shared/programme/problem.ts';
import { readDraft } from '../deploy/draft.ts';
import { answerAll, type Ask } from './init/answerAll.ts';
import { fillTemplate, TEMPLATES } from './init/fillTemplate.ts';
import { INIT_QUESTIONS, type Answers } from './init/questions.ts';
import { Interrupted } from '../wiki/interruptible.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';

export interface InitOptions extends CommonOptions {
	readonly template: string;
	readonly out: string;
	readonly overwrite?: boolean;
	/** One for each question. */
	readonly [option: string]: string | boolean | undefined;
}

/** Writes a programme page to a file, for people to look at before it goes anywhere. */
export async function init(options: InitOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	const { template, out: file } = options;
	if (!dryRun && !options.overwrite && existsSync(file))
		throw new UsageError([`${file} is there already. Name another one with --out, or say --overwrite.`]);
	const answers = await askFor(template, givenIn(options), context);
	const missing = INIT_QUESTIONS.filter(({ option }) => answers[option] === undefined);
	if (missing.length > 0)
		throw new UsageError(missing.map(({ option, asks }) => `--${option} is missing. ${asks}`));
	const programme = fillTemplate(template, answers);
	const read = readDraft(programme);
	if (!read.ok) throw new UsageError(read.problems.map(describeProblem));
	const text = `${JSON.stringify(programme, null, '\t')}\n`;
	if (dryRun) out.show(text);
	else await writeFile(file, text);
	out.say(
		dryRun
			? `${file} would be written (dry run: it was not).`
			: `${file} is written. Look at it, change its questions and requirements, then: wikilearn-bot deploy --programme ${file} --dry-run`,
	);
	out.result({ ok: true, exit: EXIT.done, dryRun, file, programme });
	return EXIT.done;
}

function givenIn(options: InitOptions): Answers {
	return Object.fromEntries(
		INIT_QUESTIONS.flatMap(({ option }) => {
			const value = options[option];
			return typeof value === 'string' ? [[option, value] as const] : [];
		}),
	);
}

async function askFor(template: string, given: Answers, { out, signal }: Context): Promise<Answers> {
	const today = new Date().toISOString().slice(0, 10);
	const tell = (line: string): void => {
		out.warn(line);
	};
	if (!(template in TEMPLATES))
		throw new UsageError([`--template: “${template}” is none of ${Object.keys(TEMPLATES).join(', ')}.`]);
	if (!out.interactive) return answerAll(template, given, today, null, tell);
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	// readline keeps Ctrl-C to itself.
	terminal.on('SIGINT', () => process.emit('SIGINT'));
	signal.addEventListener('abort', () => {
		terminal.close();
	});
	// Not `question()`: it loses lines that were typed or pasted ahead.
	const lines = terminal[Symbol.asyncIterator]();
	const ask: Ask = async (asks, otherwise) => {
		terminal.setPrompt(`${asks}${otherwise === null ? '' : ` [${otherwise}]`}: `);
		terminal.prompt();
		const line = await lines.next();
		if (line.done) throw new Interrupted();
		return line.value;
	};
	try {
		return await answerAll(template, given, today, ask, tell);
	} finally {
		terminal.close();
	}
}
