import type { StageProgress } from '../stageProgress.ts';
import { countOf } from './countOf.ts';

/** What a cycle does now, in a line for people. */
export function describeStage({ stage, of }: StageProgress): string {
	const counted = (thing: string): string => countOf(of ?? 0, thing);
	switch (stage) {
		case 'read':
			return 'reading all submissions';
		case 'read-changes':
			return `${counted('change')} on the wiki since the last cycle`;
		case 'check':
			return `checking ${counted('application')}`;
		case 'look-up':
			return `looking up ${counted('account')} on all wikis`;
		case 'save':
			return `comparing ${counted('page')} with what should be there`;
		case 'tell':
			return `sending ${counted('notice')}`;
	}
}
