import { createNonce } from '../../shared/actions/mark.ts';
import type { Application } from '../../shared/application/application.ts';
import { contentOf } from '../../shared/history/similarity.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage, type Saved } from '../../shared/wiki/savePage.ts';
import { h } from '../ui/h.ts';
import { applicationTitle } from '../course/readSituation.ts';
import type { Applying } from '../course/applying.ts';
import type { Refused } from '../ui/refused.ts';
import { isRecord } from '../isRecord.ts';
import { orWikiError } from './mwWiki.ts';
import { createCaptcha } from './captcha.ts';
import { findApplication, textOn, type Base } from './textOn.ts';

type Done = Extract<Saved, { kind: 'saved' }>;

/** What people are told where a save did not come about; nothing that they wrote is lost, and it can be tried again. */
export interface SaveWords {
	/** No answer: nobody knows. */
	readonly lost: string;
	/** What it is about was changed by somebody, or in another tab. */
	readonly changed: string;
	/** The page, or the application on it, is gone. */
	readonly deleted: string;
	/** Where a new page was wanted, one's own is there already, or somebody else's. */
	readonly exists: string;
	readonly existsOther: string;
	/** @param refused the API's code, and its message in the reader's language as plain text */
	readonly refused: (refused: { readonly code: string; readonly message: string }) => string;
}

export interface Saver {
	/** The whole page as it would be saved now. */
	text(application: Application): string;
	/** Saves it. Sending again after any failure is safe: what was asked (a CAPTCHA, a page in the way) is remembered. */
	save(application: Application, summary: string): Promise<Done | Refused>;
}

/** Saves one's application: the answers, and that an address was handed over. For one save, however often it is tried. */
export function createSaver(wiki: Wiki, applying: Applying, words: SaveWords): Saver {
	const { course, account, own, programme } = applying;
	const asked = course.questions.map(({ id }) => id);
	const save = createNonce(crypto.getRandomValues.bind(crypto));
	let base: Base = own ? { kind: 'page', ...own, mine: true } : { kind: 'new' };
	const captcha = createCaptcha(programme.contact.address);

	const textFor = (application: Application): string => textOn(base, { ...application, save }, asked);

	/** Somebody else came first. What is there now is what the next attempt is made from. */
	const learn = async (page: Page | null): Promise<'again' | Refused> => {
		const before = base;
		if (!page) {
			base = { kind: 'new' };
			return { kind: 'refused', words: words.deleted };
		}
		const { title, revision } = page;
		const mine = (await firstAuthor(wiki, title)) === account;
		base = { kind: 'page', title, revid: revision.revid, text: revision.text ?? '', mine };
		// The bot's region: nobody has to be asked.
		if (before.kind === 'page' && isSame(before.text, base.text, course.id)) return 'again';
		const said = before.kind === 'page' ? words.changed : mine ? words.exists : words.existsOther;
		return { kind: 'refused', words: said, more: pageLink(title, revision.revid) };
	};

	const saveIt: Saver['save'] = async (application, summary) => {
		const attempt = savePage(wiki, {
			title: base.kind === 'new' ? applicationTitle(course, account) : base.title,
			text: textFor(application),
			summary,
			base: base.kind === 'new' ? 'new' : base.revid,
			extra: { watchlist: 'watch', ...captcha.answer() },
		});
		const saved = await orWikiError(attempt);
		if (saved instanceof WikiError) return { kind: 'refused', words: words.lost };
		switch (saved.kind) {
			case 'saved':
				return saved;
			case 'conflict': {
				const learnt = await learn(saved.page);
				return learnt === 'again' ? saveIt(application, summary) : learnt;
			}
			case 'captcha':
				return captcha.ask(saved.captcha);
			case 'lost':
				return { kind: 'refused', words: words.lost };
			case 'refused':
				return { kind: 'refused', words: words.refused(saved) };
		}
	};
	return { text: textFor, save: saveIt };
}

/** Whether two texts of a page hold the same application, so that it still is what people want to change. */
function isSame(before: string, now: string, course: string): boolean {
	const [one, other] = [before, now].map((text) => findApplication(text, course)?.application);
	return one !== undefined && other !== undefined && contentOf(one) === contentOf(other);
}

function pageLink(title: string, revid: number): HTMLElement {
	const href = mw.util.getUrl(title, { oldid: revid });
	return h('p', {}, h('a', { href, target: '_blank', rel: 'noopener' }, title));
}

/** Who began a page; null where the wiki does not tell. */
async function firstAuthor(wiki: Wiki, title: string): Promise<string | null> {
	const asked = { titles: title, prop: 'revisions', rvprop: 'user', rvdir: 'newer', rvlimit: 1 };
	const answer = await orWikiError(wiki.query({ action: 'query', ...asked }));
	const query = answer instanceof WikiError ? null : answer.query;
	const page: unknown = isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null;
	const first: unknown = isRecord(page) && Array.isArray(page.revisions) ? page.revisions[0] : null;
	return isRecord(first) && typeof first.user === 'string' ? first.user : null;
}
