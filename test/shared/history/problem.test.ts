import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { getReasonMessageKey, type ProblemKind } from '../../../shared/history/problem.ts';

const texts = JSON.parse(
	readFileSync(new URL('../../../shared/i18n/en.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

const prefixes: readonly (readonly [ProblemKind, string])[] = [
	['unreadable', 'wikilearn-problem-reason-'],
	['ineffective-mark', 'wikilearn-problem-mark-'],
	['uncertain-action', 'wikilearn-problem-uncertain-'],
];

it.each(prefixes)('describes the reasons of “%s” in words', (kind, prefix) => {
	const keys = Object.keys(texts).filter(
		(key) => key.startsWith(prefix) && key !== `wikilearn-problem-${kind}`,
	);
	expect(keys.length).toBeGreaterThan(2);
	for (const key of keys)
		expect(getReasonMessageKey({ kind, about: 'Page', detail: key.slice(prefix.length) })).toBe(key);
});

it('keeps names and texts from pages unchanged', () => {
	expect(getReasonMessageKey({ kind: 'unreadable', about: 'Page', detail: 'Ana' })).toBeNull();
	expect(getReasonMessageKey({ kind: 'changed-by-others', about: 'Page', detail: 'hidden' })).toBeNull();
});
