import type { AssessedApplication } from '../../bot/plan/assessApplications.ts';

/** The applications as a table for the terminal. */
export function statusTable(applications: readonly AssessedApplication[]): string {
	const rows = [
		['Course', 'Applicant', 'Applied', 'Requirements', 'State'],
		...applications.map((one) => [
			one.course,
			one.applicant?.name ?? '(hidden)',
			one.added.timestamp.slice(0, 16).replace('T', ' '),
			one.eligibility.verdict,
			one.late ? `${one.state}, late` : one.state,
		]),
	];
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
	return rows
		.map((row) =>
			row
				.map((cell, column) => pad(cell, widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
	return text.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]/g, '  ').length;
}

function pad(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - width(text)));
}
