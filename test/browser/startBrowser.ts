import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { cacheDir } from '../wiki/cacheDir.ts';
import { installChromium } from '../wiki/installChromium.ts';

/** Headless Chromium that makes no background requests, and does not write to the home directory. */
export async function startBrowser(): Promise<Browser> {
	const home = join(cacheDir, 'home');
	await mkdir(home, { recursive: true });
	return chromium.launch({
		env: { ...process.env, HOME: home },
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
