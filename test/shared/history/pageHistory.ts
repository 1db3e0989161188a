import type { Submission } from '../../../shared/history/submission.ts';
import type { People } from '../../../shared/programme/people.ts';
import type { Author, Revision } from '../../../shared/wiki/revision.ts';

const IDS: Readonly<Record<string, number>> = { Ana: 1, Ben: 2, Eve: 3, Admin: 4, Bot: 5, Rita: 6 };

export const PEOPLE: People = {
	bot: author('Bot'),
	reviewers: [{ ...author('Rita'), from: '2020-01-01T00:00:00Z' }],
};

/** Whom nobody knows has no account. */
function author(name: string): Author {
	return { id: IDS[name] ?? 0, name };
}

/** An application: who edits one answer keeps the other. */
export function call(motivation: string, more = '| use = every day\n'): string {
	return `{{WikiLearn application\n| course = iah\n| email = sent\n| motivation = ${motivation}\n${more}}}`;
}

/** An edit: who made it and what the page said then, `null` for hidden; and what else is known of it. */
export type Edit = readonly [user: string | null, text: string | null, changes?: Partial<Revision>];

/** A history, oldest first. Revisions are 101, 102, …, a minute apart. */
export function createHistory(edits: readonly Edit[]): readonly Revision[] {
	return edits.map(([user, text, changes = {}], index) => ({
		revid: 101 + index,
		parentid: index === 0 ? 0 : 100 + index,
		timestamp: `2026-01-01T00:${String(index).padStart(2, '0')}:00Z`,
		user: user === null ? null : author(user),
		comment: '',
		size: text === null ? 0 : new TextEncoder().encode(text).length,
		tags: [],
		text,
		...changes,
	}));
}

export function page(kind: Submission['kind'], ...edits: readonly Edit[]): Submission {
	return {
		kind,
		title: kind === 'subpage' ? 'Course/Applications/Ana' : 'Talk:Course',
		pageid: 7,
		courses: ['iah'],
		titleUserName: kind === 'subpage' ? 'Ana' : '',
		movedTo: null,
		isImported: false,
		history: createHistory(edits),
	};
}
