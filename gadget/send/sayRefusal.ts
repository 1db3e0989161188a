import type { Saved } from '../../shared/wiki/savePage.ts';
import { say } from '../form/say.ts';

/** What to say of an application that was not saved: what is the matter and what to do. The text stays in the form. */
export function sayRefusal(saved: Exclude<Saved, { kind: 'saved' }>): string {
	switch (saved.kind) {
		case 'conflict':
			return say('wikilearn-form-exists');
		case 'captcha':
			return say('wikilearn-form-captcha');
		case 'lost':
			return say('wikilearn-form-lost');
		case 'refused':
			return saved.code.startsWith('assert')
				? say('wikilearn-form-logged-out')
				: say('wikilearn-form-refused', saved.message);
	}
}
