import { h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';

/** @param revisions one: what it changed; or two with a slash in between */
export function diffUrl(revisions: number | string): string {
	return mw.util.getUrl(`Special:Diff/${revisions}`);
}

export function diffLink(revisions: number | string): HTMLElement {
	return h('a', { href: diffUrl(revisions) }, say('wikilearn-review-look'));
}
