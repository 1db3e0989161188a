import type { TranslateInto } from '../../../shared/i18n/formatMessage.ts';
import { forbidsBots } from '../../../shared/history/forbidsBots.ts';
import { getNoticeId } from '../../../shared/notices/notice.ts';
import {
	mergeSentNotices,
	parseSentNotices,
	sentNoticeParams,
	type SentNotices,
} from '../../../shared/notices/readSentNotices.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import {
	logEventParams,
	parseLogEvents,
	readLogEvents,
	type LogEvent,
} from '../../../shared/wiki/readLogEvents.ts';
import { readHistoryMeta } from '../../../shared/wiki/readPages.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import { readTalkPages, type TalkPage } from '../../../shared/wiki/readTalkPages.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import type { PlannedNotice, UndeliveredReason } from '../../plan/plannedNotice.ts';
import { talkPageTitle, USER_TALK } from '../../plan/recipients.ts';
import { appendSection, type NoticeSection } from '../../render/notices/renderNotice.ts';
import type { TalkPageCheck } from './deliver.ts';

/** Whose talk page of how many is looked at in one request; their texts come with it. */
export const BATCH_SIZE = 50;
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
export function undeliverable({ unreachable, text, body }: PlannedNotice): UndeliveredReason | null {
	return unreachable ?? (text === 'message' && body === undefined ? 'no-text' : null);
}

/** The talk page that a notice goes to, and whether it may be written there. */
export function checkTalkPage(
	notice: PlannedNotice,
	section: NoticeSection,
	seen: WikiState,
	{ programme, site }: NoticeContext,
): TalkPageCheck {
	const title = talkPageTitle(notice.to.name, site);
	const id = getNoticeId(notice);
	const talk = seen.talkPages.get(title) ?? null;
	return {
		talk,
		isSent: seen.sent.sent.some((sent) => getNoticeId(sent) === id),
		refusal: mayBeSent(notice, title, seen) ? 'maybe-sent' : refusalOf(talk, section, programme.bot.name),
	};
}

function refusalOf(talkPage: TalkPage | null, section: NoticeSection, bot: string): UndeliveredReason | null {
	if (!talkPage) return null;
	if (talkPage.isProtected) return 'protected';
	if (!talkPage.isWikitext) return 'other-content';
	if (talkPage.page?.isRedirect) return 'redirect';
	if (talkPage.optedOut) return 'opted-out';
	const text = talkPage.page?.revision.text ?? '';
	if (forbidsBots(scanWikitext(text), bot)) return 'nobots';
	return isVisible(text, section) ? null : 'open-markup';
}

/** Below a comment or a tag that nobody closed, nobody would see the notice. */
function isVisible(text: string, section: NoticeSection): boolean {
	const written = appendSection(text, section);
	const start = written.length - section.wikitext.length;
	return scanWikitext(written).headings.some((heading) => heading.start === start);
}

/**
 * Whether the notice may be in an edit that nobody can tell: the bot's summary or the author is hidden, or the talk page was
 * moved or deleted. Only what happened since it can have been sent matters.
 */
function mayBeSent({ earliest }: PlannedNotice, title: string, wikiState: WikiState): boolean {
	const since = Date.parse(earliest);
	const isSince = (at: string): boolean => Date.parse(at) >= since;
	return (
		wikiState.sent.hidden.some(isSince) ||
		wikiState.events.some((event) => event.title === title && isSince(event.timestamp)) ||
		(wikiState.hidden.get(title) ?? []).some(isSince)
	);
}

/** Talk pages, and what the bot and administrators did lately, read together. */
export interface WikiState {
	readonly talkPages: ReadonlyMap<string, TalkPage>;
	readonly sent: SentNotices;
	/** Talk pages that were moved or deleted since the first of these notices can have been sent. */
	readonly events: readonly LogEvent[];
	/** When edits of them were made whose author is hidden, ISO 8601. */
	readonly hidden: ReadonlyMap<string, readonly string[]>;
}

/** Reads talk pages, and with them what tells whether a notice is there already. @throws WikiError */
export async function readTalkState(
	wiki: Wiki,
	titles: readonly string[],
	notices: readonly PlannedNotice[],
	{ programme, site, sent: known, formerBots }: NoticeContext,
): Promise<WikiState> {
	const since = new Date(Date.parse(site.now) - OVERLAP_MS).toISOString();
	const earliest = notices.map((notice) => notice.earliest).sort()[0] ?? since;
	let sent = known;
	const events: LogEvent[] = [];
	const lists = {
		...sentNoticeParams({ ids: [programme.bot.id, ...formerBots] }, since),
		...logEventParams({ leaction: 'delete/delete', lenamespace: USER_TALK, leend: earliest }),
		list: 'usercontribs|logevents',
	};
	const talks = await readTalkPages(wiki, titles, programme.optOut ?? OPTED_OUT, lists, (answer) => {
		sent = mergeSentNotices(sent, parseSentNotices(answer));
		events.push(...parseLogEvents(answer));
	});
	const moves = { letype: 'move', lenamespace: USER_TALK, leend: earliest };
	events.push(...(await readLogEvents(wiki, moves)));
	return { talkPages: talks, sent, events, hidden: await readHiddenEdits(wiki, talks, earliest) };
}

/** Only pages that were edited since can hold such an edit, and those are few. */
async function readHiddenEdits(
	wiki: Wiki,
	talkPages: ReadonlyMap<string, TalkPage>,
	earliest: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const hidden = new Map<string, readonly string[]>();
	for (const [title, { page }] of talkPages) {
		if (!page || Date.parse(page.revision.timestamp) < Date.parse(earliest)) continue;
		const edits = await readHistoryMeta(wiki, title, earliest);
		hidden.set(
			title,
			edits.filter(({ user }) => user === null).map(({ timestamp }) => timestamp),
		);
	}
	return hidden;
}
