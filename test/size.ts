import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { buildGadget } from '../gadget/build/buildGadget.ts';
import { logIn } from './browser/logIn.ts';
import { measureFormFetches } from './browser/measureFormFetches.ts';
import { measureReviewFetches } from './browser/review/measureReviewFetches.ts';
import { startBrowser } from './browser/startBrowser.ts';
import { startFormWiki } from './browser/startFormWiki.ts';
import { PASSWORD } from './demo/accounts.ts';

// Prints the size of each gadget file in bytes (as saved, minified as ResourceLoader does, gzipped), and what a browser
// really fetches from a real wiki until the form can be used.
const rows = await Promise.all(
	(await buildGadget()).map(async ({ name, text }) => {
		const minified = await minify(name, text);
		return {
			name,
			raw: Buffer.byteLength(text),
			minified: minified.length,
			gzipped: gzipSync(minified).length,
		};
	}),
);
console.table(Object.fromEntries(rows.map(({ name, ...sizes }) => [name, sizes])));

const [demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
try {
	const page = await browser.newPage();
	await logIn(page, demo.wiki, 'Volunteer', PASSWORD);
	const fetched = await measureFormFetches(page, demo);
	console.log('Fetched until the form can be used:');
	console.table(fetched);
	const bytes = (later: boolean): number =>
		fetched.filter((fetch) => fetch.isLazy === later).reduce((sum, { gzipped }) => sum + gzipped, 0);
	console.log(`in all ${bytes(false)} bytes gzipped; budget 22528. Once it is there, ${bytes(true)} more`);
	const reviewer = await (await browser.newContext()).newPage();
	await logIn(reviewer, demo.wiki, demo.programme.reviewers[0]?.name ?? '', PASSWORD);
	const review = await measureReviewFetches(reviewer, demo);
	console.log(`Fetched by reviewers alone, for their queue: ${review} bytes gzipped`);
} finally {
	await browser.close();
	await demo.wiki.stop();
}

async function minify(name: string, text: string): Promise<Buffer> {
	if (name.endsWith('.json')) return Buffer.from(JSON.stringify(JSON.parse(text)));
	const loader = name.endsWith('.js') ? 'js' : name.endsWith('.css') ? 'css' : null;
	return Buffer.from(loader ? (await transform(text, { loader, minify: true, charset: 'utf8' })).code : text);
}
