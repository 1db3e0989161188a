import type { TranslateInto } from '../../../shared/i18n/translate.ts';
import { forbidsBots } from '../../../shared/history/forbidsBots.ts';
import type { Problem } from '../../../shared/history/problem.ts';
import { noticeId } from '../../../shared/notices/notice.ts';
import {
	joinSent,
	NOTHING_SENT,
	sentIn,
	sentParams,
	type SentNotices,
} from '../../../shared/notices/readSent.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import {
	logEventParams,
	logEventsIn,
	readLogEvents,
	type LogEvent,
} from '../../../shared/wiki/readLogEvents.ts';
import { inBatches, readHistoryMeta } from '../../../shared/wiki/readPages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { readTalkPages, type TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import type { Published } from '../../wiki/publishPage.ts';
import { deliver, type Delivered, type Look } from './deliver.ts';
import { noticeSection, withSection, type NoticeSection } from '../../render/notices/noticeText.ts';
import type { HeldNotices, PlannedNotice, Undelivered } from '../../plan/plannedNotice.ts';
import { talkTitle, USER_TALK } from '../../plan/talkTitle.ts';

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
	/** All that is known of what went out. */
	readonly sent: SentNotices;
	/** Bots that the programme page named before: what they sent counts. */
	readonly formerBots: readonly number[];
	/** Notices that could not be delivered before, where nothing changed since. */
	readonly held?: HeldNotices;
	/** How many were looked after, and of how many. */
	readonly tell?: (done: number, of: number) => void;
}

export interface SendResult {
	/** Those that went out now, or turned out to have gone out. */
	readonly sent: SentNotices;
	readonly published: readonly Published[];
	readonly held: HeldNotices;
	readonly problems: readonly Problem[];
}

const NOTHING: SendResult = { sent: NOTHING_SENT, published: [], held: new Map(), problems: [] };

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
		const barred = notice.barred ?? (isWithoutText(notice) ? 'no-text' : null);
		if (barred) results.push({ ...kept(notice, title, barred), held: NOTHING.held });
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

/** The team's own text cannot be read. */
function isWithoutText({ text, body }: PlannedNotice): boolean {
	return text === 'message' && body === undefined;
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
	const lookIn = (now: Seen): Look => {
		const talk = now.talks.get(title) ?? null;
		return {
			talk,
			isSent: now.sent.sent.some((sent) => noticeId(sent) === id),
			refused: maybeSent(notice, title, now)
				? 'maybe-sent'
				: refusedBy(talk, section, sending.programme.bot.name),
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
			return { ...NOTHING, sent: seen.sent };
		case 'refused':
			return kept(notice, title, delivered.why);
		case 'sent':
			return {
				...NOTHING,
				sent: {
					sent: [{ course, applicant, kind, about, at: site.now, title, revid: delivered.revid }],
					hidden: [],
				},
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

function refusedBy(talk: TalkPage | null, section: NoticeSection, bot: string): Undelivered | null {
	if (!talk) return null;
	if (talk.isProtected) return 'protected';
	if (!talk.isWikitext) return 'other-content';
	if (talk.page?.redirect) return 'redirect';
	if (talk.optedOut) return 'opted-out';
	const text = talk.page?.revision.text ?? '';
	if (forbidsBots(scanWikitext(text), bot)) return 'nobots';
	return isShown(text, section) ? null : 'open-markup';
}

/** Below a comment or a tag that nobody closed, nobody would see the notice. */
function isShown(text: string, section: NoticeSection): boolean {
	const written = withSection(text, section);
	const start = written.length - section.wikitext.length;
	return scanWikitext(written).headings.some((heading) => heading.start === start);
}

/**
 * Whether the notice may be in an edit that nobody can tell: the bot's summary or the author is hidden, or the talk page was
 * moved or deleted. Only what happened since it can have been sent matters.
 */
function maybeSent({ earliest }: PlannedNotice, title: string, seen: Seen): boolean {
	const since = Date.parse(earliest);
	const isSince = (at: string): boolean => Date.parse(at) >= since;
	return (
		seen.sent.hidden.some(isSince) ||
		seen.events.some((event) => event.title === title && isSince(event.timestamp)) ||
		(seen.hidden.get(title) ?? []).some(isSince)
	);
}

function kept(notice: PlannedNotice, title: string, why: Undelivered): SendResult {
	return {
		...NOTHING,
		held: new Map([[noticeId(notice), why]]),
		problems: [{ kind: 'undelivered', about: title, detail: why }],
	};
}

/** Talk pages, and what the bot and administrators did lately, read together. */
interface Seen {
	readonly talks: ReadonlyMap<string, TalkPage>;
	readonly sent: SentNotices;
	/** Talk pages that were moved or deleted since the first of these notices can have been sent. */
	readonly events: readonly LogEvent[];
	/** When edits of them were made whose author is hidden, ISO 8601. */
	readonly hidden: ReadonlyMap<string, readonly string[]>;
}

async function look(
	wiki: Wiki,
	titles: readonly string[],
	notices: readonly PlannedNotice[],
	{ programme, site, sent: known, formerBots }: Sending,
): Promise<Seen> {
	const since = new Date(Date.parse(site.now) - OVERLAP_MS).toISOString();
	const earliest = notices.map((notice) => notice.earliest).sort()[0] ?? since;
	let sent = known;
	const events: LogEvent[] = [];
	const lists = {
		...sentParams({ ids: [programme.bot.id, ...formerBots] }, since),
		...logEventParams({ leaction: 'delete/delete', lenamespace: USER_TALK, leend: earliest }),
		list: 'usercontribs|logevents',
	};
	const talks = await readTalkPages(wiki, titles, programme.optOut ?? OPTED_OUT, lists, (answer) => {
		sent = joinSent(sent, sentIn(answer));
		events.push(...logEventsIn(answer));
	});
	const moves = { letype: 'move', lenamespace: USER_TALK, leend: earliest };
	events.push(...(await readLogEvents(wiki, moves)));
	return { talks, sent, events, hidden: await readHiddenEdits(wiki, talks, earliest) };
}

/** Only pages that were edited since can hold such an edit, and those are few. */
async function readHiddenEdits(
	wiki: Wiki,
	talks: ReadonlyMap<string, TalkPage>,
	earliest: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const hidden = new Map<string, readonly string[]>();
	for (const [title, { page }] of talks) {
		if (!page || Date.parse(page.revision.timestamp) < Date.parse(earliest)) continue;
		const edits = await readHistoryMeta(wiki, title, earliest);
		hidden.set(
			title,
			edits.filter(({ user }) => user === null).map(({ timestamp }) => timestamp),
		);
	}
	return hidden;
}

function join(results: readonly SendResult[]): SendResult {
	return {
		sent: joinSent(...results.map(({ sent }) => sent)),
		published: results.flatMap(({ published }) => published),
		held: new Map(results.flatMap(({ held }) => [...held])),
		problems: results.flatMap(({ problems }) => problems),
	};
}
