import { runCycle } from '../../bot/cycle/runCycle.ts';
import { translateInto } from '../../bot/operations/translateInto.ts';
import { createMarkedActions } from '../markedActions.ts';
import { createApplications } from '../demo/applications.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki, Print } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { sessionPort } from '../wiki/sessionPort.ts';
import { APPLICANT } from './shots.ts';

const ACCEPTED = ['LocalSysop', 'SysopAbroad', 'Steward'];

/** The demo's wiki with a dozen applications, some decisions, one more volunteer, and what the bot says of it all. */
export async function prepareScene(demo: DemoWiki, print: Print): Promise<void> {
	const { wiki, bot, programme } = demo;
	await wiki.createAccount({
		name: APPLICANT,
		password: PASSWORD,
		registered: '2019-03-01T00:00:00Z',
		editCount: 1200,
	});
	await wiki.setGlobalAccounts({ [APPLICANT]: { record: 'Volunteer' } });
	await createApplications(wiki, bot, programme, print);
	const [reviewer] = programme.reviewers;
	if (!reviewer) throw new Error('the programme has no reviewer');
	const run = async () => {
		const done = await runCycle(bot, { cache: null, bot: programme.bot.name, translate: translateInto });
		if (!done.ok) throw new Error(`the programme page is not valid: ${JSON.stringify(done.problems)}`);
		return done;
	};
	const { applications } = await run();
	const port = sessionPort(await login(wiki.apiUrl, reviewer.name, PASSWORD));
	const accepted = applications.filter(({ applicant }) => ACCEPTED.includes(applicant?.name ?? ''));
	await createMarkedActions(programme).decide(port, 'accepted', accepted);
	const cycle = await run();
	print(`${cycle.applications.length} applications, ${cycle.problems.length} need a person`);
}
