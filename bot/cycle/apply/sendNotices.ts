import type { Problem } from '../../../shared/history/problem.ts';
import { getNoticeId } from '../../../shared/notices/notice.ts';
import {
	mergeSentNotices,
	NO_SENT_NOTICES,
	type SentNotices,
} from '../../../shared/notices/readSentNotices.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { splitIntoBatches } from '../../../shared/wiki/readPages.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { deliverNotice, type DeliveryResult } from './deliver.ts';
import { renderNoticeSection } from '../../render/notices/renderNotice.ts';
import type { UndeliverableNotices, PlannedNotice, UndeliveredReason } from '../../plan/plannedNotice.ts';
import { talkPageTitle } from '../../plan/recipients.ts';
import {
	checkTalkPage,
	readTalkState,
	BATCH_SIZE,
	undeliverable,
	type NoticeContext,
	type WikiState,
} from './noticeTarget.ts';

interface SendContext extends NoticeContext {
	/** Notices that were undeliverable before, where nothing has changed since. */
	readonly undeliverable?: UndeliverableNotices;
	/** Called with the number of notices processed so far, and of all. */
	readonly onProgress?: (done: number, of: number) => void;
}

interface SendResult {
	/** The notices sent now, or found to be sent already. */
	readonly sent: SentNotices;
	readonly published: readonly PublishResult[];
	readonly undeliverable: UndeliverableNotices;
	readonly problems: readonly Problem[];
}

const NOTHING_SENT_NOW: SendResult = {
	sent: NO_SENT_NOTICES,
	published: [],
	undeliverable: new Map(),
	problems: [],
};

/**
 * Sends each notice once: the bot's own edits show what was sent, and are read together with the talk page right
 * before each edit.
 *
 * @throws WikiError if the wiki cannot be read; problems of single pages are in the result
 */
export async function sendNotices(
	wiki: Wiki,
	planned: readonly PlannedNotice[],
	context: SendContext,
): Promise<SendResult> {
	const { undeliverable: held = new Map<string, UndeliveredReason>(), onProgress } = context;
	const results: SendResult[] = [];
	const toSend: PlannedNotice[] = [];
	for (const notice of planned) {
		const title = talkPageTitle(notice.to.name, context.site);
		const reason = held.get(getNoticeId(notice));
		const unreachable = undeliverable(notice);
		if (unreachable)
			results.push({
				...undelivered(notice, title, unreachable),
				undeliverable: NOTHING_SENT_NOW.undeliverable,
			});
		else if (reason) results.push(undelivered(notice, title, reason));
		else toSend.push(notice);
	}
	let done = 0;
	if (toSend.length > 0) onProgress?.(0, toSend.length);
	for (const batch of splitIntoBatches(toSend, BATCH_SIZE)) {
		const titles = [...new Set(batch.map((notice) => talkPageTitle(notice.to.name, context.site)))];
		let wikiState: WikiState | null = await readTalkState(wiki, titles, batch, context);
		const written = new Set<string>();
		for (const notice of batch) {
			const title = talkPageTitle(notice.to.name, context.site);
			// Our own edit made the state stale.
			if (written.has(title)) wikiState = null;
			wikiState ??= await readTalkState(wiki, titles, batch, context);
			const result = await sendOne(wiki, notice, title, wikiState, context);
			if (result.published.length > 0) written.add(title);
			results.push(result);
			onProgress?.(++done, toSend.length);
			if (result.published.some((page) => 'code' in page && page.code === 'stopped'))
				return joinResults(results);
		}
	}
	return joinResults(results);
}

async function sendOne(
	wiki: Wiki,
	notice: PlannedNotice,
	title: string,
	wikiState: WikiState,
	context: SendContext,
): Promise<SendResult> {
	const section = renderNoticeSection(notice, context.translateInto(notice.language));
	let latest = wikiState;
	const first = checkTalkPage(notice, section, wikiState, context);
	const delivery = await deliverNotice(wiki, title, section, first, async () => {
		latest = await readTalkState(wiki, [title], [notice], context);
		return checkTalkPage(notice, section, latest, context);
	});
	return toSendResult(delivery, notice, title, latest, context);
}

function toSendResult(
	delivery: DeliveryResult,
	notice: PlannedNotice,
	title: string,
	wikiState: WikiState,
	{ site }: SendContext,
): SendResult {
	const { course, applicant, kind, about } = notice;
	switch (delivery.kind) {
		case 'already-sent':
			return { ...NOTHING_SENT_NOW, sent: wikiState.sent };
		case 'refused':
			return undelivered(notice, title, delivery.reason);
		case 'sent':
			return {
				...NOTHING_SENT_NOW,
				sent: {
					sent: [{ course, applicant, kind, about, at: site.now, title, revid: delivery.revid }],
					hidden: [],
				},
				published: [{ kind: 'saved', title, revid: delivery.revid, edited: true }],
			};
		case 'failed': {
			const { result } = delivery;
			const code = 'code' in result ? result.code : result.kind;
			if (code.includes('protected')) return undelivered(notice, title, 'protected');
			return {
				...NOTHING_SENT_NOW,
				published: [result],
				problems: [{ kind: 'not-saved', about: title, detail: code }],
			};
		}
	}
}

function undelivered(notice: PlannedNotice, title: string, reason: UndeliveredReason): SendResult {
	return {
		...NOTHING_SENT_NOW,
		undeliverable: new Map([[getNoticeId(notice), reason]]),
		problems: [{ kind: 'undelivered', about: title, detail: reason }],
	};
}

function joinResults(results: readonly SendResult[]): SendResult {
	return {
		sent: mergeSentNotices(...results.map(({ sent }) => sent)),
		published: results.flatMap(({ published }) => published),
		undeliverable: new Map(results.flatMap(({ undeliverable }) => [...undeliverable])),
		problems: results.flatMap(({ problems }) => problems),
	};
}
