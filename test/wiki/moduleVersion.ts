import { vi } from 'vitest';
import type { Wiki } from './wiki.ts';

/** The loader's current version of a module, which is part of cached URLs. */
async function moduleVersion(wiki: Wiki, module: string): Promise<string> {
	const asked = new URLSearchParams({ lang: 'en', modules: module, skin: 'vector' });
	const response = await fetch(`${wiki.url}/w/load.php?${asked.toString()}`);
	await response.arrayBuffer();
	return /^W\/"(\w+)"$/.exec(response.headers.get('etag') ?? '')?.[1] ?? '';
}

/** Changes a page of a module, and waits until the loader has it, after the edit's response. @returns the new version */
export async function changeModule(
	wiki: Wiki,
	module: string,
	change: () => Promise<unknown>,
): Promise<string> {
	const before = await moduleVersion(wiki, module);
	await change();
	return vi.waitFor(
		async () => {
			const version = await moduleVersion(wiki, module);
			if (version === before) throw new Error(`${module} is still at ${before}`);
			return version;
		},
		{ timeout: 60_000, interval: 50 },
	);
}
