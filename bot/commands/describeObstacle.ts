import type { Obstacle } from '../notices/plannedNotice.ts';
import { instantText } from '../render/instantText.ts';
import { translateInto } from '../translateInto.ts';

/** What forbids a release, as the report says it, with titles in place of links. */
export function describeObstacle({ kind, pages, detail }: Obstacle): string {
	const translate = translateInto('en');
	const key = `wikilearn-report-obstacle-${kind}`;
	if (kind === 'too-early') return translate(key, instantText(detail));
	if (kind === 'over-seats') return translate(key, detail);
	return translate(key, pages.length, pages.join(', '));
}
