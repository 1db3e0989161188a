import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { describeProgrammeProblem } from '../../shared/programme/programmeProblem.ts';
import { readDraft } from '../deploy/draft.ts';
import { promptAll, type Prompt } from './init/promptAll.ts';
import { fillTemplate, TEMPLATES } from './init/fillTemplate.ts';
import { INIT_QUESTIONS, type InitValues } from './init/questions.ts';
import { Interrupted } from '../wiki/withInterrupt.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';

interface InitOptions extends CommonOptions {
	readonly template: string;
	readonly out: string;
	readonly overwrite?: boolean;
	/** One per question. */
	readonly [option: string]: string | boolean | undefined;
}

/** Writes a programme page to a file, to be reviewed before it is deployed. */
export async function init(options: InitOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	const { template, out: file } = options;
	if (!dryRun && !options.overwrite && existsSync(file))
		throw new UsageError([`${file} is there already. Name another one with --out, or say --overwrite.`]);
	const values = await promptForValues(template, valuesFromOptions(options), context);
	const missing = INIT_QUESTIONS.filter(({ option }) => values[option] === undefined);
	if (missing.length > 0)
		throw new UsageError(missing.map(({ option, text }) => `--${option} is missing. ${text}`));
	const programme = fillTemplate(template, values);
	const read = readDraft(programme);
	if (!read.ok) throw new UsageError(read.problems.map(describeProgrammeProblem));
	const text = `${JSON.stringify(programme, null, '\t')}\n`;
	if (dryRun) out.print(text);
	else await writeFile(file, text);
	out.info(
		dryRun
			? `${file} would be written (dry run: it was not).`
			: `${file} is written. Look at it, change its questions and requirements, then: wikilearn-bot deploy --programme ${file} --dry-run`,
	);
	out.result({ ok: true, exit: EXIT.done, dryRun, file, programme });
	return EXIT.done;
}

function valuesFromOptions(options: InitOptions): InitValues {
	return Object.fromEntries(
		INIT_QUESTIONS.flatMap(({ option }) => {
			const value = options[option];
			return typeof value === 'string' ? [[option, value] as const] : [];
		}),
	);
}

async function promptForValues(
	template: string,
	fromOptions: InitValues,
	{ out, signal }: Context,
): Promise<InitValues> {
	const today = new Date().toISOString().slice(0, 10);
	const warn = (line: string): void => {
		out.warn(line);
	};
	if (!(template in TEMPLATES))
		throw new UsageError([`--template: “${template}” is none of ${Object.keys(TEMPLATES).join(', ')}.`]);
	if (!out.interactive) return promptAll(template, fromOptions, today, null, warn);
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	// readline does not forward Ctrl-C.
	terminal.on('SIGINT', () => process.emit('SIGINT'));
	signal.addEventListener('abort', () => {
		terminal.close();
	});
	// `question()` loses lines that are typed or pasted ahead.
	const lines = terminal[Symbol.asyncIterator]();
	const prompt: Prompt = async (text, defaultValue) => {
		terminal.setPrompt(`${text}${defaultValue === null ? '' : ` [${defaultValue}]`}: `);
		terminal.prompt();
		const line = await lines.next();
		if (line.done) throw new Interrupted();
		return line.value;
	};
	try {
		return await promptAll(template, fromOptions, today, prompt, warn);
	} finally {
		terminal.close();
	}
}
