import type { ApiResponse, Params } from '../../shared/wiki/wiki.ts';
import { checkAccess, checkModelChange } from './access.ts';
import { addLog } from './addLog.ts';
import { changeOf, contentOf, isManualRevert, type Content } from './changeOf.ts';
import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { mergeTexts } from './mergeTexts.ts';
import { refused } from './refused.ts';
import { addRevision, modelOf, newestOf, newPage, sizeOf, tick } from './revisions.ts';
import { defaultModel, normalizeTitle } from './titles.ts';

/** `$wgMaxArticleSize`, in bytes. */
const MAX_SIZE = 2048 * 1024;

/** `action=edit`: MediaWiki's ApiEditPage and EditPage. */
export function answerEdit(state: MemoryState, account: MemoryAccount, params: Params): ApiResponse {
	const { text, appendtext, prependtext, undo } = params;
	if ([text, appendtext, prependtext, undo].every((one) => one === undefined))
		throw refused('missingparam', 'At least one of the parameters "text", "appendtext" is required.');
	const { page, title } = pageOf(state, params);
	if (page && params.createonly)
		throw refused('articleexists', 'The article you tried to create has been created already.');
	if (!page && params.nocreate) throw refused('missingtitle', "The page you specified doesn't exist.");
	checkAccess(state, account.name, page ?? { title, revisions: [] }, ['edit']);
	const undone = Number(undo ?? 0) > 0 ? undoneContent(state, page, params) : null;
	const wanted = undone ?? wantedContent(title, page, params);
	const present = page && modelOf(page, newestOf(page));
	if (present !== undefined && present !== wanted.model)
		checkModelChange(state, account, title, wanted.model);
	if (!undone) checkBaseModel(page, params, wanted);
	const isAppended = params.appendtext !== undefined || params.prependtext !== undefined;
	const typed = trimmed(afterConflict(account, page, params, wanted));
	const content = saved(typed, state.strict || isAppended);
	const summary = undone && params.summary === undefined ? undone.summary : String(params.summary ?? '');
	return save(state, account, { title, page, content, typed, isUndo: undone !== null, summary, params });
}

interface Save {
	readonly title: string;
	readonly page: MemoryPage | undefined;
	readonly content: Content;
	/** Before the wiki made it up: what automatic summaries quote. */
	readonly typed: Content;
	readonly isUndo: boolean;
	readonly summary: string;
	readonly params: Params;
}

function save(state: MemoryState, account: MemoryAccount, edit: Save): ApiResponse {
	const { title, content, typed, params } = edit;
	const newest = edit.page && newestOf(edit.page);
	const before = edit.page ? contentOf(edit.page, newest) : null;
	const common = { result: 'Success', title, contentmodel: content.model };
	if (before?.text === content.text && before.model === content.model)
		return { edit: { ...common, pageid: edit.page?.pageid, nochange: true } };
	const { tag, summary: automatic } = changeOf(before, typed);
	const tags = tag === null ? [] : [tag];
	if (edit.isUndo) tags.push('mw-undo');
	else if (edit.page && isManualRevert(edit.page, content.text)) tags.push('mw-manual-revert');
	// A heading as a summary loses its signs.
	const summary = edit.summary.replace(/^\s*=+\s*(.*?)\s*=+\s*$/, '$1').trim();
	tick(state);
	const page = edit.page ?? newPage(state, title);
	const revision = addRevision(state, page, {
		user: account.name,
		text: content.text,
		comment: summary === '' ? automatic : summary,
		...(tags.length > 0 && { tags }),
		...(content.model !== defaultModel(title) && { contentmodel: content.model }),
		...(params.minor && before && { minor: true }),
		...(params.bot && account.rights.includes('bot') && { bot: true }),
	});
	if (!before) page.isNew = true;
	logEdit(state, page, before, revision, summary);
	return {
		edit: {
			...(before ? {} : { new: true }),
			...common,
			pageid: page.pageid,
			oldrevid: newest?.revid ?? 0,
			newrevid: revision.revid,
			newtimestamp: revision.timestamp,
		},
	};
}

/** Pages that are created and content models that change have logs of their own. */
function logEdit(
	state: MemoryState,
	page: MemoryPage,
	before: Content | null,
	revision: MemoryRevision,
	summary: string,
): void {
	const { user, comment = '', tags = [] } = revision;
	const common = { user, title: page.title, pageid: page.pageid };
	const model = modelOf(page, revision);
	const usual = before?.model ?? defaultModel(page.title);
	if (!before)
		addLog(state, { ...common, comment, tags, revid: revision.revid, kind: 'create/create', isQuiet: true });
	if (model === usual) return;
	const kind = before ? 'contentmodel/change' : 'contentmodel/new';
	const params = { oldmodel: before ? usual : false, newmodel: model };
	addLog(state, { ...common, comment: summary, kind, params });
}

function pageOf(state: MemoryState, { title, pageid }: Params) {
	if (pageid !== undefined) {
		const page = state.pages.find((one) => one.pageid === Number(pageid));
		if (!page) throw refused('nosuchpageid', `There is no page with ID ${String(pageid)}.`);
		return { page, title: page.title };
	}
	const name = normalizeTitle(String(title));
	if (name === null) throw refused('invalidtitle', `Bad title "${String(title)}".`);
	return { page: state.pages.find((one) => one.title === name), title: name };
}

function wantedContent(title: string, page: MemoryPage | undefined, params: Params): Content {
	const present = page && contentOf(page, newestOf(page));
	const model = String(params.contentmodel ?? present?.model ?? defaultModel(title));
	const { appendtext, prependtext } = params;
	if (appendtext === undefined && prependtext === undefined) return { text: String(params.text), model };
	return { text: String(prependtext ?? '') + (present?.text ?? '') + String(appendtext ?? ''), model };
}

/** What an undo would save. @throws WikiError `undofailure` where later changes are in its way. */
function undoneContent(
	state: MemoryState,
	page: MemoryPage | undefined,
	params: Params,
): Content & { summary: string } {
	const revisions = page?.revisions ?? [];
	const undone = revisions.find(({ revid }) => revid === Number(params.undo));
	const index = undone ? revisions.indexOf(undone) : -1;
	const after = Number(params.undoafter ?? 0);
	const kept = after > 0 ? revisions.find(({ revid }) => revid === after) : revisions[index - 1];
	if (!page || !undone || !kept || undone.textHidden || kept.textHidden)
		throw refused('nosuchrevid', `There is no revision with ID ${String(params.undo)}.`);
	const newest = newestOf(page);
	const [present, bad, good] = [newest, undone, kept].map((one) => contentOf(page, one));
	const isSameModel = present?.model === bad?.model && (newest === undone || present?.model === good?.model);
	if (!present || !bad || !good || !isSameModel) throw undoFailed();
	const text = present.text === bad.text ? good.text : mergeTexts(bad.text, good.text, present.text);
	if (text === null) throw undoFailed();
	const isSingle = revisions[revisions.indexOf(kept) + 1] === undone;
	const who = undone.userHidden ? '' : undone.user;
	const links = `[[Special:Contributions/${who}|${who}]] ([[User talk:${who}|talk]])`;
	const { revid } = undone;
	const revision = state.version === '1.39' ? String(revid) : `[[Special:Diff/${revid}|${revid}]]`;
	const summary = isSingle ? `Undo revision ${revision} by ${links}` : '';
	return { text, model: good.model, summary };
}

function undoFailed() {
	return refused('undofailure', 'The edit could not be undone due to conflicting intermediate edits.');
}

/** The content model changes only where that is asked for. @throws WikiError */
function checkBaseModel(page: MemoryPage | undefined, params: Params, { model }: Content): void {
	const base = page?.revisions.find(({ revid }) => revid === Number(params.baserevid));
	if (!page || !base || base.textHidden || params.contentmodel !== undefined) return;
	if (modelOf(page, base) !== model)
		throw refused('contentmodel-mismatch', "The content has another model than the page's.");
}

/** An edit of an older revision than the present one: merged where the lines allow it. @throws WikiError */
function afterConflict(
	account: MemoryAccount,
	page: MemoryPage | undefined,
	{ baserevid }: Params,
	wanted: Content,
): Content {
	const newest = page && newestOf(page);
	if (!newest || !baserevid || Number(baserevid) === newest.revid) return wanted;
	const base = page.revisions.find(({ revid }) => revid === Number(baserevid));
	const later = page.revisions.filter(({ revid }) => revid > Number(baserevid));
	if (base && later.every(({ user }) => user === account.name)) return wanted;
	const text = base && mergeTexts(base.text, wanted.text, newest.text);
	if (text === undefined || text === null) throw refused('editconflict', 'Edit conflict.');
	return { ...wanted, text };
}

/** A text as the wiki saves it. Carriage returns stay, unlike there: tests of hostile pages put them onto pages directly. */
function trimmed({ text, model }: Content): Content {
	const plain = text.trimEnd();
	if (sizeOf(plain) > MAX_SIZE) throw refused('contenttoobig', 'The content you supplied exceeds the limit.');
	return { text: plain, model };
}

function saved({ text, model }: Content, isStrict: boolean): Content {
	if (model !== 'json') return { text, model };
	const json = savedJson(text);
	if (json === null && isStrict) throw refused('invalid-json-data', 'Invalid JSON data: syntax error.');
	return { text: json ?? text, model };
}

function savedJson(text: string): string | null {
	try {
		const pretty = JSON.stringify(JSON.parse(text), null, '\t');
		const escapes: Readonly<Record<string, string>> = { '<': '\\u003C', '>': '\\u003E', '&': '\\u0026' };
		return pretty.replace(/[<>&]/g, (sign) => escapes[sign] ?? sign);
	} catch {
		return null;
	}
}
