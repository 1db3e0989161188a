import { installChromium } from './installChromium.ts';
import { installWiki } from './installWiki.ts';
import { prepareTemplate } from './prepareTemplate.ts';

function progress(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** For vitest: installs all that the tests need before the first of them, so that none of them times out over it. */
export async function setup(): Promise<void> {
	const installation = await installWiki(progress);
	progress(`MediaWiki ${installation.version} in ${installation.mediawikiDir}`);
	await prepareTemplate(installation, progress);
	progress(`Chromium: ${await installChromium(progress)}`);
}
