import { createNonce } from '../../shared/actions/mark.ts';
import type { Application } from '../../shared/application/application.ts';
import { serializeContent } from '../../shared/history/similarity.ts';
import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { savePage, type SaveResult } from '../../shared/wiki/savePage.ts';
import { h } from '../ui/h.ts';
import { applicationTitle } from '../course/readSituation.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import type { Refusal } from '../ui/notice.ts';
import { isRecord } from '../isRecord.ts';
import { catchWikiError } from './mwWiki.ts';
import { createCaptcha } from './captcha.ts';
import { findApplication, renderApplicationPage, type SaveBase } from './applicationPage.ts';

type SavedPage = Extract<SaveResult, { kind: 'saved' }>;

/** The messages for failed saves. The form keeps the input, so that the user can retry. */
export interface SaveMessages {
	/** The response was lost, so the outcome is unknown. */
	readonly lost: string;
	/** The application was changed by somebody else, or in another tab. */
	readonly changed: string;
	/** The page, or the application on it, was deleted. */
	readonly deleted: string;
	/** For a new page: it already exists, created by the user; `existsOther`: by somebody else. */
	readonly exists: string;
	readonly existsOther: string;
	/** @param refused the API's code, and its message in the reader's language as plain text */
	readonly refused: (refused: { readonly code: string; readonly message: string }) => string;
}

interface Saver {
	/** The text of the whole page as it would be saved now. */
	pageText(application: Application): string;
	/** Saves it. Safe to retry after any failure: remembers CAPTCHAs and edit conflicts. */
	save(application: Application, summary: string): Promise<SavedPage | Refusal>;
}

/** Saves the reader's application, and whether the address was sent. Use one saver for all retries of a save. */
export function createSaver(wiki: Wiki, context: ApplicationContext, messages: SaveMessages): Saver {
	const { course, account, myApplication, programme } = context;
	const questionIds = course.questions.map(({ id }) => id);
	const nonce = createNonce(crypto.getRandomValues.bind(crypto));
	let base: SaveBase = myApplication ? { kind: 'page', ...myApplication, isOwn: true } : { kind: 'new' };
	const captcha = createCaptcha(programme.contact.address);

	const renderPage = (application: Application): string =>
		renderApplicationPage(base, { ...application, nonce }, questionIds);

	/** After an edit conflict, bases the next attempt on the current page. */
	const rebase = async (page: Page | null): Promise<'retry' | Refusal> => {
		const previousBase = base;
		if (!page) {
			base = { kind: 'new' };
			return { kind: 'refused', message: messages.deleted };
		}
		const { title, revision } = page;
		const isOwn = (await readPageCreator(wiki, title)) === account;
		base = { kind: 'page', title, revid: revision.revid, text: revision.text ?? '', isOwn };
		// Only the bot's region changed: retry without asking.
		if (previousBase.kind === 'page' && hasSameApplication(previousBase.text, base.text, course.id))
			return 'retry';
		const message =
			previousBase.kind === 'page' ? messages.changed : isOwn ? messages.exists : messages.existsOther;
		return { kind: 'refused', message, details: pageLink(title, revision.revid) };
	};

	const saveApplication: Saver['save'] = async (application, summary) => {
		const attempt = savePage(wiki, {
			title: base.kind === 'new' ? applicationTitle(course, account) : base.title,
			text: renderPage(application),
			summary,
			baseRevision: base.kind === 'new' ? 'new' : base.revid,
			extraParams: { watchlist: 'watch', ...captcha.params() },
		});
		const saved = await catchWikiError(attempt);
		if (saved instanceof WikiError) return { kind: 'refused', message: messages.lost };
		switch (saved.kind) {
			case 'saved':
				return saved;
			case 'conflict': {
				const rebased = await rebase(saved.page);
				return rebased === 'retry' ? saveApplication(application, summary) : rebased;
			}
			case 'captcha':
				return captcha.challenge(saved.captcha);
			case 'lost':
				return { kind: 'refused', message: messages.lost };
			case 'refused':
				return { kind: 'refused', message: messages.refused(saved) };
		}
	};
	return { pageText: renderPage, save: saveApplication };
}

/** Whether two texts of a page contain the same application, so that the edit is still what the user wants. */
function hasSameApplication(before: string, now: string, course: string): boolean {
	const [oldApplication, newApplication] = [before, now].map(
		(text) => findApplication(text, course)?.application,
	);
	return (
		oldApplication !== undefined &&
		newApplication !== undefined &&
		serializeContent(oldApplication) === serializeContent(newApplication)
	);
}

function pageLink(title: string, revid: number): HTMLElement {
	const href = mw.util.getUrl(title, { oldid: revid });
	return h('p', {}, h('a', { href, target: '_blank', rel: 'noopener' }, title));
}

/** The page's creator; null if unknown. */
async function readPageCreator(wiki: Wiki, title: string): Promise<string | null> {
	const params = { titles: title, prop: 'revisions', rvprop: 'user', rvdir: 'newer', rvlimit: 1 };
	const response = await catchWikiError(wiki.query({ action: 'query', ...params }));
	const query = response instanceof WikiError ? null : response.query;
	const page: unknown = isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null;
	const firstRevision: unknown = isRecord(page) && Array.isArray(page.revisions) ? page.revisions[0] : null;
	return isRecord(firstRevision) && typeof firstRevision.user === 'string' ? firstRevision.user : null;
}
