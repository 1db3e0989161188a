import { login, type ApiSession } from '../wiki/apiSession.ts';
import { cast } from '../story/cast.ts';
import { play, type Done } from '../story/play.ts';
import { STORY } from '../story/storyCourse.ts';
import { PASSWORD, volunteer } from './accounts.ts';
import type { DemoWiki, Tell } from './startDemoWiki.ts';

/** Plays a whole course on the demo's wiki, and says what came of it. */
export async function tellStory(
	{ wiki, programme }: DemoWiki,
	cycle: () => Promise<Done>,
	tell: Tell,
): Promise<void> {
	await wiki.createAccounts(cast.map(({ name }) => volunteer(name).account));
	const sessions = new Map<string, ApiSession>();
	const as = async (name: string): Promise<ApiSession> => {
		const session = sessions.get(name) ?? (await login(wiki.apiUrl, name, PASSWORD));
		sessions.set(name, session);
		return session;
	};
	const cycles = await play({ wiki, programme, as, cycle, tell });
	const end = [...cycles.values()].pop();
	const counts = new Map<string, number>();
	for (const { course, state } of end?.applications ?? [])
		if (course === STORY) counts.set(state, (counts.get(state) ?? 0) + 1);
	tell([...counts].map(([state, count]) => `${count} ${state}`).join(', '));
	tell(`${end?.sent.length ?? 0} notices went out, each once`);
}
