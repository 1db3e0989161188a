import { readNoticeMark } from '../../../shared/notice/noticeMark.ts';
import { noticeChoices, type Programme } from '../../../shared/programme/schema.ts';
import type { Answer } from '../../../shared/wiki.ts';
import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { cycleProgramme } from '../cycle/cycleProgramme.ts';
import { application, BOT, startCycleWiki, type CycleWiki } from '../cycle/startCycleWiki.ts';
import { deployTemplates } from '../render/deployTemplates.ts';
import type { TestAccount } from '../../wiki/account.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const REPORT = `User:${BOT}/Report`;

/**
 * The course pb, with two seats and so many days until it closes, everybody is told, and it starts. Closing days of 0
 * are a moment ago: whoever applied before was in time.
 */
export function courseIn(
	closes: number,
	notify: number,
	starts: number,
	more: Partial<Programme> = {},
): Programme {
	const programme = cycleProgramme();
	const at = (days: number) => new Date(Date.now() - 1000 + days * DAY_MS).toISOString();
	return {
		...programme,
		notices: [...noticeChoices],
		courses: programme.courses
			.filter(({ id }) => id === 'pb')
			.map((course) => ({
				...course,
				seats: 2,
				closes: at(closes),
				notify: at(notify),
				starts: at(starts),
				requirements: [],
			})),
		...more,
	};
}

/** A wiki where people have applied, and what a test of notices wants to do there. */
export interface NoticeWiki extends CycleWiki {
	apply(name: string): Promise<void>;
	decide(name: string, outcome: string, note?: string): Promise<void>;
	reply(name: string, answer: string): Promise<void>;
	release(by?: string): Promise<void>;
	/** Brings another programme to the wiki. */
	put(programme: Programme): Promise<void>;
	/** The notices that ever went out, as the histories of all talk pages tell: `Ana: decision accepted`. */
	told(): Promise<readonly string[]>;
	text(title: string): Promise<string>;
}

export async function startNoticeWiki(
	people: readonly Partial<TestAccount>[],
	programme: Programme,
): Promise<NoticeWiki> {
	const wiki = await startCycleWiki(people, '', programme);
	await deployTemplates(wiki.running);
	const page = (name: string) => `Learn/Partnerships/Applications/${name}`;
	const text = async (title: string): Promise<string> => {
		const answer = await wiki.port.ask({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'content',
			rvslots: 'main',
		});
		const { query } = answer as {
			query: { pages: { revisions?: { slots: { main: { content: string } } }[] }[] };
		};
		return query.pages[0]?.revisions?.[0]?.slots.main.content ?? '';
	};
	const add = async (by: string, title: string, more: string): Promise<void> => {
		await (await wiki.as(by)).edit({ title, text: `${await text(title)}\n\n${more}` });
	};
	return {
		...wiki,
		text,
		apply: async (name) => {
			await (
				await wiki.as(name)
			).edit({ title: page(name), text: application('I want to', { course: 'pb' }) });
		},
		decide: (name, outcome, note = '') =>
			add('Rita', page(name), `{{WikiLearn decision|outcome=${outcome}|note=${note}|date=${Math.random()}}}`),
		reply: (name, answer) =>
			add(name, page(name), `{{WikiLearn reply|answer=${answer}|date=${Math.random()}}}`),
		release: (by = 'Rita') => add(by, REPORT, `{{WikiLearn release|course=pb|date=${Math.random()}}}`),
		put: async (changed) => {
			await (await wiki.as('WikiAdmin')).edit({ title: PROGRAMME_PAGE, text: JSON.stringify(changed) });
		},
		told: async () => {
			const answer = await wiki.port.ask({
				action: 'query',
				list: 'usercontribs',
				ucuser: BOT,
				ucnamespace: 3,
				ucprop: 'title|comment',
				uclimit: 'max',
				ucdir: 'newer',
			});
			const { query } = answer as { query: { usercontribs: { title: string; comment: string }[] } };
			return query.usercontribs.map(({ title, comment }) => {
				const event = readNoticeMark(comment);
				return [`${title.replace(/^[^:]*:/, '')}:`, event?.kind, event?.about.replace(/-?\d+$/, '')]
					.join(' ')
					.trim();
			});
		},
	};
}

/** Answers as a wiki would give them so many days later. */
export function later(days: number): (answer: Answer) => Answer {
	return (answer) =>
		typeof answer.curtimestamp === 'string'
			? {
					...answer,
					curtimestamp: new Date(Date.parse(answer.curtimestamp) + days * DAY_MS).toISOString(),
				}
			: answer;
}
