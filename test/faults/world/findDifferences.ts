import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import { noticeRevisions, diffNotices } from './findNotices.ts';
import type { WikiContents, WrittenRevision } from './readWiki.ts';

/** When the bot signed is when it wrote. */
const SIGNED = /\d\d:\d\d, \d{1,2} \w+ \d{4} \(UTC\)/g;
/** An offer ends seven days after the applicant was told of it; nothing else of the story is on that day. */
const INSTANT = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;
/** Links to revisions, as the status pages and the report have them. */
const REVISION = /(\|diff=|Special:Diff\/)(\d+)/g;
const HOUR_MS = 60 * 60 * 1000;

/**
 * What is not the same on the wiki after trouble as without it, or written twice. The notices of all times are
 * compared one by one, and texts page by page, but for times that must differ. The bot may have edited a page more often than without trouble, where it first said truly that it could not find
 * something out; but never one that says what the page had said before.
 *
 * @returns nothing where all is well
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

/** Which notice each revision of the bot's is: their numbers are told by the order in which they went out. */
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

/** What the bot wrote although the page had said exactly that before. */
function findRepeatedEdits(revisions: readonly WrittenRevision[]): readonly string[] {
	return revisions
		.filter(
			({ user, text }, index) =>
				user === BOT && revisions.slice(0, index).some((earlier) => earlier.text === text),
		)
		.map(({ text }) => text);
}

/** What others wrote stays in the history whatever happens. */
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

/** The first line that is another one. */
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
