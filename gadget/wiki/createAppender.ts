import { appendAction, type Append, type Appended } from '../../shared/actions/appendAction.ts';
import { createNonce, type Action } from '../../shared/actions/mark.ts';
import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { orWikiError } from './mwWiki.ts';

/** What is done, and what readers of the page and of its history are told of it: plain text in one line. */
export interface Deed {
	readonly action: Action;
	readonly line: string;
	readonly note?: string;
	readonly extra?: Append['extra'];
}

/** Adds what somebody does to a page. Doing the same again after a failure is safe: it is there once. */
export function createAppender(wiki: Wiki, pageid: number): (deed: Deed) => Promise<Appended> {
	/** What nobody knows of whether it is there, with the nonces by which it is known again. */
	const unknown = new Map<string, string>();
	return async ({ action, line, note = '', extra }) => {
		const key = JSON.stringify([action, note]);
		const before = unknown.get(key);
		const nonce = before ?? createNonce(crypto.getRandomValues.bind(crypto));
		unknown.set(key, nonce);
		const append = appendAction(wiki, {
			pageid,
			action,
			nonce,
			// An address is no link here.
			line: encodeAnswer(line.replace(/\s+/g, ' ')).replace(/:\/\//g, '&#58;//'),
			note,
			again: before !== undefined,
			...(extra && { extra }),
		});
		const appended = await orWikiError(append);
		if (appended instanceof WikiError)
			return { kind: 'lost', code: appended.code, message: appended.message };
		if (appended.kind !== 'lost') unknown.delete(key);
		return appended;
	};
}
