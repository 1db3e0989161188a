import type { ApiResponse, Params } from '../../shared/wiki/wiki.ts';
import { checkAccess, checkModelChange } from './access.ts';
import { addLogEntry } from './addLogEntry.ts';
import { classifyChange, contentOf, isManualRevert, type Content } from './classifyChange.ts';
import type { MemoryAccount, MemoryPage, MemoryRevision, MemoryState } from './memoryWiki.ts';
import { mergeTexts } from './mergeTexts.ts';
import { createApiError } from './createApiError.ts';
import { addRevision, modelOf, newestOf, newPage, sizeOf, advanceClock } from './revisions.ts';
import { defaultModel, normalizeTitle } from './titles.ts';

/** `$wgMaxArticleSize`, in bytes. */
const MAX_PAGE_SIZE = 2048 * 1024;

/** `action=edit`: MediaWiki's ApiEditPage and EditPage. */
export function handleEdit(state: MemoryState, account: MemoryAccount, params: Params): ApiResponse {
	const { text, appendtext, prependtext, undo } = params;
	if ([text, appendtext, prependtext, undo].every((value) => value === undefined))
		throw createApiError('missingparam', 'At least one of the parameters "text", "appendtext" is required.');
	const { page, title } = findTarget(state, params);
	if (page && params.createonly)
		throw createApiError('articleexists', 'The article you tried to create has been created already.');
	if (!page && params.nocreate) throw createApiError('missingtitle', "The page you specified doesn't exist.");
	checkAccess(state, account.name, page ?? { title, revisions: [] }, ['edit']);
	const undone = Number(undo ?? 0) > 0 ? contentAfterUndo(state, page, params) : null;
	const edited = undone ?? editedContent(title, page, params);
	const present = page && modelOf(page, newestOf(page));
	if (present !== undefined && present !== edited.model)
		checkModelChange(state, account, title, edited.model);
	if (!undone) checkBaseModel(page, params, edited);
	const isAppended = params.appendtext !== undefined || params.prependtext !== undefined;
	const typed = normalizeText(resolveConflict(account, page, params, edited));
	const content = normalizeContent(typed, state.strict || isAppended);
	const summary = undone && params.summary === undefined ? undone.summary : String(params.summary ?? '');
	return save(state, account, { title, page, content, typed, isUndo: undone !== null, summary, params });
}

interface Save {
	readonly title: string;
	readonly page: MemoryPage | undefined;
	readonly content: Content;
	/** Before normalization: what automatic summaries quote. */
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
	const { tag, summary: automatic } = classifyChange(before, typed);
	const tags = tag === null ? [] : [tag];
	if (edit.isUndo) tags.push('mw-undo');
	else if (edit.page && isManualRevert(edit.page, content.text)) tags.push('mw-manual-revert');
	// Heading markers are stripped from the summary.
	const summary = edit.summary.replace(/^\s*=+\s*(.*?)\s*=+\s*$/, '$1').trim();
	advanceClock(state);
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

/** Page creations and content model changes have their own logs. */
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
		addLogEntry(state, {
			...common,
			comment,
			tags,
			revid: revision.revid,
			kind: 'create/create',
			isQuiet: true,
		});
	if (model === usual) return;
	const kind = before ? 'contentmodel/change' : 'contentmodel/new';
	const params = { oldmodel: before ? usual : false, newmodel: model };
	addLogEntry(state, { ...common, comment: summary, kind, params });
}

function findTarget(state: MemoryState, { title, pageid }: Params) {
	if (pageid !== undefined) {
		const page = state.pages.find((candidate) => candidate.pageid === Number(pageid));
		if (!page) throw createApiError('nosuchpageid', `There is no page with ID ${String(pageid)}.`);
		return { page, title: page.title };
	}
	const name = normalizeTitle(String(title));
	if (name === null) throw createApiError('invalidtitle', `Bad title "${String(title)}".`);
	return { page: state.pages.find((candidate) => candidate.title === name), title: name };
}

function editedContent(title: string, page: MemoryPage | undefined, params: Params): Content {
	const present = page && contentOf(page, newestOf(page));
	const model = String(params.contentmodel ?? present?.model ?? defaultModel(title));
	const { appendtext, prependtext } = params;
	if (appendtext === undefined && prependtext === undefined) return { text: String(params.text), model };
	return { text: String(prependtext ?? '') + (present?.text ?? '') + String(appendtext ?? ''), model };
}

/** The text after an undo. @throws WikiError `undofailure` if later changes conflict */
function contentAfterUndo(
	state: MemoryState,
	page: MemoryPage | undefined,
	params: Params,
): Content & { summary: string } {
	const revisions = page?.revisions ?? [];
	const undone = revisions.find(({ revid }) => revid === Number(params.undo));
	const index = undone ? revisions.indexOf(undone) : -1;
	const after = Number(params.undoafter ?? 0);
	const restored = after > 0 ? revisions.find(({ revid }) => revid === after) : revisions[index - 1];
	if (!page || !undone || !restored || undone.textHidden || restored.textHidden)
		throw createApiError('nosuchrevid', `There is no revision with ID ${String(params.undo)}.`);
	const newest = newestOf(page);
	const [present, bad, target] = [newest, undone, restored].map((revision) => contentOf(page, revision));
	const isSameModel =
		present?.model === bad?.model && (newest === undone || present?.model === target?.model);
	if (!present || !bad || !target || !isSameModel) throw createUndoError();
	const text = present.text === bad.text ? target.text : mergeTexts(bad.text, target.text, present.text);
	if (text === null) throw createUndoError();
	const isSingle = revisions[revisions.indexOf(restored) + 1] === undone;
	const author = undone.userHidden ? '' : undone.user;
	const links = `[[Special:Contributions/${author}|${author}]] ([[User talk:${author}|talk]])`;
	const { revid } = undone;
	const revision = state.version === '1.39' ? String(revid) : `[[Special:Diff/${revid}|${revid}]]`;
	const summary = isSingle ? `Undo revision ${revision} by ${links}` : '';
	return { text, model: target.model, summary };
}

function createUndoError() {
	return createApiError('undofailure', 'The edit could not be undone due to conflicting intermediate edits.');
}

/** The content model only changes on request. @throws WikiError */
function checkBaseModel(page: MemoryPage | undefined, params: Params, { model }: Content): void {
	const base = page?.revisions.find(({ revid }) => revid === Number(params.baserevid));
	if (!page || !base || base.textHidden || params.contentmodel !== undefined) return;
	if (modelOf(page, base) !== model)
		throw createApiError('contentmodel-mismatch', "The content has another model than the page's.");
}

/** Merges an edit based on an older revision, line by line. @throws WikiError on an edit conflict */
function resolveConflict(
	account: MemoryAccount,
	page: MemoryPage | undefined,
	{ baserevid }: Params,
	edited: Content,
): Content {
	const newest = page && newestOf(page);
	if (!newest || !baserevid || Number(baserevid) === newest.revid) return edited;
	const base = page.revisions.find(({ revid }) => revid === Number(baserevid));
	const later = page.revisions.filter(({ revid }) => revid > Number(baserevid));
	if (base && later.every(({ user }) => user === account.name)) return edited;
	const text = base && mergeTexts(base.text, edited.text, newest.text);
	if (text === undefined || text === null) throw createApiError('editconflict', 'Edit conflict.');
	return { ...edited, text };
}

/** A text as the wiki saves it, except that carriage returns stay: tests of hostile pages add them directly. */
function normalizeText({ text, model }: Content): Content {
	const plain = text.trimEnd();
	if (sizeOf(plain) > MAX_PAGE_SIZE)
		throw createApiError('contenttoobig', 'The content you supplied exceeds the limit.');
	return { text: plain, model };
}

function normalizeContent({ text, model }: Content, isStrict: boolean): Content {
	if (model !== 'json') return { text, model };
	const json = normalizeJson(text);
	if (json === null && isStrict)
		throw createApiError('invalid-json-data', 'Invalid JSON data: syntax error.');
	return { text: json ?? text, model };
}

function normalizeJson(text: string): string | null {
	try {
		const pretty = JSON.stringify(JSON.parse(text), null, '\t');
		const escapes: Readonly<Record<string, string>> = { '<': '\\u003C', '>': '\\u003E', '&': '\\u0026' };
		return pretty.replace(/[<>&]/g, (sign) => escapes[sign] ?? sign);
	} catch {
		return null;
	}
}
