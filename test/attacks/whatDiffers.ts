import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from './playStory.ts';
import { TOLD } from './stages.ts';
import type { Story } from './story.ts';

/** What a story came to that it should not have, one line each; empty: it came to what was expected. */
export function whatDiffers({ expect, stage }: Story, outcome: Outcome): readonly string[] {
	const { applications, notices, problems, blocks, seats, texts } = outcome;
	const told = stage === 'told' ? TOLD : [];
	return [
		...unless(applications, expect.applications, 'applications'),
		...unless(notices, [...(expect.notices ?? told)].sort(), 'notices'),
		...unless(shortened(problems, expect.problems ?? []), [...(expect.problems ?? [])].sort(), 'problems'),
		...(expect.blocks ? unless(blocks, expect.blocks, 'blocks') : []),
		...(expect.seats ? unless(seats, expect.seats, 'seats') : []),
		...Object.entries(expect.pages ?? {}).flatMap(([title, wanted]) => {
			const text = texts.get(title) ?? null;
			if (wanted === null || text === null)
				return wanted === null && text === null ? [] : [`${title}: ${text ?? 'is not there'}`];
			return [
				...(wanted.has ?? [])
					.filter((one) => !text.includes(one))
					.map((one) => `${title} lacks ${one}: ${text}`),
				...(wanted.lacks ?? [])
					.filter((one) => text.includes(one))
					.map((one) => `${title} has ${one}: ${text}`),
			];
		}),
	];
}

/** Of a problem that goes on at length, `kind: …` is enough. */
function shortened(problems: readonly string[], wanted: readonly string[]): readonly string[] {
	const heads = wanted.filter((one) => one.endsWith('…')).map((one) => one.slice(0, -1));
	return problems.map((one) => {
		const head = heads.find((start) => one.startsWith(start));
		return head === undefined ? one : `${head}…`;
	});
}

function unless(is: unknown, wanted: unknown, what: string): readonly string[] {
	return isDeepStrictEqual(sorted(is), sorted(wanted))
		? []
		: [`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`];
}

function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
