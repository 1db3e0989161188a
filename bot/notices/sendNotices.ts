import * as v from 'valibot';
import type { TranslateInto } from '../../shared/i18n/translate.ts';
import type { SentNotice } from '../../shared/notice/notice.ts';
import { noticeId } from '../../shared/notice/noticeMark.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { forbidsBots } from '../../shared/submission/forbidsBots.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { Answer, Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { inBatches } from '../../shared/wiki/readPages.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import { readTalkPages, type TalkPage } from '../../shared/wiki/readTalkPages.ts';
import { scanWikitext } from '../../shared/wikitext/scanWikitext.ts';
import { joinSent, sentIn, sentParams } from '../../shared/notice/readSent.ts';
import type { Published } from '../publish/publishPage.ts';
import { deliver, type Delivered, type Look } from './deliver.ts';
import { noticeSection } from './noticeText.ts';
import type { PlannedNotice, Undelivered } from './plannedNotice.ts';
import { talkTitle } from './talkTitle.ts';

/** Whose talk page of how many is looked at in one request; their texts come with it. */
const TOGETHER = 50;
/** The bot's edits are looked at again from this long before the cycle: replicas lag, and clocks differ. */
const OVERLAP_MS = 10 * 60 * 1000;
/** MediaWiki's category of those who want no mass messages. */
const OPTED_OUT = 'Category:Opted-out of message delivery';

export interface Sending {
	readonly programme: Programme;
	readonly site: Site;
	readonly translateInto: TranslateInto;
	/** Notices that could not be delivered before, where nothing changed since. */
	readonly held?: HeldNotices;
	/** How many were looked after, and of how many. */
	readonly tell?: (done: number, of: number) => void;
}

/** By `noticeId`: why a notice stays with us. */
export type HeldNotices = ReadonlyMap<string, Undelivered>;

export interface SendResult {
	/** Those that went out now, or turned out to have gone out. */
	readonly sent: readonly SentNotice[];
	readonly published: readonly Published[];
	readonly held: HeldNotices;
	readonly problems: readonly Problem[];
}

const NOTHING: SendResult = { sent: [], published: [], held: new Map(), problems: [] };

/**
 * Sends notices, each once: that it went out is told by the bot's own edits, which are looked at together with the talk
 * page right before it is written.
 *
 * @throws WikiError where the wiki cannot be looked at; what is wrong with single pages is in the result
 */
export async function sendNotices(
	wiki: Wiki,
	planned: readonly PlannedNotice[],
	sending: Sending,
): Promise<SendResult> {
	const { held = new Map<string, Undelivered>(), tell } = sending;
	const results: SendResult[] = [];
	const open: PlannedNotice[] = [];
	for (const notice of planned) {
		const title = talkTitle(notice.to.name, sending.site);
		const why = held.get(noticeId(notice));
		// That an account is barred is seen anew each time, and asks the wiki nothing.
		if (notice.barred) results.push({ ...kept(notice, title, notice.barred), held: NOTHING.held });
		else if (why) results.push(kept(notice, title, why));
		else open.push(notice);
	}
	let done = 0;
	if (open.length > 0) tell?.(0, open.length);
	for (const some of inBatches(open, TOGETHER)) {
		const titles = [...new Set(some.map((notice) => talkTitle(notice.to.name, sending.site)))];
		let seen: Seen | null = await look(wiki, titles, some, sending);
		const written = new Set<string>();
		for (const notice of some) {
			const title = talkTitle(notice.to.name, sending.site);
			// Its own signature stands there by now.
			if (written.has(title)) seen = null;
			seen ??= await look(wiki, titles, some, sending);
			const one = await sendOne(wiki, notice, title, seen, sending);
			if (one.published.length > 0) written.add(title);
			results.push(one);
			tell?.(++done, open.length);
			if (one.published.some((page) => 'code' in page && page.code === 'stopped')) return join(results);
		}
	}
	return join(results);
}

async function sendOne(
	wiki: Wiki,
	notice: PlannedNotice,
	title: string,
	seen: Seen,
	sending: Sending,
): Promise<SendResult> {
	const id = noticeId(notice);
	const section = noticeSection(notice, sending.translateInto(notice.language));
	let newest = seen;
	const lookIn = ({ talks, sent, deleted }: Seen): Look => {
		const talk = talks.get(title) ?? null;
		return {
			talk,
			isSent: sent.some((one) => noticeId(one) === id),
			refused: refusedBy(talk, deleted.has(title), sending.programme.bot),
		};
	};
	const delivered = await deliver(wiki, title, section, lookIn(seen), async () => {
		newest = await look(wiki, [title], [notice], sending);
		return lookIn(newest);
	});
	return resultOf(delivered, notice, title, newest, sending);
}

function resultOf(
	delivered: Delivered,
	notice: PlannedNotice,
	title: string,
	seen: Seen,
	{ site }: Sending,
): SendResult {
	const { course, applicant, kind, about } = notice;
	switch (delivered.kind) {
		case 'there':
			return { ...NOTHING, sent: seen.sent.filter((one) => noticeId(one) === noticeId(notice)) };
		case 'refused':
			return kept(notice, title, delivered.why);
		case 'sent':
			return {
				...NOTHING,
				sent: [{ course, applicant, kind, about, at: site.now, title, revid: delivered.revid }],
				published: [{ kind: 'saved', title, revid: delivered.revid, edited: true }],
			};
		case 'failed': {
			const { result } = delivered;
			const code = 'code' in result ? result.code : result.kind;
			if (code.includes('protected')) return kept(notice, title, 'protected');
			return {
				...NOTHING,
				published: [result],
				problems: [{ kind: 'not-saved', about: title, detail: code }],
			};
		}
	}
}

function refusedBy(talk: TalkPage | null, isDeleted: boolean, bot: string): Undelivered | null {
	if (isDeleted) return 'talk-deleted';
	if (!talk) return null;
	if (talk.isProtected) return 'protected';
	if (!talk.isWikitext) return 'other-content';
	if (talk.page?.redirect) return 'redirect';
	if (talk.optedOut) return 'opted-out';
	return forbidsBots(scanWikitext(talk.page?.revision.text ?? ''), bot) ? 'nobots' : null;
}

function kept(notice: PlannedNotice, title: string, why: Undelivered): SendResult {
	return {
		...NOTHING,
		held: new Map([[noticeId(notice), why]]),
		problems: [{ kind: 'undelivered', about: title, detail: why }],
	};
}

/** Talk pages, and what the bot did of late, read in one breath. */
interface Seen {
	readonly talks: ReadonlyMap<string, TalkPage>;
	readonly sent: readonly SentNotice[];
	/** Talk pages that were deleted since the application: what the bot wrote there before, nobody can tell. */
	readonly deleted: ReadonlySet<string>;
}

const deletionsSchema = v.object({
	query: v.optional(
		v.object({
			logevents: v.optional(
				v.array(v.object({ title: v.optional(v.string(), ''), timestamp: v.optional(v.string(), '') })),
				[],
			),
		}),
	),
});

async function look(
	wiki: Wiki,
	titles: readonly string[],
	notices: readonly PlannedNotice[],
	{ programme, site }: Sending,
): Promise<Seen> {
	const since = new Date(Date.parse(site.now) - OVERLAP_MS).toISOString();
	const applied = notices.map(({ appliedAt }) => appliedAt).sort();
	const sent: SentNotice[] = [];
	const deleted = new Set<string>();
	const talks = await readTalkPages(
		wiki,
		titles,
		programme.optOut ?? OPTED_OUT,
		{
			...sentParams(programme.bot, since),
			list: 'usercontribs|logevents',
			leaction: 'delete/delete',
			lenamespace: 3,
			leprop: 'title|timestamp',
			lelimit: 'max',
			...(applied[0] === undefined ? {} : { leend: applied[0] }),
		},
		(answer: Answer) => {
			sent.push(...sentIn(answer));
			for (const { title } of parseAnswer(deletionsSchema, answer).query?.logevents ?? []) deleted.add(title);
		},
	);
	return { talks, sent, deleted };
}

function join(results: readonly SendResult[]): SendResult {
	return {
		sent: joinSent(...results.map(({ sent }) => sent)),
		published: results.flatMap(({ published }) => published),
		held: new Map(results.flatMap(({ held }) => [...held])),
		problems: results.flatMap(({ problems }) => problems),
	};
}
