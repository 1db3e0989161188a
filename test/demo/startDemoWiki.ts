import { collectPages } from '../../bot/deploy/collectPages.ts';
import { connectWiki } from '../../bot/wiki/mwnWiki.ts';
import { shiftDates } from './shiftDates.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki as Port } from '../../shared/wiki/wiki.ts';
import pilot from '../../shared/programme/wikilearn.json' with { type: 'json' };
import { deployPages } from '../deployPages.ts';
import { completeProgrammeOn, fillInPlaceholderIds, stripIds } from '../programmeIds.ts';
import { startWiki } from '../wiki/startWiki.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { BOT_PASSWORD, demoAccounts, DEPLOYER } from './accounts.ts';

export interface DemoWiki {
	readonly wiki: Wiki;
	readonly programme: Programme;
	/** The port, as the bot. */
	readonly bot: Port;
}

export type Print = (line: string) => void;

/** A real MediaWiki with the pilot's programme on it, deployed as on any other wiki, and accounts to try it with. @param programmeSource instead of the pilot's; its ids are made up */
export async function startDemoWiki(
	print: Print,
	port?: number,
	programmeSource = createPilotAt(new Date().toISOString()),
): Promise<DemoWiki> {
	const wiki = await startWiki({ progress: print, ...(port === undefined ? {} : { port }) });
	try {
		print(`MediaWiki runs at ${wiki.url}`);
		const programme = await prepareDemo(wiki, programmeSource, print);
		return { wiki, programme, bot: await connectAs(wiki, programme.bot.name) };
	} catch (error) {
		await wiki.stop();
		throw error;
	}
}

/** Makes the accounts on an empty wiki, and deploys everything. @returns the programme with the wiki's ids */
export async function prepareDemo(wiki: Wiki, wanted: Programme, print: Print): Promise<Programme> {
	await createAccounts(wiki, wanted);
	const programme = await completeProgrammeOn(await connectAs(wiki, DEPLOYER), stripIds(wanted));
	await deployProgramme(wiki, programme, print);
	return programme;
}

/** The pilot with dates around an instant. Its ids are made up. */
export function createPilotAt(now: string): Programme {
	return shiftDates(fillInPlaceholderIds(pilot), now);
}

export function connectAs(wiki: Wiki, name: string): Promise<Port> {
	return connectWiki({
		apiUrl: wiki.apiUrl,
		userAgent: 'wikilearn-demo (a local wiki)',
		credentials: { kind: 'bot-password', username: `${name}@demo`, password: BOT_PASSWORD },
	});
}

async function createAccounts(wiki: Wiki, programme: Programme): Promise<void> {
	const accounts = demoAccounts(programme);
	await wiki.createAccounts(accounts.map(({ account }) => account));
	await wiki.setGlobalAccounts(
		Object.fromEntries(accounts.map(({ account, global }) => [account.name, global])),
	);
}

async function deployProgramme(wiki: Wiki, programme: Programme, tell: Print): Promise<void> {
	const sources = {
		gadget: new URL('../../dist/gadget/', import.meta.url),
		pages: new URL('../../bot/deploy/pages/', import.meta.url),
	};
	const results = await deployPages(
		await connectAs(wiki, DEPLOYER),
		await collectPages(sources, programme),
		'demo',
	);
	const failed = results.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
	if (failed.length > 0)
		throw new Error(`The wiki refused ${failed.map((result) => JSON.stringify(result)).join(', ')}`);
	tell(`${results.length} pages deployed: gadget, templates, programme, course pages`);
}
