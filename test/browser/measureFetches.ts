import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

export interface FetchedModules {
	/** Module names as requested from `load.php`. */
	readonly modules: string;
	readonly raw: number;
	readonly gzipped: number;
}

/**
 * What the browser fetches through ResourceLoader (scripts, styles, messages) for one page but not for another. PHP's
 * built-in server does not compress, so the sizes are compressed here.
 */
export async function measureFetches(
	page: Page,
	visit: () => Promise<void>,
	visitOther: () => Promise<void>,
): Promise<readonly FetchedModules[]> {
	const others = new Set(
		(await collectResponses(page, visitOther)).map((response) => parseModules(response)),
	);
	const ours = (await collectResponses(page, visit)).filter(
		(response) => !others.has(parseModules(response)),
	);
	return Promise.all(
		ours.map(async (response) => {
			const body = await response.body();
			return { modules: parseModules(response), raw: body.length, gzipped: gzipSync(body).length };
		}),
	);
}

async function collectResponses(page: Page, visit: () => Promise<void>): Promise<readonly Response[]> {
	const responses: Response[] = [];
	const listen = (response: Response): void => {
		if (response.url().includes('/load.php?')) responses.push(response);
	};
	page.on('response', listen);
	await visit();
	await page.waitForLoadState('networkidle');
	page.off('response', listen);
	return responses;
}

function parseModules(response: Response): string {
	return new URL(response.url()).searchParams.get('modules') ?? '';
}
