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

/** The site's own styles; without a version as they are now. */
async function load(version?: string): Promise<Response> {
	const asked = new URLSearchParams({ lang: 'en', modules: 'site.styles', only: 'styles', skin: 'vector' });
	if (version !== undefined) asked.set('version', version);
	return fetch(`${wiki.url}/w/load.php?${asked.toString()}`);
}

/** Whether it was kept from before: caches say for how long. */
function isKept(response: Response): boolean {
	return response.headers.has('age');
}

it('keeps what has its version in its address, and gives the next version once there is one', async () => {
	const session = await login(wiki.apiUrl, 'Ada', 'ada-password');
	const style = (text: string) =>
		changeModule(wiki, 'site.styles', () => session.edit({ title: 'MediaWiki:Common.css', text }));
	const first = await style('.first { color: red }');
	const [made, kept] = [await load(first), await load(first)];
	expect([isKept(made), isKept(kept)]).toEqual([false, true]);
	for (const header of ['cache-control', 'content-type', 'etag'])
		expect(kept.headers.get(header), header).toBe(made.headers.get(header));
	expect([await made.text(), await kept.text()]).toEqual(Array(2).fill(expect.stringContaining('.first')));
	const second = await style('.second { color: red }');
	expect(await (await load(second)).text()).toContain('.second');
});

it('keeps nothing whose version is not the present one', async () => {
	const [one, other] = [await load('00000'), await load('00000')];
	expect([isKept(one), isKept(other)]).toEqual([false, false]);
	expect(await other.text()).toBe(await (await load()).text());
});
