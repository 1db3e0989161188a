import { appendAction, type AppendRequest, type AppendResult } from '../../shared/actions/appendAction.ts';
import { createNonce, type Action } from '../../shared/actions/mark.ts';
import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { type Wiki, WikiError } from '../../shared/wiki/wiki.ts';
import { catchWikiError } from './mwWiki.ts';

/** An action with its texts for the page and the edit summary: plain text on one line. */
export interface ActionEntry {
	readonly action: Action;
	readonly line: string;
	readonly note?: string;
	readonly extra?: AppendRequest['extraParams'];
}

/** Appends actions to a page. Idempotent: repeating an action after a failure adds it only once. */
export function createAppender(wiki: Wiki, pageid: number): (entry: ActionEntry) => Promise<AppendResult> {
	/** The nonces of actions whose outcome is unknown, for retries. */
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
			// Prevents URLs from becoming links.
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
