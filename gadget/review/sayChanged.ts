import { say } from '../form/say.ts';
import type { ChangedSince } from './seen.ts';

/** Why a decision was not saved: the application is another one than the reviewer saw. */
export function sayChanged(how: ChangedSince | 'gone', by: string): string {
	switch (how) {
		case 'withdrawn':
			return say('wikilearn-review-changed-withdrawn');
		case 'decided':
			return say('wikilearn-review-changed-decided', by);
		case 'changed':
			return say('wikilearn-review-changed-answers');
		case 'gone':
			return say('wikilearn-review-changed-gone');
	}
}
