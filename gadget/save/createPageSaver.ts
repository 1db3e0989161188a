import type { Wiki } from '../../shared/wiki.ts';
import { WikiError } from '../../shared/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage, type Saved } from '../../shared/wiki/savePage.ts';
import { h } from '../form/h.ts';
import { applicationTitle } from '../form/readSituation.ts';
import { say } from '../form/say.ts';
import type { Applying, Refused } from '../form/sender.ts';
import { isRecord } from '../isRecord.ts';
import type { Base } from './base.ts';
import { captchaField, type CaptchaField } from './captchaField.ts';
import type { SaveWords } from './saveWords.ts';

export type Done = Extract<Saved, { kind: 'saved' }>;

/** What is done to the page. */
export interface PageChange {
	/** The whole page with it. Null: there is nothing on this page that it could be done to. */
	readonly write: (base: Base) => string | null;
	/** Whether what it is about is the same in two texts of the page, so that it still is what people want. */
	readonly isSame: (before: string, now: string) => boolean;
	readonly summary: string;
}

export interface PageSaver {
	readonly base: () => Base;
	/** Saves it. Sending again after any failure is safe: what was asked (a CAPTCHA, a page in the way) is remembered. */
	save(change: PageChange): Promise<Done | Refused>;
}

/** Saves changes of one's application page. */
export function createPageSaver(wiki: Wiki, applying: Applying, words: SaveWords): PageSaver {
	const { course, account, own, programme } = applying;
	let base: Base = own ? { kind: 'page', ...own, mine: true } : { kind: 'new' };
	let captcha: CaptchaField | null = null;

	const attempt = async (text: string, summary: string): Promise<Saved> => {
		try {
			return await savePage(wiki, {
				title: base.kind === 'new' ? applicationTitle(course, account) : base.title,
				text,
				summary,
				base: base.kind === 'new' ? 'new' : base.revid,
				extra: { watchlist: 'watch', ...captcha?.answer() },
			});
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
			return { kind: 'lost', code: error.code, message: error.message };
		}
	};

	/** Somebody else came first. What is there now is what the next attempt is made from. */
	const learn = async (page: Page | null, { isSame }: PageChange): Promise<'again' | Refused> => {
		const before = base;
		if (!page) {
			base = { kind: 'new' };
			return { kind: 'refused', words: words.deleted };
		}
		const { title, revision } = page;
		const mine = (await firstAuthor(wiki, title)) === account;
		base = { kind: 'page', title, revid: revision.revid, text: revision.text ?? '', mine };
		// The bot's region or a reviewer's word: nobody has to be asked.
		if (before.kind === 'page' && isSame(before.text, base.text)) return 'again';
		const said = before.kind === 'page' ? words.changed : mine ? words.exists : words.existsOther;
		return { kind: 'refused', words: said, more: pageLink(title, revision.revid) };
	};

	const save: PageSaver['save'] = async (change) => {
		const text = change.write(base);
		if (text === null) return { kind: 'refused', words: words.deleted };
		const saved = await attempt(text, change.summary);
		captcha = null;
		switch (saved.kind) {
			case 'saved':
				return saved;
			case 'conflict': {
				const learnt = await learn(saved.page, change);
				return learnt === 'again' ? save(change) : learnt;
			}
			case 'captcha':
				captcha = captchaField(saved.captcha);
				return captcha
					? { kind: 'refused', words: say('wikilearn-form-captcha'), more: captcha.element }
					: { kind: 'refused', words: say('wikilearn-form-captcha-unknown', programme.contact.address) };
			case 'lost':
				return { kind: 'refused', words: words.lost };
			case 'refused':
				return { kind: 'refused', words: words.refused(saved) };
		}
	};
	return { base: () => base, save };
}

function pageLink(title: string, revid: number): HTMLElement {
	const href = mw.util.getUrl(title, { oldid: revid });
	return h('p', {}, h('a', { href, target: '_blank', rel: 'noopener' }, title));
}

/** Who began a page; null where the wiki does not tell. */
async function firstAuthor(wiki: Wiki, title: string): Promise<string | null> {
	try {
		const { query } = await wiki.ask({
			action: 'query',
			titles: title,
			prop: 'revisions',
			rvprop: 'user',
			rvdir: 'newer',
			rvlimit: 1,
		});
		const page: unknown = isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null;
		const first: unknown = isRecord(page) && Array.isArray(page.revisions) ? page.revisions[0] : null;
		return isRecord(first) && typeof first.user === 'string' ? first.user : null;
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return null;
	}
}
