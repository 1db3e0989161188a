import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { FaultOptions, FaultPart, FaultRow } from './part.ts';
import { PARTS } from './parts.ts';
import { formatRows } from './formatRows.ts';
import { updateRows } from './updateRows.ts';

const NAMES = Object.keys(PARTS);
const README = new URL('README.md', import.meta.url);

interface Options {
	readonly seed: number;
	readonly every: number;
	readonly write?: true;
}

const command = new Command('npm run faults --')
	.description('Breaks what can break, and counts what is lost: nothing, it is hoped.')
	.argument('[parts...]', `some of ${NAMES.join(', ')}; all if left out`)
	.option('--seed <n>', 'where all chance comes from', parseWholeNumber, 1)
	.option('--every <n>', 'only every so many cases', parseWholeNumber, 1)
	.option('--write', 'replace the rows of these parts in test/faults/README.md')
	.action(async (parts: readonly string[], options: Options) => {
		const { seed, every } = options;
		const unknown = parts.filter((part) => !NAMES.includes(part));
		if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
		print(`seed ${seed}`);
		const rows: FaultRow[] = [];
		for (const [name, tryPart] of Object.entries(PARTS)) {
			if (parts.length > 0 && !parts.includes(name)) continue;
			const started = Date.now();
			const partRows = await tryOrReport(name, tryPart, {
				seed,
				every,
				print: (line) => {
					print(`${name}: ${line}`);
				},
			});
			print(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s\n${formatRows(partRows)}`);
			rows.push(...partRows);
			// Part by part: the whole takes hours. What could not be tried keeps its rows.
			if (options.write && partRows.some(({ times }) => times > 0)) await writeRows(name, partRows, options);
		}
		console.log(`seed ${seed}${every > 1 ? `, one in ${every} of the cases` : ''}\n${formatRows(rows)}`);
		if (rows.some(({ lost }) => lost > 0)) process.exitCode = 1;
	});

/** A part that fails to run counts as lost, and does not stop the others. */
async function tryOrReport(
	tried: string,
	tryPart: FaultPart,
	options: FaultOptions,
): Promise<readonly FaultRow[]> {
	try {
		return await tryPart(options);
	} catch (error) {
		print(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return [{ name: tried, times: 0, lost: 1, detail: 'could not be tried' }];
	}
}

async function writeRows(part: string, rows: readonly FaultRow[], { seed, every }: Options): Promise<void> {
	const date = new Date().toISOString().slice(0, 10);
	const context = { date, nodeVersion: process.version, seed, every };
	const document = await readFile(README, 'utf8');
	await writeFile(README, updateRows(document, new Map([[part, rows]]), context, NAMES));
}

function parseWholeNumber(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value < 1)
		throw new InvalidArgumentError('It is a whole number from 1.');
	return value;
}

function print(line: string): void {
	process.stderr.write(`${line}\n`);
}

await command.parseAsync();
