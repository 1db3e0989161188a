import type { Answer, Params } from '../../shared/wiki.ts';
import { WikiError } from '../../shared/wiki.ts';
import type { MemoryAccount, MemoryState } from './memoryWiki.ts';
import { iso } from './iso.ts';

/** `action=edit` with a full text. Edit conflicts are never merged, as by a wiki whose texts overlap. */
export function answerEdit(state: MemoryState, account: MemoryAccount, params: Params): Answer {
	const title = String(params.title);
	const text = String(params.text).trimEnd();
	let page = state.pages.find((one) => one.title === title);
	if (page && params.createonly)
		throw refused('articleexists', 'The article you tried to create has been created already.');
	if (!page && params.nocreate) throw refused('missingtitle', "The page you specified doesn't exist.");
	const newest = page?.revisions[page.revisions.length - 1];
	if (newest?.text === text) return success(title, { nochange: true });
	const base = params.baserevid;
	if (newest && base !== undefined && newest.revid !== Number(base) && newest.user !== account.name) {
		throw refused('editconflict', 'Edit conflict.');
	}
	if (!page) {
		page = { pageid: state.nextRevid, title, revisions: [] };
		state.pages.push(page);
	}
	state.now += 1000;
	const revid = state.nextRevid++;
	page.revisions.push({
		revid,
		parentid: newest?.revid ?? 0,
		timestamp: iso(state.now),
		user: account.name,
		text,
		comment: String(params.summary ?? ''),
	});
	return success(title, { newrevid: revid, newtimestamp: iso(state.now) });
}

function success(title: string, more: Answer): Answer {
	return { edit: { result: 'Success', title, ...more } };
}

function refused(code: string, info: string): WikiError {
	return new WikiError(code, info, 'refused', { error: { code, info } });
}
