import { chromium, type Browser } from 'playwright-core';
import { installChromium } from '../wiki/installChromium.ts';

/** Chromium without a window, that talks to nobody but the pages it opens. */
export async function startBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: await installChromium((line) => {
			process.stderr.write(`${line}\n`);
		}),
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
