import { performance } from 'node:perf_hooks';
import type { Wiki } from '../../shared/wiki.ts';
import type { Site } from '../../shared/wiki/readSite.ts';
import { heedingStopPage } from '../wiki/heedingStopPage.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import { lookOnce, type Looked } from './lookOnce.ts';

export interface AsBot {
	/** Looks at the stop page before it writes. */
	readonly wiki: Wiki;
	readonly site: Site;
	readonly cycle: Looked;
}

/**
 * Looks around with a cycle that writes nothing, for a command that then writes as the bot: what the bot wrote before
 * is known by its own edits, so nobody else may.
 *
 * @throws UsageError where somebody else is logged in; WikiError
 */
export async function asBot(context: Context): Promise<AsBot> {
	const connection = await connected(context);
	const { site } = connection;
	const cycle = await lookOnce(context, connection);
	const { bot } = cycle.programme;
	if (site.user.name !== bot)
		throw new UsageError([
			`Logged in as ${site.user.name}, but the programme’s bot is ${bot}: log in as ${bot}. By its edits it is known who was written to.`,
		]);
	const wiki = heedingStopPage(connection.wiki, `User:${bot}/Stop`, () => performance.now());
	return { wiki, site, cycle };
}
