import { encodeAnswer } from '../../../shared/application/answerWikitext.ts';
import type { LogAction } from '../../../shared/actions/mark.ts';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';
import { msg } from '../../ui/msg.ts';
import { isRecord } from '../../isRecord.ts';
import { catchWikiError } from '../../wiki/mwWiki.ts';
import { createAppender, type ActionEntry } from '../../wiki/createAppender.ts';

export interface LogEntry extends ActionEntry {
	readonly action: LogAction;
}

/** Logs an action with one edit. Returns why it failed, as text, or null. Safe to retry. */
export type LogWriter = (logId: number, entry: LogEntry) => Promise<string | null>;

export function createLogWriter(wiki: Wiki): LogWriter {
	const appenders = new Map<number, ReturnType<typeof createAppender>>();
	return async (logId, entry) => {
		const append = appenders.get(logId) ?? createAppender(wiki, logId);
		appenders.set(logId, append);
		const problem = await catchWikiError(ensureWikitextLog(wiki, logId));
		if (problem instanceof WikiError) return msg('wikilearn-review-refused', problem.message);
		if (problem !== null) return problem;
		const appended = await append(entry);
		switch (appended.kind) {
			case 'saved':
				return null;
			case 'captcha':
				return msg('wikilearn-review-captcha');
			case 'lost':
				return msg('wikilearn-review-lost');
			case 'refused':
				return msg('wikilearn-review-refused', appended.message);
		}
	};
}

/**
 * Makes sure that lines can be appended: somebody may have changed the page's content model.
 *
 * @returns why they cannot, as text, or null
 */
async function ensureWikitextLog(wiki: Wiki, pageid: number): Promise<string | null> {
	const { query } = await wiki.query({ action: 'query', prop: 'info', pageids: pageid });
	const page: unknown = isRecord(query) && Array.isArray(query.pages) ? query.pages[0] : null;
	if (!isRecord(page) || page.missing === true) return msg('wikilearn-review-log-missing');
	if (page.contentmodel === 'wikitext') return null;
	const reset = wiki.edit({
		action: 'edit',
		pageid,
		text: encodeAnswer(msg('wikilearn-review-log-header')),
		contentmodel: 'wikitext',
		contentformat: 'text/x-wiki',
		summary: msg('wikilearn-review-log-reset-summary'),
	});
	const response = await catchWikiError(reset);
	const isRefused = response instanceof WikiError;
	if (!isRefused && isRecord(response.edit) && response.edit.result === 'Success') return null;
	return msg('wikilearn-review-log-jammed', String(page.contentmodel), isRefused ? response.message : '');
}
