import { appendAction, type AppendRequest, type AppendResult } from '../../shared/actions/appendAction.ts';
import { createNonce, type Action } from '../../shared/actions/mark.ts';
import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { catchWikiError } from './mwWiki.ts';

/** What is done, and what readers of the page and of its history are told of it: plain text in one line. */
export interface ActionEntry {
	readonly action: Action;
	readonly line: string;
	readonly note?: string;
	readonly extra?: AppendRequest['extraParams'];
}

/** Adds what somebody does to a page. Doing the same again after a failure is safe: it is there once. */
export function createAppender(wiki: Wiki, pageid: number): (entry: ActionEntry) => Promise<AppendResult> {
	/** What nobody knows of whether it is there, with the nonces by which it is known again. */
	const unconfirmed = new Map<string, string>();
	return async ({ action, line, note = '', extra }) => {
		const key = JSON.stringify([action, note]);
		const previousNonce = unconfirmed.get(key);
		const nonce = previousNonce ?? createNonce(crypto.getRandomValues.bind(crypto));
		unconfirmed.set(key, nonce);
		const append = appendAction(wiki, {
			pageid,
			action,
			nonce,
			// An address is no link here.
			line: encodeAnswer(line.replace(/\s+/g, ' ')).replace(/:\/\//g, '&#58;//'),
			note,
			isRetry: previousNonce !== undefined,
			...(extra && { extraParams: extra }),
		});
		const appended = await catchWikiError(append);
		if (appended instanceof WikiError)
			return { kind: 'lost', code: appended.code, message: appended.message };
		if (appended.kind !== 'lost') unconfirmed.delete(key);
		return appended;
	};
}
