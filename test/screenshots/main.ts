import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../browser/startBrowser.ts';
import { startFormWiki } from '../browser/startFormWiki.ts';
import { prepareScene } from './prepareScene.ts';
import { shots } from './shots.ts';
import { takeShot } from './takeShot.ts';

// Takes the pictures that the documents show, of a real wiki with the pilot's programme, in a real browser.
const print = (line: string): void => {
	console.log(line);
};
// Words after `npm run screenshots --` name the pictures to take; all if there are none.
const words = process.argv.slice(2);
const selectedShots = shots.filter(
	({ file }) => words.length === 0 || words.some((word) => file.includes(word)),
);
const [demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
try {
	await prepareScene(demo, print);
	for (const shot of selectedShots) {
		const picture = await takeShot(browser, demo, shot);
		const file = fileURLToPath(new URL(`../../${shot.file}`, import.meta.url));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, picture);
		print(`${shot.file}: ${(picture.length / 1000).toFixed(1)} KB`);
	}
} finally {
	await browser.close();
	await demo.wiki.stop();
}
