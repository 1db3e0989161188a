import { build } from '../../gadget/build/build.ts';
import { readProgramme } from '../../shared/programme/readProgramme.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { connectAs, createPilotAt, prepareDemo, type DemoWiki } from '../demo/startDemoWiki.ts';
import { digestOf } from '../wiki/digestOf.ts';
import { prepareSnapshot } from '../wiki/prepareSnapshot.ts';
import { startWiki } from '../wiki/startWiki.ts';

/** The demo's wiki with the gadget from the current sources. Built and deployed once, then copied. */
export async function startFormWiki(): Promise<DemoWiki> {
	const wanted = createPilotAt(new Date().toISOString());
	// The courses' dates change once a week.
	const inputs = [await digestOf(['shared', 'gadget', 'bot', 'test/demo']), JSON.stringify(wanted)];
	const snapshot = await prepareSnapshot('form', inputs, async (wiki) => {
		await build(new URL('../../dist/', import.meta.url));
		await prepareDemo(wiki, wanted, () => undefined);
	});
	const wiki = await startWiki({ snapshot });
	try {
		const bot = await connectAs(wiki, wanted.bot.name);
		const page = (await readPages(bot, [PROGRAMME_PAGE])).get(PROGRAMME_PAGE);
		const read = readProgramme(JSON.parse(page?.revision.text ?? 'null'));
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		return { wiki, programme: read.programme, bot };
	} catch (error) {
		await wiki.stop();
		throw error;
	}
}
