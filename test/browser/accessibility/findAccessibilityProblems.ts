import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds in the form (WCAG 2.2 AA and best practice), a line for each rule: its name, and the first
 * element that breaks it.
 *
 * @param without rules to leave out
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
				// The rest is half of the work: what was right, and style sheets for rules that are not among these.
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
