import type { Programme } from '../../shared/programme/schema.ts';
import { translateInto } from '../operations/translateInto.ts';

/** A page that the project deploys. */
export interface OwnPage {
	readonly title: string;
	readonly text: string;
	/**
	 * `whole`: the page is ours. `definition`: our lines of `MediaWiki:Gadgets-definition`, shared with others.
	 * `if-missing`: created once, then maintained by the community.
	 */
	readonly policy: 'whole' | 'definition' | 'if-missing';
	/** On a course page: the id of the course whose form is mounted. */
	readonly mount?: string;
}

/** The log's initial text. The log is identified by its page id, so the page is created once and never overwritten. */
export function logPage({ log, language }: Pick<Programme, 'log' | 'language'>): OwnPage {
	return { title: log.page, text: translateInto(language)('wikilearn-log-intro'), policy: 'if-missing' };
}

/** The review page with the queue's mount, which contains the fallback for everyone else. */
export function reviewPage({ root }: Programme): OwnPage {
	const text = [
		'<div class="wikilearn-review">',
		`The programme’s reviewers read the applications here. [[${root}/Status|Where the applications stand]]`,
		'</div>',
	].join('\n');
	return { title: `${root}/Review`, text, policy: 'if-missing' };
}
