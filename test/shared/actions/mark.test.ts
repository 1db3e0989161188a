import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	createNonce,
	writeMark,
	MAX_MARK_LENGTH,
	MAX_APPLICANTS,
	readAction,
	readMark,
	writeAction,
} from '../../../shared/actions/mark.ts';
import { NOTICE_KINDS, writeNoticeMark, readNoticeMark } from '../../../shared/notices/notice.ts';
import { action, nonce } from './arbitraryAction.ts';

const NONCE = 'k3j9x2ab';
const DIGEST = '0123456789abcdef0123456789abcdef';

describe('a mark', () => {
	it('round-trips, with the note that follows', () => {
		fc.assert(
			fc.property(action, nonce, fc.string(), (action, once, note) => {
				const mark = writeAction(action, once);
				expect(readAction(mark)).toEqual({ action, note: '' });
				expect(readAction(`${mark} ${note}`)).toEqual({ action, note: note.trim() });
			}),
			{ numRuns: 3000 },
		);
	});

	it('fits into a summary and contains no markup', () => {
		fc.assert(
			fc.property(action, nonce, (action, once) => {
				const mark = writeAction(action, once);
				expect(mark.length).toBeLessThanOrEqual(MAX_MARK_LENGTH);
				expect(mark).toMatch(/^wikilearn:[a-z0-9.,/-]+$/);
			}),
			{ numRuns: 3000 },
		);
	});

	it('has room for twenty people with realistic ids', () => {
		const applicants = Array.from({ length: MAX_APPLICANTS }, (_, index) => ({
			id: 80_000_000 + index,
			answersRevid: 9_000_000_000 + index,
		}));
		const decide = { kind: 'decide', course: 'iah', outcome: 'accepted', place: null, applicants } as const;
		expect(readAction(writeAction(decide, NONCE))?.action).toEqual(decide);
	});

	it('is rejected if it would be truncated', () => {
		expect(() => writeMark(['x'.repeat(MAX_MARK_LENGTH)])).toThrow(RangeError);
	});

	it('is unique each time', () => {
		const made = Array.from({ length: 100 }, () =>
			createNonce((bytes) => globalThis.crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)),
		);
		expect(new Set(made).size).toBe(100);
		for (const nonce of made) expect(nonce).toMatch(/^[a-z0-9]{8}$/);
	});

	it.each([
		['wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'what is meant'],
		['wikilearn:decide/iah/waitlisted-2/12.3401,13.99/k3j9x2ab the only one', 'a place and a note'],
	])('accepts %s: %s', (summary) => {
		expect(readAction(summary)).not.toBeNull();
	});

	it.each([
		['about wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'not at the start'],
		[' wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'a blank before it'],
		['/* x */ wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'a section heading before it'],
		['Undid revision 7 wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'quoted'],
		['[[wikilearn:decide/iah/accepted/12.3401/k3j9x2ab]]', 'a link'],
		['WikiLearn:decide/iah/accepted/12.3401/k3j9x2ab', 'capitals'],
		['Wikilearn:decide/iah/accepted/12.3401/k3j9x2ab', 'a title'],
		['wikilearn: decide/iah/accepted/12.3401/k3j9x2ab', 'a blank within'],
		['wikilearn:decide/iah/accepted/12.3401', 'no nonce'],
		['wikilearn:decide/iah/accepted/12.3401/k3', 'a short nonce'],
		['wikilearn:decide/iah/accepted/12.3401/k3j9x2ab]]', 'markup behind it'],
		['wikilearn:decide/iah/accepted/12.3401/k3j9x2ab:', 'more behind it'],
		['wikilearn:decide/iah/perhaps/12.3401/k3j9x2ab', 'no outcome'],
		['wikilearn:decide/iah/accepted-2/12.3401/k3j9x2ab', 'a place of one accepted'],
		['wikilearn:decide/iah/waitlisted-0/12.3401/k3j9x2ab', 'place 0'],
		['wikilearn:decide/iah/waitlisted-02/12.3401/k3j9x2ab', 'a place with a zero before it'],
		['wikilearn:decide/iah/accepted//k3j9x2ab', 'nobody'],
		['wikilearn:decide/iah/accepted/12/k3j9x2ab', 'no answers'],
		['wikilearn:decide/iah/accepted/12.3401,/k3j9x2ab', 'a comma at the end'],
		['wikilearn:decide/iah/accepted/012.3401/k3j9x2ab', 'an id with a zero before it'],
		['wikilearn:decide/iah/accepted/0.3401/k3j9x2ab', 'user 0'],
		['wikilearn:decide/iah/accepted/12.0/k3j9x2ab', 'revision 0'],
		['wikilearn:decide/iah/accepted/12345678901234567.1/k3j9x2ab', 'an id beyond all numbers'],
		['wikilearn:decide/1iah/accepted/12.3401/k3j9x2ab', 'no course id'],
		['wikilearn:decide/iah/accepted/12.3401/more/k3j9x2ab', 'a field too many'],
		['wikilearn:constructor/iah/k3j9x2ab', 'a property of all objects'],
		['wikilearn:__proto__/iah/k3j9x2ab', 'another one'],
		['wikilearn:release/iah/7/0123/k3j9x2ab', 'a short digest'],
		[`wikilearn:release/iah/7/${DIGEST.toUpperCase()}/k3j9x2ab`, 'a digest in capitals'],
		[`wikilearn:release/iah/${DIGEST}/k3j9x2ab`, 'no revision seen'],
		['wikilearn:take-back/iah/7/k3j9x2ab', 'nobody named'],
		['wikilearn:take-back/iah/-/-/k3j9x2ab', 'nothing named'],
		['wikilearn:remind/iah/all/k3j9x2ab', 'a reminder with more'],
		['wikilearn:write/iah/everybody/7/8/k3j9x2ab', 'no such group'],
		['wikilearn:write/iah/unreachable/7/8/k3j9x2ab', 'a group of the export alone'],
		['wikilearn:write/iah/all/7/k3j9x2ab', 'no revision'],
		['wikilearn:reply/iah/confirmed/-/k3j9x2ab', 'a confirmation of nothing'],
		['wikilearn:reply/iah/withdrawn/7/k3j9x2ab', 'a withdrawal of an offer'],
		['wikilearn:reply/iah/accepted/7/k3j9x2ab', 'no reply'],
		['wikilearn:', 'nothing'],
		['wikilearn:notice/iah/12/receipt', 'the bot’s'],
	])('rejects %s: %s', (summary) => {
		expect(readAction(summary)).toBeNull();
	});

	it('is malformed if it starts like a mark but cannot be parsed', () => {
		expect(readMark('wikilearn:')).toEqual({ kind: 'broken' });
		expect(readMark('wikilearn:Decide/x')).toEqual({ kind: 'broken' });
		expect(readMark(`wikilearn:${'x'.repeat(MAX_MARK_LENGTH)}`)).toEqual({ kind: 'broken' });
		expect(readMark('about wikilearn:decide')).toEqual({ kind: 'none' });
		expect(readMark('')).toEqual({ kind: 'none' });
	});

	it('is rejected with more than twenty people', () => {
		const people = Array.from({ length: MAX_APPLICANTS + 1 }, (_, index) => `${index + 1}.1`).join(',');
		expect(readAction(`wikilearn:decide/iah/accepted/${people}/${NONCE}`)).toBeNull();
	});

	it('is not found in arbitrary text', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom('wikilearn:', ...Array.from('wikilearn:/-.,12ab ')),
					maxLength: 60,
				}),
				(text) => {
					const read = readAction(text);
					if (read) expect(text.startsWith('wikilearn:')).toBe(true);
				},
			),
		);
	});
});

describe('the mark of a notice', () => {
	it('round-trips, and is not an action', () => {
		const event = fc.record({
			course: fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/),
			applicant: fc.integer({ min: 1 }),
			kind: fc.constantFrom(...NOTICE_KINDS),
			about: fc.oneof(fc.constant(''), fc.stringMatching(/^(?:accepted|declined)-[1-9]\d{0,8}$/)),
		});
		fc.assert(
			fc.property(event, (event) => {
				expect(readNoticeMark(`${writeNoticeMark(event)} About your application`)).toEqual(event);
				expect(readAction(writeNoticeMark(event))).toBeNull();
			}),
		);
	});

	it.each([
		'News (wikilearn:notice/iah/7/receipt)',
		'wikilearn:notice/iah/7',
		'wikilearn:notice/iah/Ana/receipt',
		'wikilearn:notice/iah/7/gossip',
		'wikilearn:notice/iah/7/receipt/a/b',
		'wikilearn:answer/12',
	])('is not %s', (summary) => {
		expect(readNoticeMark(summary)).toBeNull();
	});
});
