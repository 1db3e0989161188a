import type { TranslateInto } from '../../../shared/i18n/translate.ts';
import { forbidsBots } from '../../../shared/history/forbidsBots.ts';
import { noticeId } from '../../../shared/notices/notice.ts';
import { joinSent, sentIn, sentParams, type SentNotices } from '../../../shared/notices/readSent.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import {
	logEventParams,
	logEventsIn,
	readLogEvents,
	type LogEvent,
} from '../../../shared/wiki/readLogEvents.ts';
import { readHistoryMeta } from '../../../shared/wiki/readPages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { readTalkPages, type TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import type { PlannedNotice, Undelivered } from '../../plan/plannedNotice.ts';
import { talkTitle, USER_TALK } from '../../plan/talkTitle.ts';
import { withSection, type NoticeSection } from '../../render/notices/noticeText.ts';
import type { Look } from './deliver.ts';

/** Whose talk page of how many is looked at in one request; their texts come with it. */
export const TOGETHER = 50;
/** The bot's edits are looked at again from this long before the cycle: replicas lag, and clocks differ. */
const OVERLAP_MS = 10 * 60 * 1000;
/** MediaWiki's category of those who want no mass messages. */
const OPTED_OUT = 'Category:Opted-out of message delivery';

/** What is known before talk pages are looked at. */
export interface NoticeContext {
	readonly programme: Programme;
	readonly site: Site;
	readonly translateInto: TranslateInto;
	/** All that is known of what went out. */
	readonly sent: SentNotices;
	/** Bots that the programme page named before: what they sent counts. */
	readonly formerBots: readonly number[];
}

/** Why a notice cannot go out whatever stands on the talk page; seen anew each time, as it asks the wiki nothing. */
export function undeliverable({ barred, text, body }: PlannedNotice): Undelivered | null {
	return barred ?? (text === 'message' && body === undefined ? 'no-text' : null);
}

/** The talk page that a notice goes to, and whether it may be written there. */
export function lookAt(
	notice: PlannedNotice,
	section: NoticeSection,
	seen: Seen,
	{ programme, site }: NoticeContext,
): Look {
	const title = talkTitle(notice.to.name, site);
	const id = noticeId(notice);
	const talk = seen.talks.get(title) ?? null;
	return {
		talk,
		isSent: seen.sent.sent.some((sent) => noticeId(sent) === id),
		refused: maybeSent(notice, title, seen) ? 'maybe-sent' : refusedBy(talk, section, programme.bot.name),
	};
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

/** Talk pages, and what the bot and administrators did lately, read together. */
export interface Seen {
	readonly talks: ReadonlyMap<string, TalkPage>;
	readonly sent: SentNotices;
	/** Talk pages that were moved or deleted since the first of these notices can have been sent. */
	readonly events: readonly LogEvent[];
	/** When edits of them were made whose author is hidden, ISO 8601. */
	readonly hidden: ReadonlyMap<string, readonly string[]>;
}

/** Reads talk pages, and with them what tells whether a notice is there already. @throws WikiError */
export async function readTalk(
	wiki: Wiki,
	titles: readonly string[],
	notices: readonly PlannedNotice[],
	{ programme, site, sent: known, formerBots }: NoticeContext,
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
