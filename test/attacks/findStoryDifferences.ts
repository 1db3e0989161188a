import { isDeepStrictEqual } from 'node:util';
import type { StoryOutcome } from './storyPlayer.ts';
import { ANNOUNCED_NOTICES } from './stages.ts';
import type { Story } from './story.ts';

/** The differences from a story's expected outcome, one line each; empty if there are none. */
export function findStoryDifferences({ expect, stage }: Story, outcome: StoryOutcome): readonly string[] {
	const { applications, notices, problems, blocks, seats, texts } = outcome;
	const sentNotices = stage === 'told' ? ANNOUNCED_NOTICES : [];
	return [
		...compare(applications, expect.applications, 'applications'),
		...compare(notices, [...(expect.notices ?? sentNotices)].sort(), 'notices'),
		...compare(
			shortenProblems(problems, expect.problems ?? []),
			[...(expect.problems ?? [])].sort(),
			'problems',
		),
		...(expect.blocks ? compare(blocks, expect.blocks, 'blocks') : []),
		...(expect.seats ? compare(seats, expect.seats, 'seats') : []),
		...Object.entries(expect.pages ?? {}).flatMap(([title, expectedText]) => {
			const text = texts.get(title) ?? null;
			if (expectedText === null || text === null)
				return expectedText === null && text === null ? [] : [`${title}: ${text ?? 'is not there'}`];
			return [
				...(expectedText.has ?? [])
					.filter((phrase) => !text.includes(phrase))
					.map((phrase) => `${title} lacks ${phrase}: ${text}`),
				...(expectedText.lacks ?? [])
					.filter((phrase) => text.includes(phrase))
					.map((phrase) => `${title} has ${phrase}: ${text}`),
			];
		}),
	];
}

/** Shortens problems that are expected as `kind: …`. */
function shortenProblems(problems: readonly string[], expected: readonly string[]): readonly string[] {
	const heads = expected.filter((problem) => problem.endsWith('…')).map((problem) => problem.slice(0, -1));
	return problems.map((problem) => {
		const head = heads.find((start) => problem.startsWith(start));
		return head === undefined ? problem : `${head}…`;
	});
}

function compare(actual: unknown, expected: unknown, label: string): readonly string[] {
	return isDeepStrictEqual(sortKeys(actual), sortKeys(expected))
		? []
		: [`${label}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}

function sortKeys(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
