import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { Translate } from '../../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../../shared/programme/schema.ts';

/** Far below MediaWiki's page size limit (2 MB): nothing can be appended to a full page. */
const MAX_BYTES = 1_500_000;

/** The edit that empties the log page; null if none is needed. */
export function logEdit(
	{ page }: LogPage,
	programme: Programme,
	translate: Translate,
): { readonly title: string; readonly text: string; readonly summary: string } | null {
	if (page?.title !== programme.log.page) return null;
	if (page.contentModel === 'wikitext' && page.length < MAX_BYTES) return null;
	return {
		title: page.title,
		text: translate('wikilearn-log-intro'),
		summary: translate('wikilearn-summary-log'),
	};
}
