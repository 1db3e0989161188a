import { readFile } from 'node:fs/promises';
import { describeProblem } from '../../shared/programme/problem.ts';
import { readDraft } from '../deploy/draft.ts';
import { UsageError } from './exit.ts';

/** A draft of a programme, which may leave out ids. @throws UsageError that says what is wrong with the file */
export async function draftInFile(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch((error: unknown) => {
		throw new UsageError([
			`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
		]);
	});
	const read = readDraft(text);
	if (read.ok) return read.draft;
	throw new UsageError(read.problems.map((problem) => `${file}: ${describeProblem(problem)}`));
}
