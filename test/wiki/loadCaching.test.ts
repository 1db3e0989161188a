import { afterAll, beforeAll, expect, it } from 'vitest';
import { login } from './apiSession.ts';
import { changeModule } from './moduleVersion.ts';
import { startWiki } from './startWiki.ts';
import type { Wiki } from './wiki.ts';

let wiki: Wiki;

beforeAll(async () => {
	wiki = await startWiki();
	await wiki.createAccount({ name: 'Ada', password: 'ada-password', groups: ['interface-admin'] });
});

afterAll(async () => {
	await wiki.stop();
});

/** Loads the site's styles; without a version, the current ones. */
async function load(version?: string): Promise<Response> {
	const query = new URLSearchParams({ lang: 'en', modules: 'site.styles', only: 'styles', skin: 'vector' });
	if (version !== undefined) query.set('version', version);
	return fetch(`${wiki.url}/w/load.php?${query.toString()}`);
}

/** Whether it came from a cache: caches report the remaining time. */
function isCacheable(response: Response): boolean {
	return response.headers.has('age');
}

it('caches versioned responses and serves the new version after an edit', async () => {
	const session = await login(wiki.apiUrl, 'Ada', 'ada-password');
	const style = (text: string) =>
		changeModule(wiki, 'site.styles', () => session.edit({ title: 'MediaWiki:Common.css', text }));
	const first = await style('.first { color: red }');
	const [fresh, cached] = [await load(first), await load(first)];
	expect([isCacheable(fresh), isCacheable(cached)]).toEqual([false, true]);
	for (const header of ['cache-control', 'content-type', 'etag'])
		expect(cached.headers.get(header), header).toBe(fresh.headers.get(header));
	expect([await fresh.text(), await cached.text()]).toEqual(Array(2).fill(expect.stringContaining('.first')));
	const second = await style('.second { color: red }');
	expect(await (await load(second)).text()).toContain('.second');
});

it('does not cache responses with an outdated version', async () => {
	const [first, second] = [await load('00000'), await load('00000')];
	expect([isCacheable(first), isCacheable(second)]).toEqual([false, false]);
	expect(await second.text()).toBe(await (await load()).text());
});
