import { expect, it } from 'vitest';
import { writeCalendar } from '../../../gadget/submit/writeCalendar.ts';

const event = {
	uid: 'starts-https://example.org/x',
	at: '2021-02-01T00:00:00-02:00',
	summary: 'First; session, one\\two\nthree',
	url: 'https://example.org/x',
};

it('writes timestamps in UTC and escapes special characters', () => {
	const lines = writeCalendar([event], '2021-01-01T12:00:00Z').split('\r\n');
	expect(lines).toContain('DTSTART:20210201T020000Z');
	expect(lines).toContain('DTSTAMP:20210101T120000Z');
	expect(lines).toContain('SUMMARY:First\\; session\\, one\\\\two\\nthree');
	expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

it('folds long lines between characters, at 75 bytes', () => {
	const summary = 'é😀'.repeat(60);
	const file = writeCalendar([{ ...event, summary }], event.at);
	for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(file.replace(/\r\n /g, '')).toContain(`SUMMARY:${summary}\r\n`);
});
