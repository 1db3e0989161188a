import type { Wiki as Port } from '../../shared/wiki/wiki.ts';
import { readWiki } from '../faults/world/readWiki.ts';
import { cast } from '../story/cast.ts';
import { countEdits } from '../story/countEdits.ts';
import { playCourse, type Done } from '../story/playCourse.ts';
import { STORY } from '../story/storyCourse.ts';
import { login } from '../wiki/apiSession.ts';
import { wikiAdmin } from '../wiki/prepareTemplate.ts';
import { sessionPort } from '../wiki/sessionPort.ts';
import { PASSWORD, volunteer } from './accounts.ts';
import type { DemoWiki, Print } from './startDemoWiki.ts';

/** Plays a whole course on the demo's wiki, and says what came of it. @returns the cycles, by what was done before each */
export async function playDemoCourse(
	{ wiki, programme }: Pick<DemoWiki, 'wiki' | 'programme'>,
	cycle: () => Promise<Done>,
	print: Print,
): Promise<ReadonlyMap<string, Done>> {
	await wiki.createAccounts(cast.map(({ name }) => volunteer(name).account));
	const ports = new Map<string, Port>();
	const as = async (name: string): Promise<Port> => {
		const port = ports.get(name) ?? sessionPort(await login(wiki.apiUrl, name, PASSWORD));
		ports.set(name, port);
		return port;
	};
	const cycles = await playCourse({ wiki, programme, as, cycle, print });
	const end = [...cycles.values()].pop();
	const counts = new Map<string, number>();
	for (const { course, state } of end?.applications ?? [])
		if (course === STORY) counts.set(state, (counts.get(state) ?? 0) + 1);
	print([...counts].map(([state, count]) => `${count} ${state}`).join(', '));
	print(`${end?.sent.length ?? 0} notices went out, each once`);
	const admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
	print(`edits of ${countEdits(await readWiki(admin), programme).join('; ')}`);
	return cycles;
}
