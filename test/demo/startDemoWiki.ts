import { collectPages } from '../../bot/deploy/collectPages.ts';
import { connect } from '../../bot/wiki/mwnWiki.ts';
import { moveDates } from './moveDates.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki as Port } from '../../shared/wiki/wiki.ts';
import pilot from '../../shared/programme/wikilearn.json' with { type: 'json' };
import { deploy } from '../deploy.ts';
import { completedOn, withMadeUpIds, withoutIds } from '../programmeWith.ts';
import { startWiki } from '../wiki/startWiki.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { BOT_PASSWORD, demoAccounts, DEPLOYER } from './accounts.ts';

export interface DemoWiki {
	readonly wiki: Wiki;
	readonly programme: Programme;
	/** The port, as the bot. */
	readonly bot: Port;
}

export type Tell = (line: string) => void;

/** A real MediaWiki with the pilot's programme on it, deployed as on any other wiki, and accounts to try it with. @param wanted instead of the pilot's; its ids are made up */
export async function startDemoWiki(
	tell: Tell,
	port?: number,
	wanted = pilotAround(new Date().toISOString()),
): Promise<DemoWiki> {
	const wiki = await startWiki({ progress: tell, ...(port === undefined ? {} : { port }) });
	try {
		tell(`MediaWiki runs at ${wiki.url}`);
		const programme = await prepareDemo(wiki, wanted, tell);
		return { wiki, programme, bot: await connectAs(wiki, programme.bot.name) };
	} catch (error) {
		await wiki.stop();
		throw error;
	}
}

/** Makes the accounts on an empty wiki, and deploys everything. @returns the programme with the wiki's ids */
export async function prepareDemo(wiki: Wiki, wanted: Programme, tell: Tell): Promise<Programme> {
	await makeAccounts(wiki, wanted);
	const programme = await completedOn(await connectAs(wiki, DEPLOYER), withoutIds(wanted));
	await deployTo(wiki, programme, tell);
	return programme;
}

/** The pilot with dates around an instant. Its ids are made up. */
export function pilotAround(now: string): Programme {
	return moveDates(withMadeUpIds(pilot), now);
}

export function connectAs(wiki: Wiki, name: string): Promise<Port> {
	return connect({
		apiUrl: wiki.apiUrl,
		userAgent: 'wikilearn-demo (a local wiki)',
		credentials: { kind: 'bot-password', username: `${name}@demo`, password: BOT_PASSWORD },
	});
}

async function makeAccounts(wiki: Wiki, programme: Programme): Promise<void> {
	const accounts = demoAccounts(programme);
	await wiki.createAccounts(accounts.map(({ account }) => account));
	await wiki.setGlobalAccounts(
		Object.fromEntries(accounts.map(({ account, global }) => [account.name, global])),
	);
}

async function deployTo(wiki: Wiki, programme: Programme, tell: Tell): Promise<void> {
	const sources = {
		gadget: new URL('../../dist/gadget/', import.meta.url),
		pages: new URL('../../bot/deploy/pages/', import.meta.url),
	};
	const results = await deploy(
		await connectAs(wiki, DEPLOYER),
		await collectPages(sources, programme),
		'demo',
	);
	const failed = results.filter(({ kind }) => kind !== 'saved' && kind !== 'unchanged');
	if (failed.length > 0)
		throw new Error(`The wiki refused ${failed.map((one) => JSON.stringify(one)).join(', ')}`);
	tell(`${results.length} pages deployed: gadget, templates, programme, course pages`);
}
