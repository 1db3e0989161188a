import type { Problem } from '../../../shared/history/problem.ts';
import { noticeId } from '../../../shared/notices/notice.ts';
import { joinSent, NOTHING_SENT, type SentNotices } from '../../../shared/notices/readSent.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { inBatches } from '../../../shared/wiki/readPages.ts';
import type { Published } from '../../wiki/comparePage.ts';
import { deliver, type Delivered } from './deliver.ts';
import { noticeSection } from '../../render/notices/noticeText.ts';
import type { HeldNotices, PlannedNotice, Undelivered } from '../../plan/plannedNotice.ts';
import { talkTitle } from '../../plan/talkTitle.ts';
import { lookAt, readTalk, TOGETHER, undeliverable, type NoticeContext, type Seen } from './noticeTarget.ts';

export interface Sending extends NoticeContext {
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
		const barred = undeliverable(notice);
		if (barred) results.push({ ...kept(notice, title, barred), held: NOTHING.held });
		else if (why) results.push(kept(notice, title, why));
		else open.push(notice);
	}
	let done = 0;
	if (open.length > 0) tell?.(0, open.length);
	for (const some of inBatches(open, TOGETHER)) {
		const titles = [...new Set(some.map((notice) => talkTitle(notice.to.name, sending.site)))];
		let seen: Seen | null = await readTalk(wiki, titles, some, sending);
		const written = new Set<string>();
		for (const notice of some) {
			const title = talkTitle(notice.to.name, sending.site);
			// Its own signature stands there by now.
			if (written.has(title)) seen = null;
			seen ??= await readTalk(wiki, titles, some, sending);
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
	const section = noticeSection(notice, sending.translateInto(notice.language));
	let newest = seen;
	const first = lookAt(notice, section, seen, sending);
	const delivered = await deliver(wiki, title, section, first, async () => {
		newest = await readTalk(wiki, [title], [notice], sending);
		return lookAt(notice, section, newest, sending);
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

function kept(notice: PlannedNotice, title: string, why: Undelivered): SendResult {
	return {
		...NOTHING,
		held: new Map([[noticeId(notice), why]]),
		problems: [{ kind: 'undelivered', about: title, detail: why }],
	};
}

function join(results: readonly SendResult[]): SendResult {
	return {
		sent: joinSent(...results.map(({ sent }) => sent)),
		published: results.flatMap(({ published }) => published),
		held: new Map(results.flatMap(({ held }) => [...held])),
		problems: results.flatMap(({ problems }) => problems),
	};
}
