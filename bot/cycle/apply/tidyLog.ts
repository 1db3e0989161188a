import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { WikiError, type Wiki } from '../../../shared/wiki/wiki.ts';
import { logEdit } from './logEdit.ts';
import type { PublishResult } from '../../wiki/comparePage.ts';

/**
 * Empties a nearly full log page, and resets a changed content model: otherwise nothing could be appended. Only the
 * history counts, so nothing is lost; the summary is not a mark. A page at another title is left alone: it was moved,
 * or the programme page has a wrong id; both are reported.
 *
 * @throws WikiError if the wiki fails
 */
export async function tidyLog(
	wiki: Wiki,
	log: LogPage,
	programme: Programme,
	translate: Translate,
): Promise<readonly PublishResult[]> {
	const edit = logEdit(log, programme, translate);
	if (!edit) return [];
	const { title, text, summary } = edit;
	try {
		await wiki.edit({
			action: 'edit',
			pageid: programme.log.id,
			text,
			contentmodel: 'wikitext',
			summary,
			bot: true,
			minor: true,
		});
		return [{ title, kind: 'saved', revid: 0, edited: true }];
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return [{ title, kind: 'refused', code: error.code, message: error.message }];
	}
}
