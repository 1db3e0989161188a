import { BOT } from '../../bot/cycle/startCycleWiki.ts';
import { noticeRevisions, noticesApart } from './noticesIn.ts';
import type { WholeWiki, WrittenRevision } from './readWiki.ts';

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
export function whatDiffers(wanted: WholeWiki, found: WholeWiki): readonly string[] {
	const titles = [...new Set([...wanted.keys(), ...found.keys()])];
	const [wantedNotices, foundNotices] = [noticesByRevision(wanted), noticesByRevision(found)];
	const pages = titles.flatMap((title) => {
		const [before, now] = [wanted.get(title) ?? [], found.get(title) ?? []];
		return [
			...differing(title, newest(before, wantedNotices), newest(now, foundNotices)),
			...repeated(now)
				.slice(repeated(before).length)
				.map((text) => `${title} was made to say twice ${show(text)}`),
			...lostEdits(title, before, now),
		];
	});
	return [...noticesApart(wanted, found), ...pages];
}

/** Which notice each revision of the bot's is: their numbers are told by the order in which they went out. */
function noticesByRevision(wiki: WholeWiki): ReadonlyMap<string, string> {
	return new Map(noticeRevisions(wiki).map(({ name, revid }) => [String(revid), name]));
}

function differing(title: string, wanted: string | null, found: string | null): readonly string[] {
	return wanted === found ? [] : [`${title} says ${showChange(wanted, found)}`];
}

function newest(revisions: readonly WrittenRevision[], notices: ReadonlyMap<string, string>): string | null {
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
function repeated(revisions: readonly WrittenRevision[]): readonly string[] {
	return revisions
		.filter(
			({ user, text }, index) => user === BOT && revisions.slice(0, index).some((one) => one.text === text),
		)
		.map(({ text }) => text);
}

/** What others wrote stays in the history whatever happens. */
function lostEdits(
	title: string,
	before: readonly WrittenRevision[],
	now: readonly WrittenRevision[],
): readonly string[] {
	const kept = new Set(now.map(({ user, text }) => `${user} ${text}`));
	return before
		.filter(({ user, text }) => user !== BOT && !kept.has(`${user} ${text}`))
		.map(({ user, text }) => `${title} lost an edit of ${user}: ${show(text)}`);
}

/** The first line that is another one. */
function showChange(wanted: string | null, found: string | null): string {
	if (wanted === null || found === null) return show(found);
	const [lines, others] = [found.split('\n'), wanted.split('\n')];
	const at = lines.findIndex((line, index) => line !== others[index]);
	return at < 0
		? `less than ${show(wanted)}`
		: `${show(lines[at] ?? '')} instead of ${show(others[at] ?? null)}`;
}

function show(text: string | null): string {
	return text === null ? 'nothing' : JSON.stringify(text.length > 3000 ? `${text.slice(0, 3000)}…` : text);
}
