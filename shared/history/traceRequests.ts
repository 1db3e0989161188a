import type { FoundApplications } from '../application/readApplications.ts';
import { readMark } from '../actions/mark.ts';
import { isBot, isListed, type People } from '../programme/people.ts';
import { toChange, type Change } from './change.ts';
import { forbidsBots } from './forbidsBots.ts';
import type { RequestToApply, Submission } from './submission.ts';
import { removeComments } from '../wikitext/plainText.ts';
import { MAX_CALLS } from '../wikitext/findCalls.ts';
import { findSections } from '../wikitext/findSections.ts';

/**
 * The sections that ask to apply now, with who began them. Threads begun by the team are announcements.
 *
 * @param pages each revision of the history; null where its text is hidden
 */
export function traceRequests(
	{ kind, history }: Pick<Submission, 'kind' | 'history'>,
	pages: readonly (FoundApplications | null)[],
	people: People,
	language: string,
): readonly RequestToApply[] {
	const newest = pages[pages.length - 1] ?? null;
	const headings = newest && kind === 'talk' ? findRequestHeadings(newest, language) : [];
	if (!newest || headings.length === 0) return [];
	const isBotForbidden = forbidsBots(newest.scan, people.bot.name);
	const repliedRevids = findRepliedRevids(history, people);
	const additions = findAdditions(history, pages, language);
	const copies = new Map<string, number>();
	return headings.flatMap((heading) => {
		const copy = copies.get(heading) ?? 0;
		copies.set(heading, copy + 1);
		const added = additions.get(heading)?.[copy];
		if (!added || (added.user && (isBot(people, added.user) || isListed(people, added.user.id)))) return [];
		return [{ heading, added, isAnswered: isBotForbidden || repliedRevids.has(added.revid) }];
	});
}

/** For each heading the changes that first brought so many of it. */
function findAdditions(
	history: Submission['history'],
	pages: readonly (FoundApplications | null)[],
	language: string,
): ReadonlyMap<string, readonly Change[]> {
	const additions = new Map<string, Change[]>();
	let hasGap = false;
	history.forEach((revision, index) => {
		const page = pages[index];
		if (!page) {
			hasGap = true;
			return;
		}
		const change = toChange(revision);
		const counts = new Map<string, number>();
		for (const heading of findRequestHeadings(page, language))
			counts.set(heading, (counts.get(heading) ?? 0) + 1);
		for (const [heading, count] of counts) {
			const changes = additions.get(heading) ?? [];
			while (changes.length < count) changes.push(hasGap ? { ...change, user: null } : change);
			additions.set(heading, changes);
		}
		hasGap = false;
	});
	return additions;
}

/** The sections that the bot replied to, by the revision that added them: its own summaries say so. */
function findRepliedRevids(history: Submission['history'], people: People): ReadonlySet<number> {
	const botRevisions = history.filter(({ user, comment }) => isBot(people, user) && comment !== null);
	return new Set(
		botRevisions.flatMap(({ comment }) => {
			const mark = readMark(comment ?? '');
			return mark.kind === 'mark' && mark.fields[0] === 'answer'
				? (mark.fields[1] ?? '').split(',').map(Number)
				: [];
		}),
	);
}

/**
 * Words that ask to take part in a section's heading, by language: whole words in lower case. Contains only unambiguous
 * words. Headings with a question mark do not count: they are questions about applying.
 */
const REQUEST_WORDS: Readonly<Record<string, readonly string[]>> = {
	ar: ['التقديم', 'تقديم', 'طلب'],
	de: ['bewerbung', 'bewerben', 'anmeldung'],
	en: ['application', 'apply', 'applying'],
	es: ['solicitud', 'postulación', 'inscripción'],
	fr: ['candidature', 'inscription', 'postuler'],
	hi: ['आवेदन'],
	id: ['pendaftaran', 'mendaftar', 'lamaran'],
	it: ['candidatura', 'iscrizione'],
	ja: ['申し込み', '申込', '応募'],
	pt: ['inscrição', 'candidatura'],
	ru: ['заявка', 'заявление'],
	uk: ['заявка', 'заява'],
	zh: ['申请', '申請', '报名', '報名'],
};
/** The level of talk page threads. */
const THREAD_LEVEL = 2;
/** "My application", "Bewerbung für den Kurs": longer headings have another topic. */
const MAX_HEADING_WORDS = 6;
/** Chinese and Japanese do not separate words with spaces. */
function isUnspacedScript(word: string): boolean {
	return /^[\u3040-\u9fff]/.test(word);
}

/** Removes a heading's markup. */
function stripHeading(title: string): string {
	return removeComments(title)
		.replace(/<[^<>]*>/g, '')
		.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
		.replace(/'{2,}/g, '')
		.trim();
}

function isRequest(heading: string, words: readonly string[]): boolean {
	if (/[?？؟¿]/.test(heading)) return false;
	const headingWords = heading.toLowerCase().split(/[\s.,;:!()[\]"'“”„«»–—/-]+/);
	if (headingWords.length > MAX_HEADING_WORDS) return false;
	return words.some(
		(word) => headingWords.includes(word) || (isUnspacedScript(word) && heading.includes(word)),
	);
}

/**
 * The headings of threads that ask to apply and contain no application, not even a malformed one. They are short, contain
 * one of the request words in the programme's language or English, and are not questions.
 *
 * @param language the programme's; `pt-br` also uses `pt`
 */
export function findRequestHeadings(
	{ applications, problems, scan }: FoundApplications,
	language: string,
): readonly string[] {
	const words = [...(REQUEST_WORDS.en ?? []), ...(REQUEST_WORDS[language.split('-')[0] ?? ''] ?? [])];
	const threads = findSections(scan).filter(
		({ level, title }) => level === THREAD_LEVEL && isRequest(stripHeading(title), words),
	);
	const calls = [...applications, ...problems].map(({ start }) => start);
	return threads
		.slice(0, MAX_CALLS)
		.filter(({ start, end }) => !calls.some((position) => start <= position && position < end))
		.map(({ title }) => title);
}
