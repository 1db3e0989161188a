import type { Verdict } from '../../shared/actions/mark.ts';
import { choices } from './choices.ts';
import type { Shortcut } from './keys.ts';

/** The keys that pick a decision. */
export function choiceKeys(choose: (choice: Verdict) => void): readonly Shortcut[] {
	return choices.map(({ choice, key }) => ({
		key,
		words: `wikilearn-review-choice-${choice}`,
		act: () => {
			choose(choice);
		},
	}));
}
