import { collectPages, type Sources } from '../deploy/collectPages.ts';
import { deploy } from '../deploy/deploy.ts';
import { VERSION } from '../version.ts';
import { connected, programmeInFile, programmeOnWiki } from './connected.ts';
import { EXIT } from './exit.ts';
import { describePublished, isPublished, say } from './terminal.ts';

/** As the build lays them out around `dist/bot/main.js`. */
const SOURCES: Sources = {
	gadget: new URL('../gadget/', import.meta.url),
	pages: new URL('./pages/', import.meta.url),
};

export async function deployAll({ programme: file }: { readonly programme?: string }): Promise<number> {
	const given = file === undefined ? null : await programmeInFile(file);
	const { wiki } = await connected();
	const programme = given ?? (await programmeOnWiki(wiki));
	const results = await deploy(wiki, await collectPages(SOURCES, programme), VERSION, (result) => {
		say(describePublished(result));
	});
	return results.every(isPublished) ? EXIT.done : EXIT.failed;
}
