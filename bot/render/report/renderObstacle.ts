import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Obstacle } from '../../notices/plannedNotice.ts';
import { instantText } from '../instantText.ts';
import { sayWithWikitext } from '../sayWithWikitext.ts';
import { linkList, linkTo } from './linkList.ts';

/** Enough to begin with: when they are dealt with, the next ones are shown. */
const MOST_PAGES = 25;

/** Why a course's notices cannot be released, with links to what is to be done. */
export function renderObstacle({ kind, pages, detail }: Obstacle, translate: Translate): string {
	const key = `wikilearn-report-obstacle-${kind}`;
	if (kind === 'too-early') return encodeAnswer(translate(key, instantText(detail)));
	if (kind === 'over-seats') return encodeAnswer(translate(key, detail));
	return sayWithWikitext(translate, key, [pages.length], linkList(pages.map(linkTo), MOST_PAGES, translate));
}
