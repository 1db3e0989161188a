import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Course } from '../../shared/programme/schema.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

interface FormWiki {
	readonly demo: DemoWiki;
	readonly browser: Browser;
	/** The programme's first course. */
	readonly course: Course;
}

/** Starts the form's wiki and a browser for the tests of a block. Each test's browser contexts are closed after it. */
export function setUpFormWiki(onStart: (started: FormWiki) => void): void {
	let started: FormWiki | undefined;
	beforeAll(async () => {
		const [demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		started = { demo, browser, course: demo.programme.courses[0]! };
		onStart(started);
	});
	afterAll(async () => {
		await started?.browser.close();
		await started?.demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(started?.browser.contexts().map((context) => context.close()) ?? []);
	});
}
