import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';
import { publishPage } from '../../wiki/publishPage.ts';
import type { OpenRequest } from '../../plan/requests.ts';
import { replyEdits } from './replyEdits.ts';

/**
 * Replies to each section once, with a link to the form. The summaries of the bot's own edits show which have a
 * reply, and each page is read again right before the edit.
 *
 * @throws WikiError if the wiki cannot be read
 */
export async function replyToRequests(
	wiki: Wiki,
	programme: Programme,
	requests: readonly OpenRequest[],
	translate: Translate,
): Promise<readonly PublishResult[]> {
	const published: PublishResult[] = [];
	for (const { edit, page } of await replyEdits(wiki, programme, requests, translate))
		published.push(await publishPage(wiki, edit, page));
	return published;
}
