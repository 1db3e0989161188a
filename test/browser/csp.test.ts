import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { visit } from './visit.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

/** MediaWiki itself uses inline scripts and styles. */
const POLICY =
	"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

/**
 * MediaWiki's loader evaluates code: skip functions, and modules cached in localStorage (off here, so that our
 * modules are loaded from their own URLs). So `$wgCSPHeader` has to allow it; the stack shows which code evaluates.
 */
const SETTINGS = `
	$wgResourceLoaderStorageEnabled = false;
	$wgHooks['BeforePageDisplay'][] = static function ( $out ) {
		$out->getRequest()->response()->header( ${JSON.stringify(`Content-Security-Policy: ${POLICY}`)} );
	};
`;

describe('under a content security policy', () => {
	let demo: DemoWiki;
	let browser: Browser;
	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		await demo.wiki.setSettings(SETTINGS);
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});

	it('the form works without unsafe-eval or other exceptions', { timeout: 180_000 }, async () => {
		const form = await visit(browser, demo, { account: 'Volunteer', before: recordViolations });
		await evaluate(form.page);
		expect(await readViolations(form.page)).toHaveLength(1);
		const [course] = demo.programme.courses;
		await form.answerAll(sampleAnswers(course!));
		await form.send();
		await form.receipt.waitFor();
		expect(await readViolations(form.page)).toEqual([]);
		await form.open();
		await form.own.getByRole('button', { name: 'Withdraw your application' }).click();
		await form.own.getByRole('button', { name: 'Yes, withdraw it' }).click();
		await form.own.getByText('State: withdrawn').waitFor();
		expect(await readViolations(form.page)).toEqual([]);
	});
});

async function recordViolations(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { seenViolations: seen });
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			seen.push(`${violatedDirective}: ${blockedURI}`);
		});
		const report = <T extends object>(evaluating: T): T =>
			new Proxy(evaluating, {
				apply: (target, self, given) => {
					seen.push(new Error('evaluated').stack ?? '');
					return Reflect.apply(target as () => unknown, self, given) as unknown;
				},
				construct: (target, given) => {
					seen.push(new Error('evaluated').stack ?? '');
					return Reflect.construct(target as new () => object, given) as object;
				},
			});
		Object.assign(window, { Function: report(Function), eval: report(eval) });
	});
}

/** The stack of an allowed evaluation: by MediaWiki's loader, or by Playwright. */
const NOT_OURS = /^Error: evaluated\n[^\n]*\n\s*at (?:UtilityScript\.|[^\n]*modules=startup)/;

/** The violations since the last call, except those of other code. */
async function readViolations(page: Page): Promise<readonly string[]> {
	const all = await page.evaluate(() =>
		(window as unknown as { seenViolations: string[] }).seenViolations.splice(0),
	);
	return all.filter((violation) => !NOT_OURS.test(violation));
}

/** Does in the page what the form must not do. */
async function evaluate(page: Page): Promise<void> {
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'new Function("1")();';
		document.head.append(script);
	});
}
