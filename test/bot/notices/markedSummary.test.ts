import { describe, expect, it } from 'vitest';
import { markedSummary } from '../../../bot/notices/markedSummary.ts';
import { noticeSection } from '../../../bot/notices/noticeText.ts';
import { readNoticeMark } from '../../../shared/notice/noticeMark.ts';
import { translateInto } from '../../../bot/translateInto.ts';

const event = { course: 'iah', applicant: 7, kind: 'decision', about: 'accepted-12' } as const;

describe('a summary with a mark', () => {
	it('keeps the mark, whatever it is about', () => {
		expect(markedSummary('Short', '(mark)')).toBe('Short (mark)');
		const long = markedSummary('😀'.repeat(600), '(mark)');
		expect(Array.from(long)).toHaveLength(500);
		expect(long).toMatch(/😀… \(mark\)$/u);
	});

	it('is that of a notice about a course with a very long title', () => {
		const notice = {
			...event,
			to: { id: 7, name: 'Zoë' },
			text: 'accepted' as const,
			language: 'en',
			page: 'Courses/One/Applications/Zoë',
			appliedAt: '2026-01-01T00:00:00Z',
			barred: null,
			params: { course: 'A long title '.repeat(100) },
		};
		const { summary } = noticeSection(notice, translateInto('en'));
		expect(readNoticeMark(Array.from(summary).slice(0, 500).join(''))).toEqual(event);
	});
});
