import { readApplications } from '../../../shared/application/readApplications.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { Done } from '../../bot/cycle/startCycleWiki.ts';
import type { WikiContents } from '../world/readWiki.ts';
import { createApplication } from './applyPatiently.ts';

/** What an applicant misses: their answers must be once on their page, and once on the status pages. */
export function findMissing(
	name: string,
	course: Course,
	pages: WikiContents,
	{ applications }: Done,
): readonly string[] {
	const title = `${course.page}/Applications/${name}`;
	const revisions = pages.get(title) ?? [];
	const own = revisions.filter(({ user }) => user === name).length;
	const text = revisions[revisions.length - 1]?.text ?? '';
	const read = readApplications(text).applications.map(({ application }) => application.answers);
	const expected = createApplication(name, course).answers;
	const knownCount = applications.filter(({ applicant }) => applicant?.name === name).length;
	const status = [...pages].filter(([page]) => /^Learn\/Status(\/\d+)?$/.test(page));
	const rows = status.reduce(
		(sum, [, all]) => sum + countOccurrences(all[all.length - 1]?.text ?? '', name),
		0,
	);
	return [
		...(own === 1 ? [] : [`${title} has ${own} revisions of theirs`]),
		...(JSON.stringify(read) === JSON.stringify([expected]) ? [] : [`${title} says ${JSON.stringify(read)}`]),
		...(knownCount === 1 ? [] : [`${name} is known ${knownCount} times`]),
		...(rows === 1 ? [] : [`${name} is listed ${rows} times`]),
	];
}

function countOccurrences(text: string, name: string): number {
	return text
		.split('\n')
		.filter((line) => line.startsWith('{{WikiLearn status/row|') && line.includes(`|user=${name}|`)).length;
}
