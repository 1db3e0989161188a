import type { FoundApplications } from '../application/readApplications.ts';
import { isBot, type People } from '../programme/people.ts';
import { findCalls, normalizeTemplateName } from '../wikitext/findCalls.ts';
import type { Problem } from './problem.ts';
import type { Submission } from './submission.ts';

/** Templates that look like actions but have no effect. */
const INEFFECTIVE_TEMPLATES = new Set([
	'WikiLearn decision',
	'WikiLearn reply',
	'WikiLearn recusal',
	'WikiLearn release',
]);

/**
 * Finds the problems of a page's current text.
 *
 * @param found the contents of its newest revision; null if hidden
 */
export function findPageProblems(
	{ kind, title, history, movedTo, isImported }: Submission,
	found: FoundApplications | null,
	people: People,
): readonly Problem[] {
	const newest = history.filter(({ user }) => !isBot(people, user)).pop() ?? history[history.length - 1];
	if (!newest || movedTo !== null) return [];
	const createUnreadableProblem = (detail: string): Problem => ({
		kind: 'unreadable',
		about: title,
		detail,
		revid: newest.revid,
	});
	const importProblems = isImported ? [createUnreadableProblem('imported')] : [];
	if (!found) return [...importProblems, createUnreadableProblem('hidden')];
	const kinds = new Set<string>(found.problems.map((problem) => problem.kind));
	if (hasHiddenCall(found)) kinds.add('not-shown');
	else if (kind === 'subpage' && found.applications.length === 0 && kinds.size === 0)
		kinds.add('no-application');
	return [
		...importProblems,
		...Array.from(kinds, createUnreadableProblem),
		...findIneffectiveTemplates(found).map((name): Problem => ({
			kind: 'ineffective-template',
			about: title,
			detail: name,
			revid: newest.revid,
		})),
	];
}

/** Whether an application's source stands where readers do not see it: in a comment, in a tag, in another one, beyond a limit. */
function hasHiddenCall({ scan, applications, problems }: FoundApplications): boolean {
	if (problems.some(({ kind }) => kind === 'unclosed-template' || kind === 'too-many')) return false;
	const pattern = /\{\{\s*WikiLearn[ _-]application\s*[|}]/gi;
	const shown = new Set(applications.map(({ start }) => start));
	for (let match = pattern.exec(scan.text); match; match = pattern.exec(scan.text))
		if (!shown.has(match.index)) return true;
	return false;
}

function findIneffectiveTemplates({ scan }: FoundApplications): readonly string[] {
	if (!/wikilearn[ _](?:decision|reply|recusal|release)/i.test(scan.text)) return [];
	const { calls } = findCalls(scan, (name) => INEFFECTIVE_TEMPLATES.has(normalizeTemplateName(name)));
	return Array.from(new Set(calls.map(({ name }) => normalizeTemplateName(name))));
}
