import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import type { CycleWiki } from '../../bot/cycle/startCycleWiki.ts';
import { application } from '../../bot/cycle/startCycleWiki.ts';

/** Everybody on the wiki of the trials. `SysopAbroad` has rights elsewhere, as CentralAuth is recorded to answer. */
export const PEOPLE = ['Ana', 'Ben', 'Eve', 'SysopAbroad', 'Tom', 'Uma'] as const;

const IAH = 'Learn/Harassment';
const PB = 'Learn/Partnerships';

/** What has happened before the bot was here last. */
export async function tellBeginning(wiki: CycleWiki): Promise<void> {
	await apply(wiki, 'Ana', IAH, 'iah');
	await apply(wiki, 'SysopAbroad', IAH, 'iah');
	await apply(wiki, 'Eve', PB, 'pb');
	await section(wiki, 'Ben', PB, 'My application', application('From the talk page', { course: 'pb' }));
}

/** What has happened since: something of each kind that makes the bot write. */
export async function tellRest(wiki: CycleWiki): Promise<void> {
	await apply(wiki, 'Tom', IAH, 'iah');
	await apply(wiki, 'Uma', PB, 'pb');
	await section(wiki, 'Tom', PB, 'Application', 'I would like to take part. ~~~~');
	await decide(wiki, `${IAH}/Applications/Ana`, 'accepted');
	await decide(wiki, `${IAH}/Applications/SysopAbroad`, 'waitlisted');
	await decide(wiki, `${PB}/Applications/Eve`, 'declined');
	const withdrawn = application('No more', { course: 'pb', withdrawn: true });
	await (await wiki.as('Eve')).edit({ title: `${PB}/Applications/Eve`, text: withdrawn });
	const admin = await wiki.as(wikiAdmin.name);
	await admin.edit({ title: 'Learn/Status', text: 'Who needs a region?' });
}

async function apply(wiki: CycleWiki, who: string, page: string, course: string): Promise<void> {
	const text = application(`Why ${who} applies`, { course });
	await (await wiki.as(who)).edit({ title: `${page}/Applications/${who}`, text, createonly: true });
}

async function section(wiki: CycleWiki, who: string, page: string, heading: string, text: string) {
	const session = await wiki.as(who);
	await session.edit({ title: `Talk:${page}`, section: 'new', sectiontitle: heading, text });
}

async function decide(wiki: CycleWiki, title: string, outcome: string): Promise<void> {
	const session = await wiki.as('Rita');
	await session.edit({ title, appendtext: `\n{{WikiLearn decision|outcome=${outcome}}}` });
}
