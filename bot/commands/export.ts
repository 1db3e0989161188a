import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { applicationsTable, contactsTable, moodleTable } from './export/tables.ts';
import { formatCsv, formatJson, formatMassMessage, formatTargets, type Table } from './export/formats.ts';
import { findRecipients, type RecipientGroup } from '../plan/recipients.ts';
import { openSession, previewCycle } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT, UsageError } from './exit.ts';
import { pluralize } from './progress.ts';

interface ExportOptions extends CommonOptions {
	readonly what: 'applications' | 'moodle' | 'contacts';
	readonly format: 'csv' | 'json' | 'massmessage' | 'massmessage-wikitext';
	readonly to: RecipientGroup;
	readonly course?: string;
	readonly out?: string;
	readonly overwrite?: boolean;
}

/** Writes the public data of the applications as a table, to a file or stdout. Reads the wiki, writes nothing there. */
export async function exportTable(options: ExportOptions, context: Context): Promise<number> {
	const { out, dryRun } = context;
	const file = options.out;
	if (file !== undefined && !dryRun && !options.overwrite && existsSync(file))
		throw new UsageError([`${file} is there already. Name another one with --out, or say --overwrite.`]);
	if (isDeliveryList(options) && options.what === 'moodle')
		throw new UsageError([`--format ${options.format} lists talk pages: it goes with --what contacts.`]);
	const table = await makeTable(options, context);
	const text = formatTable(table, options);
	const rows = pluralize(table.rows.length, 'row');
	if (file === undefined) out.print(text.trimEnd());
	else if (dryRun) out.info(`${file} would be written (dry run: it was not), ${rows}.`);
	else {
		await writeFile(file, text, { mode: 0o600 });
		out.info(`${file} is written, ${rows}.`);
	}
	out.result({ ok: true, exit: EXIT.done, dryRun, file: file ?? null, ...table });
	return EXIT.done;
}

function isDeliveryList({ format }: ExportOptions): boolean {
	return format === 'massmessage' || format === 'massmessage-wikitext';
}

async function makeTable(options: ExportOptions, context: Context): Promise<Table> {
	const session = await openSession(context);
	const { programme, applications } = await previewCycle(context, session);
	const courses = options.course === undefined ? programme.courses : [findCourse(programme, options.course)];
	if (options.what === 'contacts' || isDeliveryList(options)) {
		const recipients = courses.flatMap(({ id }) => findRecipients(id, applications, options.to));
		return contactsTable(recipients, session.site);
	}
	const selected = applications.filter((application) => courses.some(({ id }) => id === application.course));
	return options.what === 'moodle' ? moodleTable(selected) : applicationsTable(programme, selected);
}

/** The course with this id. @throws UsageError that lists the ids */
function findCourse({ courses }: Programme, id: string): Course {
	const found = courses.find((course) => course.id === id);
	if (found) return found;
	const ids = courses.map((course) => course.id).join(', ');
	throw new UsageError([`“${id}” is none of the programme’s courses, ${ids}.`]);
}

function formatTable(table: Table, { format, to, course }: ExportOptions): string {
	switch (format) {
		case 'csv':
			return formatCsv(table);
		case 'json':
			return formatJson(table);
		case 'massmessage':
			return formatMassMessage(table, `${to}: ${course ?? 'all courses'}`);
		case 'massmessage-wikitext':
			return formatTargets(table);
	}
}
