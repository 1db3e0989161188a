import type { Programme } from '../../shared/programme/schema.ts';
import { translateInto } from '../operations/translateInto.ts';

/** A page that the project keeps on the wiki. */
export interface OwnPage {
	readonly title: string;
	readonly text: string;
	/**
	 * `whole`: the page is ours. `definition`: our lines of `MediaWiki:Gadgets-definition`, among other people's.
	 * `if-missing`: made once, then the community's.
	 */
	readonly policy: 'whole' | 'definition' | 'if-missing';
	/** A course page: the id of the course whose form appears there. */
	readonly mount?: string;
}

/** The log as it begins. Its page id is what counts, so it is made once and never written again. */
export function logPage({ log, language }: Pick<Programme, 'log' | 'language'>): OwnPage {
	return { title: log.page, text: translateInto(language)('wikilearn-log-intro'), policy: 'if-missing' };
}

/** The reviewers' page with the mount of their queue. Inside stands what everybody else gets. */
export function reviewPage({ root }: Programme): OwnPage {
	const text = [
		'<div class="wikilearn-review">',
		`The programme’s reviewers read the applications here. [[${root}/Status|Where the applications stand]]`,
		'</div>',
	].join('\n');
	return { title: `${root}/Review`, text, policy: 'if-missing' };
}
