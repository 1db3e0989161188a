import type { Page, Request, Route } from 'playwright-core';

/** Faults for a request of the form. */
export const formFaults = {
	'no connection': (route: Route) => route.abort('connectionreset'),
	'503': (route: Route) => route.fulfill({ status: 503, body: 'Service Unavailable' }),
	'HTML instead of JSON': (route: Route) =>
		route.fulfill({ status: 200, contentType: 'text/html', body: '<!DOCTYPE html><title>Error</title>' }),
	'an error of the wiki': (route: Route) =>
		route.fulfill({ json: { errors: [{ code: 'readonly', text: 'Maintenance.', module: 'main' }] } }),
	// The last two reach the wiki.
	'half an answer': async (route: Route) => {
		const response = await route.fetch();
		const body = await response.text();
		await route.fulfill({ response, body: body.slice(0, body.length / 2) });
	},
	'an answer that is lost': async (route: Route) => {
		await route.fetch();
		await route.abort('connectionreset');
	},
} as const satisfies Readonly<Record<string, (route: Route) => Promise<void>>>;

export type FormFault = keyof typeof formFaults;

/** A request's kind, without user and time: `query users`, `edit`. */
function describeRequest(request: Request): string {
	const sent = new URLSearchParams(new URL(request.url()).search + '&' + (request.postData() ?? ''));
	const modules = ['meta', 'list', 'prop', 'type'].flatMap((name) => sent.get(name) ?? []);
	return [sent.get('action') ?? '', ...modules].join(' ');
}

/** The form's requests, in order. */
export async function listRequests(page: Page): Promise<readonly string[]> {
	const labels: string[] = [];
	await page.route('**/api.php*', (route) => {
		labels.push(describeRequest(route.request()));
		return route.continue();
	});
	return labels;
}

/**
 * Makes the nth request of a kind fail, and for reads also the next one of the kind, as the form retries once.
 *
 * @returns the number of failures so far
 */
export async function failRequest(
	page: Page,
	label: string,
	nth: number,
	fault: FormFault,
): Promise<() => number> {
	const most = /^(?:edit|emailuser)\b/.test(label) ? 1 : 2;
	let seen = 0;
	let failed = 0;
	await page.route('**/api.php*', async (route) => {
		const isMeant = describeRequest(route.request()) === label && ++seen >= nth && failed < most;
		if (!isMeant) return route.continue();
		failed++;
		return formFaults[fault](route);
	});
	return () => failed;
}
