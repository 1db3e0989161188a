import type { Application } from '../../shared/application/application.ts';
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
import { sayRefusal } from './sayRefusal.ts';
import { findApplication, textOn } from './textOn.ts';

type Done = Extract<Saved, { kind: 'saved' }>;

export interface Saver {
	/** The whole page as it would be saved now. */
	text(application: Application): string;
	/** Saves it. Sending again after any failure is safe: what was asked (a CAPTCHA, a page in the way) is remembered. */
	save(application: Application, summary: string): Promise<Done | Refused>;
}

export function createSaver(wiki: Wiki, applying: Applying): Saver {
	const { course, account, own, programme } = applying;
	const asked = course.questions.map(({ id }) => id);
	let base: Base = own ? { kind: 'page', ...own, mine: true } : { kind: 'new' };
	let captcha: CaptchaField | null = null;

	const attempt = async (application: Application, summary: string): Promise<Saved> => {
		try {
			return await savePage(wiki, {
				title: base.kind === 'new' ? applicationTitle(course, account) : base.title,
				text: textOn(base, application, asked),
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
	const learn = async (page: Page | null): Promise<'again' | Refused> => {
		const before = base;
		if (!page) {
			base = { kind: 'new' };
			return { kind: 'refused', words: say('wikilearn-form-deleted') };
		}
		const { title, revision } = page;
		const mine = (await firstAuthor(wiki, title)) === account;
		base = { kind: 'page', title, revid: revision.revid, text: revision.text ?? '', mine };
		// The bot's region or a reviewer's word: nothing of ours changed, so that nobody has to be asked.
		if (before.kind === 'page' && sameAnswers(before.text, base.text, course.id)) return 'again';
		return { kind: 'refused', words: sayConflict(before, mine), more: pageLink(title, revision.revid) };
	};

	const save: Saver['save'] = async (application, summary) => {
		const saved = await attempt(application, summary);
		captcha = null;
		switch (saved.kind) {
			case 'saved':
				return saved;
			case 'conflict': {
				const learnt = await learn(saved.page);
				return learnt === 'again' ? save(application, summary) : learnt;
			}
			case 'captcha':
				captcha = captchaField(saved.captcha);
				return captcha
					? { kind: 'refused', words: say('wikilearn-form-captcha'), more: captcha.element }
					: { kind: 'refused', words: say('wikilearn-form-captcha-unknown', programme.contact.address) };
			case 'lost':
				return { kind: 'refused', words: say('wikilearn-form-lost') };
			case 'refused':
				return { kind: 'refused', words: sayRefusal(saved, programme.contact.address) };
		}
	};
	return { text: (application) => textOn(base, application, asked), save };
}

function sayConflict(before: Base, mine: boolean): string {
	if (before.kind === 'page') return say('wikilearn-form-changed');
	return say(mine ? 'wikilearn-form-exists' : 'wikilearn-form-exists-other');
}

function pageLink(title: string, revid: number): HTMLElement {
	const href = mw.util.getUrl(title, { oldid: revid });
	return h('p', {}, h('a', { href, target: '_blank', rel: 'noopener' }, title));
}

function sameAnswers(before: string, now: string, course: string): boolean {
	const [one, other] = [before, now].map((text) => findApplication(text, course)?.application);
	return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
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
