import type { Course } from '../../../shared/programme/schema.ts';

/** A programme without ids: those of the wiki on which it is used are filled in. */
export interface ProgrammeDraft {
	readonly [key: string]: unknown;
	readonly courses: readonly Course[];
}

const DAY = 24 * 60 * 60 * 1000;

/** Two courses, open now: one that asks for rights on any wiki, one that asks for edits here. */
export function createCycleProgramme(now = Date.now()): ProgrammeDraft {
	const at = (days: number) => new Date(now + days * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
	const dates = { opens: at(-10), closes: at(10), notify: at(20), starts: at(30) };
	const shared = {
		...dates,
		audience: 'Volunteers',
		hours: { min: 1, max: 2 },
		weeks: 8,
		language: 'en',
		seats: 40,
		questions: [
			{ id: 'motivation', label: 'Why?', type: 'long-text' as const, required: true },
			{ id: 'use', label: 'How?', type: 'long-text' as const },
		],
	};
	return {
		name: 'Learn',
		language: 'en',
		root: 'Learn',
		contact: { account: 'Rita', address: 'team@example.org' },
		privacy: 'https://example.org/privacy',
		bot: { name: 'WikiLearnBot' },
		reviewers: [{ name: 'Rita' }],
		log: { page: 'Learn/Log' },
		notices: [],
		courses: [
			{
				...shared,
				id: 'iah',
				title: 'Harassment',
				page: 'Learn/Harassment',
				requirements: [
					{
						id: 'rights',
						label: 'Rights',
						kind: 'rights',
						groups: ['sysop', 'rollbacker'],
						globalGroups: ['steward'],
						where: 'anywhere',
					},
					{ id: 'free', label: 'Not blocked', kind: 'not-blocked', where: 'anywhere' },
				],
			},
			{
				...shared,
				id: 'pb',
				title: 'Partnerships',
				page: 'Learn/Partnerships',
				requirements: [
					{ id: 'edits', label: 'Edits', kind: 'edits', min: 3, where: 'local' },
					{ id: 'free', label: 'Not blocked', kind: 'not-blocked', where: 'local' },
				],
			},
		],
	};
}
