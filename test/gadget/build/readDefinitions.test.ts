import { describe, expect, it } from 'vitest';
import { expandLanguages, readDefinitions } from '../../../gadget/build/readDefinitions.ts';

describe('readDefinitions', () => {
	it('reads names, files and dependencies', () => {
		const text =
			'== a ==\n* x-form[ResourceLoader|package|dependencies=mediawiki.api,mediawiki.util]|x.js|x.css\n* y|y.js\nz';
		expect(readDefinitions(text)).toEqual([
			{ name: 'x-form', files: ['x.js', 'x.css'], dependencies: ['mediawiki.api', 'mediawiki.util'] },
			{ name: 'y', files: ['y.js'], dependencies: [] },
		]);
	});
});

it('writes the definition line of each language module', () => {
	expect(expandLanguages('* a|a.js\n* i-LANGUAGE|i-LANGUAGE.js', ['ar', 'es'])).toBe(
		'* a|a.js\n* i-ar|i-ar.js\n* i-es|i-es.js',
	);
});
