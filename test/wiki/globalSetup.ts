import { installChromium } from './installChromium.ts';
import { installWiki } from './installWiki.ts';
import { prepareTemplate } from './prepareTemplate.ts';

function progress(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** For vitest: installs all dependencies before the first test, so that no test times out. */
export async function setup(): Promise<void> {
	const installation = await installWiki(progress);
	progress(`MediaWiki ${installation.version} in ${installation.mediawikiDir}`);
	await prepareTemplate(installation, progress);
	progress(`Chromium: ${await installChromium(progress)}`);
}
