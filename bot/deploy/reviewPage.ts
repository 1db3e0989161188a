import type { Programme } from '../../shared/programme/schema.ts';
import type { OwnPage } from './ownPages.ts';

/** The reviewers' page with the mount of their queue. Inside stands what everybody else gets. */
export function reviewPage({ root }: Programme): OwnPage {
	const text = [
		'<div class="wikilearn-review">',
		`The programme’s reviewers read the applications here. [[${root}/Status|Where the applications stand]]`,
		'</div>',
	].join('\n');
	return { title: `${root}/Review`, text, how: 'if-missing' };
}
