import type { FoundApplications } from '../application/readApplications.ts';
import { mostCalls } from '../wikitext/findCalls.ts';
import { findSections } from '../wikitext/findSections.ts';
import { withoutComments } from '../wikitext/withoutComments.ts';

/**
 * Words in a section's heading that ask to take part, by language: whole words, lower case. Only those that hardly
 * mean anything else; a heading with a question mark asks about applying and does not count.
 */
const requestWords: Readonly<Record<string, readonly string[]>> = {
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

/** Sections at the top of a talk page's outline; threads are begun there. */
const THREAD_LEVEL = 2;
/** "My application", "Bewerbung für den Kurs": longer headings are about something. */
const MOST_WORDS = 6;

/**
 * The headings of threads that ask to apply and hold no application, not even a broken one: they have one of the words
 * of the programme's language or of English, are short, and are no question.
 *
 * @param language of the programme; of `pt-br`, `pt` counts
 */
export function readRequests(
	{ applications, problems, scan }: FoundApplications,
	language: string,
): readonly string[] {
	const words = [...(requestWords.en ?? []), ...(requestWords[language.split('-')[0] ?? ''] ?? [])];
	const threads = findSections(scan).filter(
		({ level, title }) => level === THREAD_LEVEL && asksToApply(plainHeading(title), words),
	);
	const calls = [...applications, ...problems].map(({ start }) => start);
	return threads
		.slice(0, mostCalls)
		.filter(({ start, end }) => !calls.some((at) => start <= at && at < end))
		.map(({ title }) => title);
}

function asksToApply(heading: string, words: readonly string[]): boolean {
	if (/[?？؟¿]/.test(heading)) return false;
	const said = heading.toLowerCase().split(/[\s.,;:!()[\]"'“”„«»–—/-]+/);
	if (said.length > MOST_WORDS) return false;
	return words.some((word) => said.includes(word) || (isWithoutBlanks(word) && heading.includes(word)));
}

/** Chinese and Japanese set no blanks between words. */
function isWithoutBlanks(word: string): boolean {
	return /^[\u3040-\u9fff]/.test(word);
}

/** A heading without the markup that people put into it. */
function plainHeading(title: string): string {
	return withoutComments(title)
		.replace(/<[^<>]*>/g, '')
		.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
		.replace(/'{2,}/g, '')
		.trim();
}
