import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../bot/render/renderReport.ts';
import type { Problem, ProblemKind } from '../../../shared/submission/submission.ts';
import { AT, programme, translate } from './cohort.ts';

/** Every kind there is: the compiler misses one that is left out. */
const kinds: Readonly<Record<ProblemKind, true>> = {
	unreadable: true,
	'hidden-author': true,
	'no-account': true,
	'missing-page': true,
	'moved-away': true,
	'other-course': true,
	'made-by-other': true,
	'changed-by-others': true,
	'contact-detail': true,
	'removed-by-others': true,
	'second-application': true,
	'foreign-decision': true,
	'decision-changed': true,
	'foreign-reply': true,
	'reply-changed': true,
	'asks-without-template': true,
	'programme-invalid': true,
	'look-up-failed': true,
	undelivered: true,
	'over-seats': true,
	'audit-two-live': true,
	'audit-double-notice': true,
	'not-saved': true,
	'region-removed': true,
	'region-left-out': true,
	'region-muddled': true,
};

function report(problems: readonly Problem[]): string {
	return renderReport({ problems, outbox: [], applications: [], at: AT }, programme, translate);
}

describe('the report', () => {
	it.each(Object.keys(kinds) as ProblemKind[])('has words for %s', (kind) => {
		const text = report([{ kind, about: 'Page', detail: "}} ''x''\n* y", revid: 12 }]);
		expect(text).not.toContain('⧼');
		expect(text).toMatch(/^\* \[\[:(?:User:)?Page\|Page\]\]: .+ \(\[\[Special:Diff\/12\|change\]\]\)$/);
		expect(text).not.toContain('}}');
	});

	it('gives reasons in words, and each line once', () => {
		const problem = { kind: 'unreadable', about: 'Page', detail: 'unclosed-template' } as const;
		expect(report([problem, problem])).toBe(
			'* [[:Page|Page]]: Something on this page cannot be read as it is: the closing braces of a template are missing.',
		);
	});

	it('says so where nothing is to be done', () => {
		expect(report([])).toBe('Nothing needs a person.');
	});
});
