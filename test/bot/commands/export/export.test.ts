import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationsTable } from '../../../../bot/commands/export/applicationsTable.ts';
import { moodleTable } from '../../../../bot/commands/export/moodleTable.ts';
import { writeCsv, writeJson } from '../../../../bot/commands/export/table.ts';
import { application, mixedCohort, programme } from '../../render/cohort.ts';

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
	application(0, {
		application: { course: 'iah', answers: { motivation: text }, email: 'sent' },
	});
const motivation = (text: string) => {
	const { columns, rows } = applicationsTable(programme, [answered(text)]);
	return rows[0]?.[columns.indexOf('answer:motivation')];
};

describe('the export', () => {
	it('has columns that stay as they are', () => {
		const { columns, rows } = applicationsTable(programme, mixedCohort(3));
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

	it('leaves other answers as they are', () => {
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
	])('makes no formula of %j', (text) => {
		expect(readCsv(writeCsv({ columns: ['a'], rows: [[text]] }).slice(1))[1]).toEqual([`'${text}`]);
	});

	it('comes back as it was, whatever it is', () => {
		const text = fc.string({ unit: 'binary' });
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
				const csv = writeCsv({ columns: ['a', 'b'], rows });
				expect(csv.startsWith('\ufeff')).toBe(true);
				const read = readCsv(csv.slice(1)).slice(1);
				expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
					rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
				);
				expect(JSON.parse(writeJson({ columns: ['a', 'b'], rows }))).toEqual(
					rows.map(([a, b]) => ({ a, b })),
				);
			}),
		);
	});

	it('gives Moodle those who have a seat', () => {
		const list = [
			application(0, { state: 'confirmed', applicant: { id: 7, name: 'Āmina Yūsuf' } }),
			application(1, { state: 'declined' }),
			application(2, { state: 'accepted' }),
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
