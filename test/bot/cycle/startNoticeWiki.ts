import type { OutcomeOrRecusal, LogAction, ReplyAction } from '../../../shared/actions/mark.ts';
import { readNoticeMark } from '../../../shared/notices/notice.ts';
import { OPTIONAL_NOTICES } from '../../../shared/programme/schema.ts';
import type { ApiResponse } from '../../../shared/wiki/wiki.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { createMarkedActions } from '../../markedActions.ts';
import { completeProgrammeOn } from '../../programmeIds.ts';
import type { TestAccount } from '../../wiki/account.ts';
import { createCycleProgramme, type ProgrammeDraft } from './createCycleProgramme.ts';
import { application, BOT, startCycleWiki, type CycleWiki } from './startCycleWiki.ts';
import { deployTemplates } from '../render/deployTemplates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const REPORT = `User:${BOT}/Report`;
/** Days: longer than until a release lets go what it covers. */
export const SOON = 0.02;

/**
 * The course pb, with two seats and so many days until it closes, everybody is told, and it starts. Closing days of 0
 * are a moment ago: whoever applied before was in time.
 */
export function createCourse(
	closes: number,
	notify: number,
	starts: number,
	more: object = {},
): ProgrammeDraft {
	const programme = createCycleProgramme();
	const at = (days: number) => new Date(Date.now() - 1000 + days * DAY_MS).toISOString();
	return {
		...programme,
		notices: [...OPTIONAL_NOTICES],
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
	/** About people's newest answers. @returns the log's revision */
	decide(names: string | readonly string[], verdict: OutcomeOrRecusal, note?: string): Promise<number>;
	/** To the offer that was announced. */
	reply(name: string, reply: ReplyAction['reply']): Promise<number>;
	release(by?: string): Promise<number>;
	log(by: string, action: LogAction): Promise<number>;
	/** Brings another programme to the wiki. */
	put(draft: ProgrammeDraft): Promise<void>;
	/** The notices that ever went out, as the bot's edits tell: `Ana: decision accepted`. */
	sentNotices(): Promise<readonly string[]>;
	text(title: string): Promise<string>;
}

export async function startNoticeWiki(
	people: readonly Partial<TestAccount>[],
	draft: ProgrammeDraft,
): Promise<NoticeWiki> {
	const wiki = await startCycleWiki(people, '', draft);
	await deployTemplates(wiki.running);
	const actions = createMarkedActions(wiki.programme);
	const page = (name: string) => `Learn/Partnerships/Applications/${name}`;
	const text = async (title: string): Promise<string> => {
		const response = await wiki.port.query({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'content',
			rvslots: 'main',
		});
		const { query } = response as {
			query: { pages: { revisions?: { slots: { main: { content: string } } }[] }[] };
		};
		return query.pages[0]?.revisions?.[0]?.slots.main.content ?? '';
	};
	/** As the bot sees them, which does nothing. */
	const applicationsOf = async (names: readonly string[]) => {
		const stop = await text(`User:${BOT}/Stop`);
		const admin = await wiki.as('WikiAdmin');
		await admin.edit({ title: `User:${BOT}/Stop`, text: 'looking' });
		const { applications } = await wiki.cycle();
		await admin.edit({ title: `User:${BOT}/Stop`, text: stop });
		return names.map((name) => {
			const found = applications.find(
				(application) => application.applicant?.name === name && application.state !== 'superseded',
			);
			if (!found) throw new Error(`${name} has not applied.`);
			return found;
		});
	};
	return {
		...wiki,
		text,
		apply: async (name) => {
			await (
				await wiki.as(name)
			).edit({ title: page(name), text: application('I want to', { course: 'pb' }) });
		},
		decide: async (names, verdict, note = '') =>
			actions.decide(
				await wiki.portOf('Rita'),
				verdict,
				await applicationsOf(typeof names === 'string' ? [names] : names),
				{ note },
			),
		reply: async (name, reply) => {
			const [application] = await applicationsOf([name]);
			if (!application) throw new Error(name);
			return actions.reply(await wiki.portOf(name), reply, application);
		},
		release: async (by = 'Rita') => actions.release(await wiki.portOf(by), 'pb'),
		log: async (by, action) => actions.log(await wiki.portOf(by), action),
		put: async (changed) => {
			const admin = await wiki.as('WikiAdmin');
			const programme = await completeProgrammeOn(await wiki.portOf('WikiAdmin'), changed);
			await admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify(programme) });
		},
		sentNotices: async () => {
			const response = await wiki.port.query({
				action: 'query',
				list: 'usercontribs',
				ucuser: BOT,
				ucprop: 'title|comment',
				ucshow: '!minor',
				uclimit: 'max',
				ucdir: 'newer',
			});
			const { query } = response as { query: { usercontribs: { title: string; comment?: string }[] } };
			return query.usercontribs.flatMap(({ title, comment = '' }) => {
				const event = readNoticeMark(comment);
				if (!event) return [];
				const name = title.replace(/^[^:]*:/, '');
				return [[`${name}:`, event.kind, event.about.replace(/-?\d+$/, '')].join(' ').trim()];
			});
		},
	};
}

/** Answers as a wiki would give them if everything in the log had been done half an hour earlier. */
export function backdateLog(response: ApiResponse): ApiResponse {
	const query = response.query as { readonly pages?: readonly Logged[] } | undefined;
	if (!query?.pages) return response;
	const pages = query.pages.map((page) =>
		page.title === 'Learn/Log'
			? {
					...page,
					revisions: page.revisions?.map((revision) => ({
						...revision,
						timestamp: new Date(Date.parse(revision.timestamp) - 30 * 60_000).toISOString(),
					})),
				}
			: page,
	);
	return { ...response, query: { ...query, pages } };
}

interface Logged {
	readonly title: string;
	readonly revisions?: readonly { readonly timestamp: string }[];
}

/** Answers as a wiki would give them so many days later. */
export function shiftClock(days: number): (response: ApiResponse) => ApiResponse {
	return (response) =>
		typeof response.curtimestamp === 'string'
			? {
					...response,
					curtimestamp: new Date(Date.parse(response.curtimestamp) + days * DAY_MS).toISOString(),
				}
			: response;
}
