import type { AssessedApplication } from '../../bot/plan/assessApplications.ts';

/** The applications as a table for the terminal. */
export function formatStatusTable(applications: readonly AssessedApplication[]): string {
	const rows = [
		['Course', 'Applicant', 'Applied', 'Requirements', 'State'],
		...applications.map((application) => [
			application.course,
			application.applicant?.name ?? '(hidden)',
			application.added.timestamp.slice(0, 16).replace('T', ' '),
			application.eligibility.verdict,
			application.isLate ? `${application.state}, late` : application.state,
		]),
	];
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) => padCell(cell, widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** Chinese characters take two columns of a terminal. */
function displayWidth(text: string): number {
	return text.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]/g, '  ').length;
}

function padCell(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
