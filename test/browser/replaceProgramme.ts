import type { Programme } from '../../shared/programme/schema.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { DEPLOYER, PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { changeModule } from '../wiki/moduleVersion.ts';

/** Replaces the gadget's programme on a running wiki, as an interface administrator would. */
export async function replaceProgramme({ wiki }: DemoWiki, programme: Programme): Promise<void> {
	const session = await login(wiki.apiUrl, DEPLOYER, PASSWORD);
	const text = JSON.stringify(programme, null, '\t');
	await changeModule(wiki, 'ext.gadget.wikilearn-form', () => session.edit({ title: PROGRAMME_PAGE, text }));
}
