import type { Question } from '../../shared/programme/schema.ts';
import type { Control } from './field.ts';
import { browserTimeZone, formatLanguage } from '../ui/intl.ts';
import { availabilityControl } from './availabilityControl.ts';
import { choiceControl, commitmentControl } from './choiceControl.ts';
import { singleLineControl, multiLineControl } from './textControl.ts';

/** The native control for a question. */
export function createControl(question: Question, id: string): Control {
	const required = question.required === true;
	switch (question.type) {
		case 'short-text':
			return singleLineControl({ id, attributes: { dir: 'auto', 'aria-required': String(required) } });
		case 'long-text':
			return multiLineControl(id, { max: question.maxLength });
		case 'one-of':
			return choiceControl(id, question.options, false);
		case 'some-of':
			return choiceControl(id, question.options, true);
		case 'commitment':
			return commitmentControl(id, question.label, required);
		case 'number':
			return singleLineControl({ id, attributes: { inputmode: 'decimal' } });
		case 'language':
			return singleLineControl({ id, suggestions: suggestLanguages() });
		case 'wiki':
			return singleLineControl({
				id,
				suggestions: suggestWikis(),
				attributes: { dir: 'ltr', spellcheck: 'false' },
			});
		case 'time-zone': {
			const control = singleLineControl({
				id,
				suggestions: suggestTimeZones(),
				attributes: { dir: 'ltr', spellcheck: 'false' },
			});
			control.write(browserTimeZone());
			return control;
		}
		case 'availability':
			return availabilityControl(id);
		case 'private-email':
			return singleLineControl({ id, type: 'email', attributes: { autocomplete: 'email', dir: 'ltr' } });
	}
}

type Suggestion = readonly [value: string, label: string];
/** Wikimedia's larger languages as suggestions; others can be typed. */
const LANGUAGES =
	'ar bn ca cs de el en eo es fa fi fr ha he hi hu id ig it ja ko ms nl pl pt ro ru sv sw ta th tr uk ur vi yo zh'.split(
		' ',
	);

const PROJECTS = ['commons', 'meta', 'wikidata', 'species', 'mediawiki'];
function suggestLanguages(): readonly Suggestion[] {
	return LANGUAGES.map((code) => [code, formatLanguage(code)] as const);
}

/** Host names, because people know wikis by them. */
function suggestWikis(): readonly Suggestion[] {
	const shared = PROJECTS.map((name) =>
		name === 'wikidata' || name === 'mediawiki' ? `www.${name}.org` : `${name}.wikimedia.org`,
	);
	const hosts = [...LANGUAGES.map((code) => `${code}.wikipedia.org`), ...shared];
	return hosts.map((host) => [host, ''] as const);
}

/** All time zones, if the browser can list them. */
function suggestTimeZones(): readonly Suggestion[] {
	const { supportedValuesOf } = Intl as unknown as { readonly supportedValuesOf?: (key: string) => string[] };
	return (supportedValuesOf?.('timeZone') ?? ['UTC']).map((zone) => [zone, ''] as const);
}
