import { expect, it } from 'vitest';
import { readBotVerdict } from '../../../../gadget/review/course/readBotVerdict.ts';
import { writeStatusRegion } from '../../../../shared/application/statusRegion.ts';
import type { Submission } from '../../../../shared/history/submission.ts';

const BOT = { id: 1, name: 'WikiLearnBot' };
const status = (verdict: string): string =>
	writeStatusRegion(`{{WikiLearn status/application|key=received|verdict=${verdict}}}`);

/** A page with its history: by which user id, which text. */
function page(...history: readonly (readonly [number, string])[]): Submission {
	return {
		kind: 'subpage',
		title: 'Course/Applications/Ana',
		pageid: 5,
		courses: ['iah'],
		titleUserName: 'Ana',
		movedTo: null,
		isImported: false,
		history: history.map(([id, text], index) => ({
			revid: index + 1,
			parentid: index,
			timestamp: '2021-01-05T00:00:00Z',
			user: { id, name: `User ${id}` },
			text,
			comment: '',
			size: text.length,
			tags: [],
		})),
	};
}

it.each([
	['its own newest revision', page([7, ''], [1, status('not met')]), 'not met'],
	['not what others made of it', page([7, ''], [1, status('not met')], [7, status('met')]), 'not met'],
	['nothing that others wrote', page([7, status('met')]), 'unknown'],
	['nothing but a verdict', page([7, ''], [1, status('<b>met</b>')]), 'unknown'],
])('trusts the bot’s verdict only: %s', (_, submission, verdict) => {
	expect(readBotVerdict(submission, { bot: BOT })).toBe(verdict);
});
