import { expect, it } from 'vitest';
import innocent from './innocent.json' with { type: 'json' };
import { measureContacts } from './measureContacts.ts';
import { formatContacts } from './formatContacts.ts';
import spellings from './spellings.json' with { type: 'json' };

it('finds at least 90 % of contact details, with at most 0.2 % false alarms', () => {
	const measured = measureContacts();
	expect(measured.spellings).toBeGreaterThanOrEqual(250);
	expect(measured.answers).toBeGreaterThanOrEqual(1000);
	expect(measured.found, formatContacts(measured)).toBeGreaterThanOrEqual(90);
	expect(measured.alarmed, formatContacts(measured)).toBeLessThanOrEqual(0.2);
});

it('tries each spelling and each answer once', () => {
	const texts = [
		...spellings.map(({ text }) => text),
		...Object.values(innocent.written).flat(),
		...Object.values(innocent.messages).flat(),
	];
	expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});
