import { expect, it } from 'vitest';
import { groupReaderLanguages } from '../../../gadget/build/bundleScript.ts';

it('assigns readers to the first language of their fallback chain, else to English', () => {
	const readers = groupReaderLanguages(['ar', 'de', 'pt', 'zh-hans']);
	expect(readers.ar?.split(' ')).toContain('arz');
	expect(readers.pt?.split(' ')).toContain('pt-br');
	expect(readers['zh-hans']?.split(' ')).toContain('zh-cn');
	// German before French.
	expect(readers.de?.split(' ')).toContain('lb');
	expect(Object.values(readers).join(' ').split(' ')).not.toContain('simple');
});
