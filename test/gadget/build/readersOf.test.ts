import { expect, it } from 'vitest';
import { readersOf } from '../../../gadget/build/bundleScript.ts';

it('gives each language the readers who fall back to it first, and to no language English', () => {
	const readers = readersOf(['ar', 'de', 'pt', 'zh-hans']);
	expect(readers.ar?.split(' ')).toContain('arz');
	expect(readers.pt?.split(' ')).toContain('pt-br');
	expect(readers['zh-hans']?.split(' ')).toContain('zh-cn');
	// German before French.
	expect(readers.de?.split(' ')).toContain('lb');
	expect(Object.values(readers).join(' ').split(' ')).not.toContain('simple');
});
