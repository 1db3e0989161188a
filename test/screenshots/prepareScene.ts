import { runCycle } from '../../bot/cycle.ts';
import { translateInto } from '../../bot/translateInto.ts';
import { writeMark } from '../../shared/mark/writeMark.ts';
import { makeApplications } from '../demo/applications.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki, Tell } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { APPLICANT } from './shots.ts';

const ACCEPTED = ['LocalSysop', 'SysopAbroad', 'Steward'];

/** The demo's wiki with a dozen applications, some decisions, one more volunteer, and what the bot says of it all. */
export async function prepareScene(demo: DemoWiki, tell: Tell): Promise<void> {
	const { wiki, bot, programme } = demo;
	await wiki.createAccount({
		name: APPLICANT,
		password: PASSWORD,
		registered: '2019-03-01T00:00:00Z',
		editCount: 1200,
	});
	await wiki.setGlobalAccounts({ [APPLICANT]: { record: 'Volunteer' } });
	await makeApplications(wiki, bot, programme, tell);
	const [course] = programme.courses;
	const [reviewer] = programme.reviewers;
	if (!course || reviewer === undefined) throw new Error('the programme has no course or no reviewer');
	const session = await login(wiki.apiUrl, reviewer, PASSWORD);
	for (const name of ACCEPTED) {
		const title = `${course.page}/Applications/${name}`;
		await session.edit({
			title,
			appendtext: `\n\n${writeMark('decision', { outcome: 'accepted', by: reviewer })}`,
		});
	}
	const cycle = await runCycle(bot, { bookmark: null, bot: programme.bot, translate: translateInto });
	if (!cycle.ok) throw new Error(`the programme page is not valid: ${JSON.stringify(cycle.problems)}`);
	tell(`${cycle.applications.length} applications, ${cycle.problems.length} need a person`);
}
