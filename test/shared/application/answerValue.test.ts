import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	readAnswer,
	writeAnswer,
	type AnswerValues,
	type PublicQuestionType,
} from '../../../shared/application/answerValue.ts';
import { readAvailability, WEEKDAYS, writeAvailability } from '../../../shared/application/availability.ts';
import type { Question } from '../../../shared/programme/schema.ts';
import { samples as numberOf } from '../../samples.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));

function question(type: Question['type']): Question {
	const base = { id: 'q', label: 'Q' };
	return type === 'one-of' || type === 'some-of' ? { ...base, type, options } : { ...base, type };
}

const samples: { readonly [T in PublicQuestionType]: readonly AnswerValues[T][] } = {
	'short-text': ['a', ' b '],
	'long-text': ['a\n\nb'],
	'one-of': ['a', 'c'],
	'some-of': [['a'], ['a', 'c']],
	commitment: [true, false],
	number: [0, -3, 2.5],
	language: ['en', 'zh-hant', 'be-tarask'],
	wiki: ['metawiki', 'zh_min_nanwiki', 'es.wikipedia.org'],
	'time-zone': ['Africa/Lagos', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+1'],
	availability: [[{ day: 'mon', from: 18, to: 25, preference: 'rather' }]],
};

describe('answers by question type', () => {
	it.each(Object.keys(samples) as PublicQuestionType[])('%s round-trips', (type) => {
		for (const value of samples[type]) {
			expect(readAnswer(question(type), writeAnswer(type, value))).toEqual({ ok: true, type, value });
		}
	});

	it.each<[Question['type'], string, string]>([
		['short-text', ' ', 'empty'],
		['one-of', 'd', 'unknown-option'],
		['some-of', 'a, d', 'unknown-option'],
		['commitment', 'maybe', 'unreadable'],
		['number', 'three', 'unreadable'],
		['language', 'English, please', 'unreadable'],
		['wiki', 'my wiki!', 'unreadable'],
		['time-zone', '+01:00', 'unreadable'],
		['availability', 'most evenings', 'unreadable'],
		['private-email', 'me@example.org', 'private'],
	])('%s: %j is %s', (type, text, problem) => {
		expect(readAnswer(question(type), text)).toEqual({ ok: false, problem, found: text.trim() });
	});

	it('accepts handwritten values', () => {
		expect(readAnswer(question('some-of'), 'c; a,')).toMatchObject({ value: ['a', 'c'] });
		expect(readAnswer(question('wiki'), 'https://Es.wikipedia.org/wiki/X')).toMatchObject({
			value: 'es.wikipedia.org',
		});
		expect(readAnswer(question('commitment'), 'No')).toMatchObject({ value: false });
	});
});

describe('availability', () => {
	const time = fc.record({
		day: fc.constantFrom(...WEEKDAYS),
		from: fc.integer({ min: 0, max: 47 }),
		length: fc.integer({ min: 1, max: 10 }),
		preference: fc.constantFrom('can' as const, 'rather' as const),
	});

	it('keeps every half hour, and writes the same again (seed 20210108)', () => {
		fc.assert(
			fc.property(fc.array(time, { maxLength: 12 }), (times) => {
				const written = writeAvailability(
					times.map(({ length, ...rest }) => ({ ...rest, to: Math.min(48, rest.from + length) })),
				);
				const read = readAvailability(written)!;
				expect(writeAvailability(read)).toBe(written);
				for (const { day, from, preference } of times) {
					const cell = read.find((free) => free.day === day && free.from <= from && from < free.to)!;
					expect(cell.preference === preference || cell.preference === 'rather').toBe(true);
				}
			}),
			{ seed: 20210108, numRuns: numberOf(5_000) },
		);
	});

	it.each([
		[
			'mon can 09:00-12:00, rather 18:00-20:00; tue rather 00:00-24:00',
			'mon can 09:00-12:00, rather 18:00-20:00; tue rather 00:00-24:00',
		],
		['Monday: 9:00 – 10:30, 10:30-11:00', 'mon can 09:00-11:00'],
		['', ''],
	])('%j is %j', (text, written) => {
		expect(writeAvailability(readAvailability(text)!)).toBe(written);
	});

	it.each([
		'mon',
		'mon 9-12',
		'mon can 12:00-09:00',
		'mon can 09:15-10:00',
		'mon can 23:00-25:00',
		'xyz can 09:00-10:00',
	])('%j is invalid', (text) => {
		expect(readAvailability(text)).toBeNull();
	});
});
