import type { MessageKey } from '../form/say.ts';
import { choices, type Choice } from './choices.ts';
import type { Shortcut } from './keys.ts';

/** The keys that pick a decision. */
export function choiceKeys(choose: (choice: Choice) => void): readonly Shortcut[] {
	return choices.map(({ choice, key }) => ({
		key,
		words: `wikilearn-review-choice-${choice}` as MessageKey,
		act: () => {
			choose(choice);
		},
	}));
}
