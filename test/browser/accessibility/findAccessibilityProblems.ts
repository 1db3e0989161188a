import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs axe-core on the form (WCAG 2.2 AA and best practice). Returns a line per rule: its name, and the first element
 * that violates it.
 *
 * @param without rules to skip
 */
export async function findAccessibilityProblems(
	page: Page,
	without: readonly string[] = [],
): Promise<readonly string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(
		async ([tags, excluded]) => {
			const here = window as unknown as { readonly axe: typeof axe };
			const { violations } = await here.axe.run('.wikilearn-application', {
				runOnly: [...tags],
				// Passes, and preloads for other rules, take half of the time.
				resultTypes: ['violations'],
				preload: false,
				rules: Object.fromEntries(excluded.map((rule) => [rule, { enabled: false }])),
			});
			return violations.map(
				({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
			);
		},
		[RULES, [...without]] as const,
	);
}
