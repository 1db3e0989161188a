import { fill, h } from '../form/h.ts';
import { say } from '../form/say.ts';
import type { Reviewing } from './reviewing.ts';

/** The queue in its mount. */
export function showQueue(place: HTMLElement, reviewing: Reviewing): Promise<void> {
	fill(place, h('p', {}, say('wikilearn-review-heading'), reviewing.account));
	return Promise.resolve();
}
