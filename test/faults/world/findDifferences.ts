import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import { noticeRevisions, diffNotices } from './findNotices.ts';
import type { WikiContents, WrittenRevision } from './readWiki.ts';

/** Signature timestamps are edit times. */
const SIGNED = /\d\d:\d\d, \d{1,2} \w+ \d{4} \(UTC\)/g;
/** An offer expires seven days after its notice; nothing else in the scenario is on that day. */
const INSTANT = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;
/** Links to revisions on the status pages and the report. */
const REVISION = /(\|diff=|Special:Diff\/)(\d+)/g;
const HOUR_MS = 60 * 60 * 1000;

/**
 * What differs on the wiki after trouble, or was written twice. Compares all notices ever sent one by one, and texts
 * page by page, except times that must differ. The bot may edit a page more often than without trouble, if it first
 * reported that something was unavailable; but never with the text that the page had before.
 *
 * @returns empty if all is well
 */
export function findDifferences(expected: WikiContents, found: WikiContents): readonly string[] {
	const titles = [...new Set([...expected.keys(), ...found.keys()])];
	const [wantedNotices, foundNotices] = [noticesByRevision(expected), noticesByRevision(found)];
	const pages = titles.flatMap((title) => {
		const [before, now] = [expected.get(title) ?? [], found.get(title) ?? []];
		return [
			...comparePage(title, newestText(before, wantedNotices), newestText(now, foundNotices)),
			...findRepeatedEdits(now)
				.slice(findRepeatedEdits(before).length)
				.map((text) => `${title} was made to say twice ${quote(text)}`),
			...findLostEdits(title, before, now),
		];
	});
	return [...diffNotices(expected, found), ...pages];
}

/** The notice of each bot revision: notice numbers depend on the sending order. */
function noticesByRevision(wiki: WikiContents): ReadonlyMap<string, string> {
	return new Map(noticeRevisions(wiki).map(({ name, revid }) => [String(revid), name]));
}

function comparePage(title: string, expected: string | null, found: string | null): readonly string[] {
	return expected === found ? [] : [`${title} says ${describeChange(expected, found)}`];
}

function newestText(
	revisions: readonly WrittenRevision[],
	notices: ReadonlyMap<string, string>,
): string | null {
	const text = revisions[revisions.length - 1]?.text;
	return text === undefined ? null : comparable(text, notices);
}

function comparable(text: string, notices: ReadonlyMap<string, string>): string {
	return text
		.replace(SIGNED, 'TIME')
		.replace(INSTANT, withoutOfferEnd)
		.replace(REVISION, (whole, before: string, revid: string) =>
			notices.has(revid) ? before + (notices.get(revid) ?? '') : whole,
		);
}

function withoutOfferEnd(instant: string): string {
	const hours = (Date.parse(instant) - Date.now()) / HOUR_MS;
	return Math.abs(hours - 7 * 24) < 12 ? 'OFFER ENDS' : instant;
}

/** Bot edits that repeat the page's previous text. */
function findRepeatedEdits(revisions: readonly WrittenRevision[]): readonly string[] {
	return revisions
		.filter(
			({ user, text }, index) =>
				user === BOT && revisions.slice(0, index).some((earlier) => earlier.text === text),
		)
		.map(({ text }) => text);
}

/** Other users' edits must remain in the history. */
function findLostEdits(
	title: string,
	before: readonly WrittenRevision[],
	now: readonly WrittenRevision[],
): readonly string[] {
	const remaining = new Set(now.map(({ user, text }) => `${user} ${text}`));
	return before
		.filter(({ user, text }) => user !== BOT && !remaining.has(`${user} ${text}`))
		.map(({ user, text }) => `${title} lost an edit of ${user}: ${quote(text)}`);
}

/** The first line that differs. */
function describeChange(expected: string | null, found: string | null): string {
	if (expected === null || found === null) return quote(found);
	const [lines, others] = [found.split('\n'), expected.split('\n')];
	const at = lines.findIndex((line, index) => line !== others[index]);
	return at < 0
		? `less than ${quote(expected)}`
		: `${quote(lines[at] ?? '')} instead of ${quote(others[at] ?? null)}`;
}

function quote(text: string | null): string {
	return text === null ? 'nothing' : JSON.stringify(text.length > 3000 ? `${text.slice(0, 3000)}…` : text);
}
