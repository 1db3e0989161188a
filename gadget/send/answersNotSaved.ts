import { say } from '../form/say.ts';
import { sayRefusal } from '../save/sayRefusal.ts';
import type { SaveWords } from '../save/saveWords.ts';

/** In words of somebody who sends answers. @param address of the team */
export function answersNotSaved(address: string): SaveWords {
	return {
		lost: say('wikilearn-form-lost'),
		changed: say('wikilearn-form-changed'),
		deleted: say('wikilearn-form-deleted'),
		exists: say('wikilearn-form-exists'),
		existsOther: say('wikilearn-form-exists-other'),
		refused: (refused) => sayRefusal(refused, address),
	};
}
