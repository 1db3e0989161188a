import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { applicationsTable } from '../export/applicationsTable.ts';
import { moodleTable } from '../export/moodleTable.ts';
import type { Table } from '../export/table.ts';
import { writeCsv } from '../export/writeCsv.ts';
import { writeJson } from '../export/writeJson.ts';
import type { CommonOptions, Context } from './context.ts';
import { countOf } from './countOf.ts';
import { EXIT, UsageError } from './exit.ts';
import { lookOnce } from './lookOnce.ts';

export interface ExportOptions extends CommonOptions {
	readonly what: 'applications' | 'moodle';
	readonly format: 'csv' | 'json';
	readonly course?: string;
	readonly out?: string;
	readonly overwrite?: boolean;
}

/** Writes what is public about the applications as a table, to a file or to stdout. Asks the wiki, writes nothing there. */
export async function exportTable(options: ExportOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	const file = options.out;
	if (file !== undefined && !dryRun && !options.overwrite && existsSync(file))
		throw new UsageError([`${file} is there already. Name another one with --out, or say --overwrite.`]);
	const table = await makeTable(options, context);
	const text = options.format === 'csv' ? writeCsv(table) : writeJson(table);
	const rows = countOf(table.rows.length, 'row');
	if (file === undefined) out.show(text.trimEnd());
	else if (dryRun) out.say(`${file} would be written (dry run: it was not), ${rows}.`);
	else {
		await writeFile(file, text, { mode: 0o600 });
		out.say(`${file} is written, ${rows}.`);
	}
	out.result({ ok: true, exit: EXIT.done, dryRun, file: file ?? null, ...table });
	return EXIT.done;
}

async function makeTable({ what, course }: ExportOptions, context: Context): Promise<Table> {
	const { programme, applications } = await lookOnce(context);
	const ids = programme.courses.map(({ id }) => id);
	if (course !== undefined && !ids.includes(course))
		throw new UsageError([`--course: “${course}” is none of the programme’s courses, ${ids.join(', ')}.`]);
	const wanted = applications.filter((one) => course === undefined || one.course === course);
	return what === 'moodle' ? moodleTable(wanted) : applicationsTable(programme, wanted);
}
