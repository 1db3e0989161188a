import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationsTable, moodleTable } from '../../../../bot/commands/export/tables.ts';
import { formatCsv, formatJson } from '../../../../bot/commands/export/formats.ts';
import { createApplication, createMixedCohort, programme } from '../../render/cohort.ts';

/** Cells as a spreadsheet reads them (RFC 4180). */
function readCsv(csv: string): string[][] {
	const lines: string[][] = [];
	const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
	const line: string[] = [];
	for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
		line.push((match[1] ?? '').replace(/""/g, '"'));
		if (match[2] === '\r\n') lines.push(line.splice(0));
	}
	return lines;
}

const answered = (text: string) =>
	createApplication(0, {
		application: { course: 'iah', answers: { motivation: text }, email: 'sent' },
	});
const motivation = (text: string) => {
	const { columns, rows } = applicationsTable(programme, [answered(text)]);
	return rows[0]?.[columns.indexOf('answer:motivation')];
};

describe('the export', () => {
	it('keeps its columns stable', () => {
		const { columns, rows } = applicationsTable(programme, createMixedCohort(3));
		expect(columns.slice(0, 10).join()).toBe(
			'course,user,user_id,page,section,applied,late,state,requirements,email_sent',
		);
		expect(columns).toContain('answer:home-wiki');
		expect(columns.filter((name) => name.includes('email'))).toEqual(['email_sent']);
		expect(rows.every((row) => row.length === columns.length)).toBe(true);
		expect(rows[1]?.slice(0, 4)).toEqual([
			'pb',
			'User 1',
			'2',
			'Community Development/WikiLearn/Partnership Building/Applications/User 1',
		]);
	});

	it.each(['Write to me: jane@example.org', 'jane (at) example (dot) org', 'WhatsApp +49 170 1234567'])(
		'leaves out %s',
		(text) => {
			expect(motivation(text)).toBe('(contact details left out)');
		},
	);

	it('leaves other answers unchanged', () => {
		expect(motivation('I have made 12,345 edits since 2014-05-06.')).toBe(
			'I have made 12,345 edits since 2014-05-06.',
		);
	});

	it.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		' =1',
		'\u200e=1',
		'\uff1d1',
		'|cmd',
		'%1',
		'=HYPERLINK("https://x")',
	])('escapes %j so that it is not a formula', (text) => {
		expect(readCsv(formatCsv({ columns: ['a'], rows: [[text]] }).slice(1))[1]).toEqual([`'${text}`]);
	});

	it('round-trips any value', () => {
		const text = fc.string({ unit: 'binary' });
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
				const csv = formatCsv({ columns: ['a', 'b'], rows });
				expect(csv.startsWith('\ufeff')).toBe(true);
				const read = readCsv(csv.slice(1)).slice(1);
				expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
					rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
				);
				expect(JSON.parse(formatJson({ columns: ['a', 'b'], rows }))).toEqual(
					rows.map(([a, b]) => ({ a, b })),
				);
			}),
		);
	});

	it('exports only people with a seat to Moodle', () => {
		const list = [
			createApplication(0, { state: 'confirmed', applicant: { id: 7, name: 'Āmina Yūsuf' } }),
			createApplication(1, { state: 'declined' }),
			createApplication(2, { state: 'accepted' }),
		];
		expect(moodleTable(list)).toEqual({
			columns: ['username', 'firstname', 'idnumber', 'course1'],
			rows: [
				['āmina_yūsuf', 'Āmina Yūsuf', '7', 'iah'],
				['user_2', 'User 2', '3', 'iah'],
			],
		});
	});
});
