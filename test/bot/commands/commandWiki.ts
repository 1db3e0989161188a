import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import { BOT_PASSWORD, demoAccounts, DEPLOYER } from '../../demo/accounts.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** An empty wiki with the accounts of the demo. */
export async function startCommandWiki(): Promise<Wiki> {
	const wiki = await startWiki();
	await wiki.createAccounts(demoAccounts(pilot).map(({ account }) => account));
	return wiki;
}

/** The environment with which the bot logs in as one of them. */
export function environment(wiki: Wiki, account: string = pilot.bot.name): Readonly<Record<string, string>> {
	return {
		WIKILEARN_API_URL: wiki.apiUrl,
		WIKILEARN_USERNAME: `${account}@demo`,
		WIKILEARN_PASSWORD: BOT_PASSWORD,
	};
}

/** As an administrator does whom `check` told to. */
export async function protectAgainstMoving(wiki: Wiki, title: string): Promise<void> {
	const admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
	await admin.post({ action: 'protect', title, protections: 'move=sysop', expiry: 'infinite' });
}

export { BOT_PASSWORD, DEPLOYER };
