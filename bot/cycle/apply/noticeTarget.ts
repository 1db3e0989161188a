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

/** The number of recipients whose talk pages, with texts, are read in one request. */
export const BATCH_SIZE = 50;
/** How long before the cycle the bot's edits are reread from: replicas lag, and clocks differ. */
const OVERLAP_MS = 10 * 60 * 1000;
/** MediaWiki's category for opting out of mass messages. */
const OPTED_OUT = 'Category:Opted-out of message delivery';

/** What is known before talk pages are read. */
export interface NoticeContext {
	readonly programme: Programme;
	readonly site: Site;
	readonly translateInto: TranslateInto;
	/** The notices sent so far. */
	readonly sent: SentNotices;
	/** Bots that earlier revisions of the programme page named: their notices count. */
	readonly formerBots: readonly number[];
}

/** Why a notice cannot be sent, independent of the talk page. Not cached, as it needs no request. */
export function undeliverable({ unreachable, text, body }: PlannedNotice): UndeliveredReason | null {
	return unreachable ?? (text === 'message' && body === undefined ? 'no-text' : null);
}

/** A notice's talk page, and whether the bot may write there. */
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
	if (!talkPage.isWikitext) return 'content-model';
	if (talkPage.page?.isRedirect) return 'redirect';
	if (talkPage.optedOut) return 'opted-out';
	const text = talkPage.page?.revision.text ?? '';
	if (forbidsBots(scanWikitext(text), bot)) return 'nobots';
	return isVisible(text, section) ? null : 'open-markup';
}

/** After an unclosed comment or tag the notice would be invisible. */
function isVisible(text: string, section: NoticeSection): boolean {
	const written = appendSection(text, section);
	const start = written.length - section.wikitext.length;
	return scanWikitext(written).headings.some((heading) => heading.start === start);
}

/**
 * Whether the notice may be in an unreadable edit: the bot's summary or the author is hidden, or the talk page was
 * moved or deleted. Only events since the notice became due matter.
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

/** Talk pages, and the recent actions of the bot and administrators, read together. */
export interface WikiState {
	readonly talkPages: ReadonlyMap<string, TalkPage>;
	readonly sent: SentNotices;
	/** Moves and deletions of these talk pages since the first of the notices became due. */
	readonly events: readonly LogEvent[];
	/** By title: timestamps of edits with a hidden author, ISO 8601. */
	readonly hidden: ReadonlyMap<string, readonly string[]>;
}

/** Reads talk pages, and what shows whether a notice was sent already. @throws WikiError */
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

/** Only the few pages edited since can contain such an edit. */
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
