import type { Question } from '../../shared/programme/schema.ts';
import type { Control } from './field.ts';
import { browserTimeZone } from '../ui/formatDateTime.ts';
import { availabilityControl } from './availabilityControl.ts';
import { choiceControl, commitmentControl } from './choiceControl.ts';
import { languageProposals, timeZoneProposals, wikiProposals } from './proposals.ts';
import { lineControl, linesControl } from './textControl.ts';

/** The native control for a question. */
export function createControl(question: Question, id: string): Control {
	const required = question.required === true;
	switch (question.type) {
		case 'short-text':
			return lineControl({ id, attributes: { dir: 'auto', 'aria-required': String(required) } });
		case 'long-text':
			return linesControl(id, { max: question.maxLength });
		case 'one-of':
			return choiceControl(id, question.options, false);
		case 'some-of':
			return choiceControl(id, question.options, true);
		case 'commitment':
			return commitmentControl(id, question.label, required);
		case 'number':
			return lineControl({ id, attributes: { inputmode: 'decimal' } });
		case 'language':
			return lineControl({ id, proposals: languageProposals() });
		case 'wiki':
			return lineControl({ id, proposals: wikiProposals(), attributes: { dir: 'ltr', spellcheck: 'false' } });
		case 'time-zone': {
			const control = lineControl({
				id,
				proposals: timeZoneProposals(),
				attributes: { dir: 'ltr', spellcheck: 'false' },
			});
			control.write(browserTimeZone());
			return control;
		}
		case 'availability':
			return availabilityControl(id);
		case 'private-email':
			return lineControl({ id, type: 'email', attributes: { autocomplete: 'email', dir: 'ltr' } });
	}
}
