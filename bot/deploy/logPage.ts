import type { Programme } from '../../shared/programme/schema.ts';
import { translateInto } from '../translateInto.ts';
import type { OwnPage } from './ownPages.ts';

/** The log as it begins. Its page id is what counts, so it is made once and never written again. */
export function logPage({ log, language }: Pick<Programme, 'log' | 'language'>): OwnPage {
	return { title: log.page, text: translateInto(language)('wikilearn-log-intro'), how: 'if-missing' };
}
