import type { Programme } from '../../shared/programme/schema.ts';
import { DEPLOYER, PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';

/** Puts another programme into the gadget on a running wiki, as an interface administrator does. */
export async function putProgramme({ wiki }: DemoWiki, programme: Programme): Promise<void> {
	const session = await login(wiki.apiUrl, DEPLOYER, PASSWORD);
	await session.edit({
		title: 'MediaWiki:Gadget-wikilearn-programme.json',
		text: JSON.stringify(programme, null, '\t'),
	});
}
