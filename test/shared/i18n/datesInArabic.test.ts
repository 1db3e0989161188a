import { expect, it } from 'vitest';
import ar from '../../../shared/i18n/ar.json' with { type: 'json' };
import qqq from '../../../shared/i18n/qqq.json' with { type: 'json' };

/** As notes describe a parameter that is written `2026-11-30`. */
const DATE = /\$(\d) - an? (?:date(?! and)|instant)\b/g;
const LEFT_TO_RIGHT_MARK = '\u200e';

const dates = Object.entries(qqq).flatMap(([key, note]) =>
	typeof note === 'string' ? [...note.matchAll(DATE)].map(([, number = '']) => [key, number] as const) : [],
);

// After Arabic words, `2019-03-01` is shown as 01-03-2019: the year last, and the month like a day.
it.each(dates)('%s keeps the order of the date $%s', (key, number) => {
	const message = new Map<string, unknown>(Object.entries(ar)).get(key);
	const before = String(message).split(`$${number}`).slice(0, -1);
	expect(before).not.toEqual([]);
	for (const text of before) expect(text.endsWith(LEFT_TO_RIGHT_MARK), String(message)).toBe(true);
});
