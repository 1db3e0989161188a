import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../bot/render/renderReport.ts';
import type { Problem, ProblemKind } from '../../../shared/history/problem.ts';
import { NOW, programme, translate } from './cohort.ts';

/** Every kind there is: the compiler misses one that is left out. */
const kinds: Readonly<Record<ProblemKind, true>> = {
	unreadable: true,
	'hidden-author': true,
	'no-account': true,
	'missing-page': true,
	'moved-away': true,
	'other-course': true,
	'created-by-other-account': true,
	'changed-by-others': true,
	'contact-detail': true,
	'removed-by-others': true,
	'too-early': true,
	'duplicate-application': true,
	'ineffective-template': true,
	'ineffective-mark': true,
	'uncertain-action': true,
	'release-mismatch': true,
	'log-page': true,
	'seat-without-application': true,
	'decision-revoked': true,
	'request-to-apply': true,
	'programme-invalid': true,
	'programme-changed': true,
	'person-mismatch': true,
	'lookup-failed': true,
	undelivered: true,
	'over-capacity': true,
	'duplicate-notice': true,
	'not-saved': true,
	'page-restored': true,
	'region-removed': true,
	'markers-moved': true,
	'malformed-markers': true,
};

function report(problems: readonly Problem[]): string {
	return renderReport({ problems, outbox: [], applications: [], at: NOW }, programme, translate);
}

describe('the report', () => {
	/** Of these the detail is one of the bot's own words. */
	const sampleDetails = { 'ineffective-mark': 'unreadable', 'uncertain-action': 'gap' };

	it.each(Object.keys(kinds) as ProblemKind[])('has a message for %s', (kind) => {
		const detail =
			kind in sampleDetails ? sampleDetails[kind as keyof typeof sampleDetails] : "}} ''x''\n* y";
		const text = report([{ kind, about: 'Page', detail, revid: 12 }]);
		expect(text).not.toContain('⧼');
		expect(text).toMatch(/^\* \[\[:(?:User:)?Page\|Page\]\]: .+ \(\[\[Special:Diff\/12\|change\]\]\)$/);
		expect(text).not.toContain('}}');
	});

	it('describes reasons in words, and lists each line once', () => {
		const problem = { kind: 'unreadable', about: 'Page', detail: 'unclosed-template' } as const;
		expect(report([problem, problem])).toBe(
			'* [[:Page|Page]]: Something on this page cannot be read as it is: the closing braces of a template are missing.',
		);
	});

	it.each([
		[
			'ineffective-mark',
			[
				'unauthorized',
				'reverts',
				'adds-nothing',
				'unreadable',
				'unknown-course',
				'about-oneself',
				'no-parent',
			],
		],
		['uncertain-action', ['hidden', 'gap', 'imported']],
		[
			'undelivered',
			[
				'nobots',
				'opted-out',
				'redirect',
				'protected',
				'content-model',
				'open-markup',
				'blocked',
				'locked',
				'maybe-sent',
				'no-text',
			],
		],
	] as const)('has a message for every reason of %s', (kind, details) => {
		for (const detail of details) {
			const text = report([{ kind, about: 'Page', detail }]);
			expect(text).not.toContain('⧼');
			expect(text).not.toContain(detail === 'hidden' || detail === 'protected' ? '$1' : `${detail}.`);
		}
	});

	it('says so when there is nothing to do', () => {
		expect(report([])).toBe('Nothing needs a person.');
	});
});
