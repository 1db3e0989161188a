import { installChromium } from './installChromium.ts';
import { installWiki } from './installWiki.ts';
import { prepareTemplate } from './prepareTemplate.ts';

/** Run as a command: installs all that the tests need and says so in plain lines. */
function progress(line: string): void {
	console.log(line);
}

const installation = await installWiki(progress);
console.log(`MediaWiki ${installation.version} in ${installation.mediawikiDir}, run by ${installation.php}`);
await prepareTemplate(installation, progress);
console.log(`Chromium: ${await installChromium(progress)}`);
