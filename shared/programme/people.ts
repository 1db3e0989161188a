import type { Author } from '../wiki/revision.ts';
import type { Programme } from './schema.ts';

export type Role = 'reviewer' | 'team';

/** The accounts with a role, from the newest valid revision of the programme page. */
export type People = Pick<Programme, 'bot' | 'reviewers' | 'team'>;

/** Whether an account had a role at an instant (ISO 8601). Compares user ids, because names change. */
export function hasRole(
	{ reviewers, team = reviewers }: People,
	role: Role,
	id: number,
	at: string,
): boolean {
	const rows = role === 'reviewer' ? reviewers : team;
	const now = Date.parse(at);
	return rows.some(
		(person) =>
			person.id === id &&
			Date.parse(person.from) <= now &&
			(person.until === undefined || now <= Date.parse(person.until)),
	);
}

/** Whether an account is listed, now or for another period. */
export function isListed({ bot, reviewers, team = [] }: People, id: number): boolean {
	return bot.id === id || [...reviewers, ...team].some((person) => person.id === id);
}

/** Whether the bot made a revision. */
export function isBot({ bot }: Pick<People, 'bot'>, user: Author | null): boolean {
	return user?.id === bot.id;
}
