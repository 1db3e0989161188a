import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { applicationsTable } from './export/applicationsTable.ts';
import { contactsTable } from './export/contactsTable.ts';
import { moodleTable } from './export/moodleTable.ts';
import { writeCsv, writeJson, writeMassMessage, writeTargets, type Table } from './export/table.ts';
import { recipientsOf, type RecipientGroup } from '../plan/recipients.ts';
import { connected, previewCycle } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';
import { countOf } from './progress.ts';

export interface ExportOptions extends CommonOptions {
	readonly what: 'applications' | 'moodle' | 'contacts';
	readonly format: 'csv' | 'json' | 'massmessage' | 'massmessage-wikitext';
	readonly to: RecipientGroup;
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
	if (isDeliveryList(options) && options.what === 'moodle')
		throw new UsageError([`--format ${options.format} lists talk pages: it goes with --what contacts.`]);
	const table = await makeTable(options, context);
	const text = writeTable(table, options);
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

function isDeliveryList({ format }: ExportOptions): boolean {
	return format === 'massmessage' || format === 'massmessage-wikitext';
}

async function makeTable(options: ExportOptions, context: Context): Promise<Table> {
	const connection = await connected(context);
	const { programme, applications } = await previewCycle(context, connection);
	const courses = options.course === undefined ? programme.courses : [courseNamed(programme, options.course)];
	if (options.what === 'contacts' || isDeliveryList(options)) {
		const whom = courses.flatMap(({ id }) => recipientsOf(id, applications, options.to));
		return contactsTable(whom, connection.site);
	}
	const wanted = applications.filter((one) => courses.some(({ id }) => id === one.course));
	return options.what === 'moodle' ? moodleTable(wanted) : applicationsTable(programme, wanted);
}

/** The course that somebody named. @throws UsageError that lists those there are */
function courseNamed({ courses }: Programme, id: string): Course {
	const found = courses.find((course) => course.id === id);
	if (found) return found;
	const ids = courses.map((course) => course.id).join(', ');
	throw new UsageError([`“${id}” is none of the programme’s courses, ${ids}.`]);
}

function writeTable(table: Table, { format, to, course }: ExportOptions): string {
	switch (format) {
		case 'csv':
			return writeCsv(table);
		case 'json':
			return writeJson(table);
		case 'massmessage':
			return writeMassMessage(table, `${to}: ${course ?? 'all courses'}`);
		case 'massmessage-wikitext':
			return writeTargets(table);
	}
}
