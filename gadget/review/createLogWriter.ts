import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { LogAction } from '../../shared/actions/mark.ts';
import { WikiError, type Wiki } from '../../shared/wiki/wiki.ts';
import { say } from '../ui/msg.ts';
import { isRecord } from '../isRecord.ts';
import { orWikiError } from '../wiki/mwWiki.ts';
import { createAppender, type Deed } from '../wiki/createAppender.ts';

export interface Logged extends Deed {
	readonly action: LogAction;
}

/** Adds an action to the log, with one edit. Why that was not done, in words, or null. Trying again is safe. */
export type LogWriter = (logId: number, deed: Logged) => Promise<string | null>;

export function createLogWriter(wiki: Wiki): LogWriter {
	const appenders = new Map<number, ReturnType<typeof createAppender>>();
	return async (logId, deed) => {
		const append = appenders.get(logId) ?? createAppender(wiki, logId);
		appenders.set(logId, append);
		const why = await orWikiError(prepareLog(wiki, logId));
		if (why instanceof WikiError) return say('wikilearn-review-refused', why.message);
		if (why !== null) return why;
		const appended = await append(deed);
		switch (appended.kind) {
			case 'saved':
				return null;
			case 'captcha':
				return say('wikilearn-review-captcha');
			case 'lost':
				return say('wikilearn-review-lost');
			case 'refused':
				return say('wikilearn-review-refused', appended.message);
		}
	};
}

/**
 * Makes sure that lines can be added: somebody may have given the page another content model.
 *
 * @returns why they cannot, in words, or null
 */
async function prepareLog(wiki: Wiki, pageid: number): Promise<string | null> {
	const { query } = await wiki.query({ action: 'query', prop: 'info', pageids: pageid });
	const page: unknown = isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null;
	if (!isRecord(page) || page.missing === true) return say('wikilearn-review-log-missing');
	if (page.contentmodel === 'wikitext') return null;
	const reset = wiki.edit({
		action: 'edit',
		pageid,
		text: encodeAnswer(say('wikilearn-review-log-header')),
		contentmodel: 'wikitext',
		contentformat: 'text/x-wiki',
		summary: say('wikilearn-review-log-reset-summary'),
	});
	const answer = await orWikiError(reset);
	const refused = answer instanceof WikiError;
	if (!refused && isRecord(answer.edit) && answer.edit.result === 'Success') return null;
	return say('wikilearn-review-log-jammed', String(page.contentmodel), refused ? answer.message : '');
}
