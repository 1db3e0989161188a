import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the names of the slowest files, the slowest first. On a fresh clone vitest goes by the size of the files. */
const SLOWEST = [
	'faults/requests',
	'demo/demo',
	'story/story',
	'cycle/notices',
	'browser/failures',
	'everyone/skins',
	'attacks/stories',
	'commands/',
	'browser/',
	'faults/',
	'cycle/',
];

/** Those whose files take a process each, and long, come before the others of their kind. */
const PROJECTS = ['unit-alone', 'unit', 'wiki-alone', 'wiki'];

function rank({ moduleId }: TestSpecification): number {
	const found = SLOWEST.findIndex((part) => moduleId.includes(part));
	return found < 0 ? SLOWEST.length : found;
}

/** The slowest files first, so that all workers end together; what needs no wiki before all others. */
export class SlowestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const projects = [...new Set(sorted.map(({ project }) => project))].sort(
			(one, other) => PROJECTS.indexOf(one.name) - PROJECTS.indexOf(other.name),
		);
		return projects.flatMap((project) =>
			sorted.filter((file) => file.project === project).sort((one, other) => rank(one) - rank(other)),
		);
	}
}
