import { say } from '../form/say.ts';
import type { SaveWords } from '../save/saveWords.ts';

/** In words of somebody who pressed a button. @param address of the team */
export function notSaved(address: string): SaveWords {
	const changed = say('wikilearn-form-own-changed');
	return {
		lost: say('wikilearn-form-own-lost'),
		changed,
		deleted: say('wikilearn-form-own-unreadable', address),
		// Nothing here begins a page.
		exists: changed,
		existsOther: changed,
		refused: ({ code, message }) =>
			code.startsWith('assert')
				? say('wikilearn-form-own-logged-out')
				: say('wikilearn-form-own-refused', message, address),
	};
}
