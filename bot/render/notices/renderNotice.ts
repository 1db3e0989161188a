import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import { writeNoticeMark } from '../../../shared/notices/notice.ts';
import { getFallbackChain } from '../../../shared/programme/localize.ts';
import { directionOf, pageLink } from '../text/wikitext.ts';
import { truncateSummary, escapeSummary } from '../text/summary.ts';
import type { NoticeText, PlannedNotice } from '../../plan/plannedNotice.ts';
import ar from './texts/ar.json' with { type: 'json' };
import de from './texts/de.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import es from './texts/es.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import pt from './texts/pt.json' with { type: 'json' };
import ru from './texts/ru.json' with { type: 'json' };
import zhHans from './texts/zh-hans.json' with { type: 'json' };

/**
 * The messages of notices are wikitext: bold and character references; no templates, parser functions or comments.
 * Placeholders:
 * - `{user}`: the value of a parameter, shown verbatim; `{contact}` becomes a mailto link if it is an email address
 * - `{page|your application}`: a link with this label; to a page (`page`, `course page`) or a URL (`link`)
 * `separator` joins the messages of a paragraph.
 */
type Messages = Readonly<Record<keyof typeof en, string>>;
type Key = Exclude<keyof typeof en, 'separator'>;

const FILES: ReadonlyMap<string, Messages> = new Map(
	Object.entries({ ar, de, en, es, fr, pt, ru, 'zh-hans': zhHans }),
);

/** A message; or, depending on whether a parameter is given, the second or the third (optional) message. */
type Piece = Key | readonly [parameter: string, given: Key, missing?: Key];
type Paragraph = readonly Piece[];

const TEXTS: Readonly<Record<NoticeText, readonly Paragraph[]>> = {
	receipt: [['hello'], ['receipt.received'], ['receipt.next', 'questions']],
	incomplete: [['hello'], ['incomplete.missing'], ['incomplete.next', 'questions']],
	accepted: [
		['hello'],
		[['correction', 'correction'], ['promotion', 'accepted.promotion'], 'accepted.news'],
		[['until', 'confirm', 'accepted.reserved'], 'questions'],
	],
	waitlisted: [
		['hello'],
		[
			['correction', 'correction'],
			['place', 'waitlisted.place', 'waitlisted.news'],
		],
		['waitlisted.next', 'questions'],
	],
	declined: [['hello'], [['correction', 'correction'], 'declined.news'], ['declined.next']],
	'offer reminder': [['offer reminder.hello'], ['offer reminder.news'], ['confirm', 'questions']],
	'offer lapsed': [['hello'], ['offer lapsed.news'], ['offer lapsed.next']],
	start: [['hello'], ['start.news'], ['start.next', 'questions']],
	contact: [['hello'], ['contact.why'], ['contact.next']],
};

type Params = Readonly<Record<string, string>>;

/**
 * A notice's text as wikitext. It transcludes no page of the wiki, and parameters cannot act as markup or affect what
 * follows.
 *
 * @param params plain text, from `planNotices` and the rules of each notice
 * @param language a MediaWiki code; falls back as MediaWiki does, last to English
 */
export function renderNoticeBody(text: NoticeText, params: Params, language: string): string {
	const [code, messages] = findMessages(language);
	const dir = directionOf(code);
	const paragraphs = TEXTS[text].map((pieces) =>
		pieces
			.map((piece) => chooseKey(piece, params))
			.flatMap((key) => (key === undefined ? [] : [fillMessage(messages[key], params)]))
			.join(messages.separator),
	);
	return `<div class="wikilearn-notice mw-content-${dir}" lang="${code}" dir="${dir}">\n${paragraphs.join('\n\n')}\n</div>`;
}

function findMessages(language: string): readonly [code: string, messages: Messages] {
	for (const code of getFallbackChain(language)) {
		const messages = FILES.get(code);
		if (messages) return [code, messages];
	}
	return ['en', en];
}

function chooseKey(piece: Piece, params: Params): Key | undefined {
	if (typeof piece === 'string') return piece;
	const [parameter, given, missing] = piece;
	return (params[parameter] ?? '') === '' ? missing : given;
}

function fillMessage(message: string, params: Params): string {
	return message.replace(/\{([^{|}]+)(?:\|([^{|}]+))?\}/g, (_, name: string, label?: string) => {
		const value = params[name] ?? '';
		if (label === undefined) return name === 'contact' ? renderMailLink(value) : renderInline(value);
		return name === 'link' ? renderExternalLink(value, label) : renderTitleLink(value, label);
	});
}

/** Shown verbatim, in its own direction. A line break would end the surrounding bold text. */
function renderInline(value: string): string {
	return `<bdi>${encodeAnswer(value.replace(/[\r\n]+/g, ' '))}</bdi>`;
}

/** Characters and sequences that titles cannot contain. */
const NOT_IN_TITLES = /[\p{Cc}#<>[\]{|}]|~{3}/u;

function renderTitleLink(title: string, label: string): string {
	return title.trim() === '' || NOT_IN_TITLES.test(title) ? label : pageLink(title, label);
}

/** Two underscores may start a magic word. */
const PLAIN_ADDRESS = /^[a-z\d](?:[a-z\d.+-]|_(?!_))*@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

function renderMailLink(address: string): string {
	return PLAIN_ADDRESS.test(address) ? `[mailto:${address} ${address}]` : renderInline(address);
}

function renderExternalLink(address: string, label: string): string {
	const encoded = encodeAnswer(address);
	return /^https?:\/\/[^\s"<>[\]]+$/.test(encoded)
		? `<span class="plainlinks">[${encoded} ${label}]</span>`
		: label;
}

/** A notice, rendered as a talk page section. */
export interface NoticeSection {
	/** With the heading and the bot's signature, as saved. */
	readonly wikitext: string;
	/** The edit summary, with the mark that identifies the notice. */
	readonly summary: string;
}

/** @param translate for the applicant's language */
export function renderNoticeSection(notice: PlannedNotice, translate: Translate): NoticeSection {
	const { text, body, params, language } = notice;
	const heading = translate(`wikilearn-notice-heading-${notice.kind}`, params.course ?? notice.course);
	const content = text === 'message' ? `${body ?? ''}\n\n` : `${renderNoticeBody(text, params, language)} `;
	return {
		wikitext: `== ${encodeAnswer(heading)} ==\n${content}~~~~`,
		summary: truncateSummary(`${writeNoticeMark(notice)} ${escapeSummary(heading)}`),
	};
}

/** The talk page's text with the section appended. */
export function appendSection(text: string, { wikitext }: NoticeSection): string {
	return text.trim() === '' ? wikitext : `${text.trimEnd()}\n\n${wikitext}`;
}
