import type { Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { coursePage } from '../../../bot/deploy/collectPages.ts';
import { logIn } from '../../browser/logIn.ts';
import { measureFormFetches as fetchedForForm } from '../../browser/measureFormFetches.ts';
import { startBrowser } from '../../browser/startBrowser.ts';
import { startFormWiki } from '../../browser/startFormWiki.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { figure, type Figure } from '../figure.ts';
import { timeToModules, timeToUsable, type Visitor } from './timings.ts';

const KB = 1024;
/** Each with an empty cache; the median counts. */
const ROUNDS = 9;

/** What the form costs those who read and those who apply, beside the libraries that it could have been made with. */
export async function measureForm(print: (line: string) => void): Promise<readonly Figure[]> {
	print('the form, in a browser');
	const [demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
	try {
		const page = await browser.newPage();
		await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
		return [
			...(await withoutForm(page, demo)),
			...(await withForm(page, demo)),
			...(await timings({ browser, session: await page.context().storageState() }, demo)),
		];
	} finally {
		await browser.close();
		await demo.wiki.stop();
	}
}

/** The entry comes in a request of its own on a cold cache; ResourceLoader puts it together with other gadgets'. */
async function withoutForm(page: Page, { wiki }: DemoWiki): Promise<readonly Figure[]> {
	const urls: string[] = [];
	page.on('request', (request) => urls.push(decodeURIComponent(request.url())));
	await page.goto(wiki.pageUrl('Main Page'));
	await page.waitForLoadState('networkidle');
	const ours = urls.filter((url) => url.includes('wikilearn'));
	const texts = await Promise.all(ours.map(async (url) => (await fetch(url)).text()));
	const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
	const api = urls.filter((url) => url.includes('api.php')).length;
	const name = 'a page without the form: API requests, gzipped';
	return [
		figure(name, null, api, 'requests', { budget: 0 }),
		figure(name, null, bytes, 'bytes', { budget: KB }),
	];
}

async function withForm(page: Page, demo: DemoWiki): Promise<readonly Figure[]> {
	const fetched = await fetchedForForm(page, demo);
	return [false, true].flatMap((later) => {
		const modules = fetched.filter((module) => module.isLazy === later);
		const bytes = modules.reduce((sum, { gzipped }) => sum + gzipped, 0);
		const name = later ? 'fetched once the form is there' : 'a form that can be used, gzipped';
		return [
			figure(name, null, modules.length, 'requests'),
			figure(name, null, bytes, 'bytes', later ? {} : { budget: 22 * KB }),
		];
	});
}

/**
 * Each way in turn, again and again, so that a machine that is busy for a while is so for all of them. What else the form
 * could have been made with is loaded on a page that is the same but for the form.
 */
async function timings(visitor: Visitor, { wiki, programme }: DemoWiki): Promise<readonly Figure[]> {
	const [course] = programme.courses;
	if (!course) throw new Error('the programme has no course');
	const { title, text } = coursePage(programme, course);
	const plain = `${title}/Without the form`;
	const withoutMount = text.replace('"wikilearn-application"', '"without-the-form"');
	const revision = { user: 'Volunteer', timestamp: '2021-01-01T00:00:00Z', text: withoutMount };
	await wiki.importPages([{ title: plain, revisions: [revision] }]);
	const load = (...modules: readonly string[]) => timeToModules(visitor, wiki.pageUrl(plain), modules);
	const ways: readonly (readonly [string, () => Promise<number>])[] = [
		['click to a form that can be used', () => timeToUsable(visitor, wiki.pageUrl(title))],
		['click to OOUI’s modules alone', () => load('oojs-ui-core', 'oojs-ui-widgets')],
		['click to Vue and Codex alone', () => load('vue', '@wikimedia/codex')],
	];
	// The first time the wiki makes the modules; after that it has them.
	for (const [, run] of ways) await run();
	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const times: number[] = [];
		for (const [, run] of ways) times.push(await run());
		rounds.push(times);
	}
	return ways.flatMap(([name], way) => [
		figure(name, null, median(rounds.map((times) => times[way] ?? 0)), 'ms'),
		figure(name, null, median(rounds.map((times) => (times[way] ?? 0) / (times[0] ?? 1))), 'times'),
	]);
}

function median(all: readonly number[]): number {
	return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
