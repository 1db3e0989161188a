import { describe, expect, it } from 'vitest';
import { mergeDefinition } from '../../../bot/deploy/mergeDefinition.ts';

const OURS =
	'* wikilearn[ResourceLoader|default]|wikilearn.js\n* wikilearn-form[ResourceLoader|hidden]|wikilearn-form.js\n';

describe('mergeDefinition', () => {
	it('starts an empty page', () => {
		expect(mergeDefinition('', OURS)).toBe(OURS);
	});

	it('keeps other people’s lines and headings where they are', () => {
		const theirs =
			'== browsing ==\n* popups[ResourceLoader]|popups.js\n\n== other ==\n* wikilearner[ResourceLoader]|x.js\n';
		expect(mergeDefinition(theirs, OURS)).toBe(theirs + OURS);
	});

	it('replaces our lines in place, drops obsolete ones, and is idempotent', () => {
		const before =
			'* wikilearn[ResourceLoader]|old.js\n* popups[ResourceLoader]|popups.js\n* wikilearn-gone[ResourceLoader]|gone.js\n';
		const after = mergeDefinition(before, OURS);
		expect(after).toBe(
			'* wikilearn[ResourceLoader|default]|wikilearn.js\n* popups[ResourceLoader]|popups.js\n* wikilearn-form[ResourceLoader|hidden]|wikilearn-form.js\n',
		);
		expect(mergeDefinition(after, OURS)).toBe(after);
	});
});
