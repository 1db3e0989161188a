import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { writeRelease } from '../../../shared/notice/release.ts';
import { noticeChoices, type Programme } from '../../../shared/programme/schema.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import { application, BOT, type CycleWiki } from '../../bot/cycle/startCycleWiki.ts';
import { deployTemplates } from '../../bot/render/deployTemplates.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';

/** Everybody on the wiki of the trials. `SysopAbroad` has rights elsewhere, as CentralAuth is recorded to answer. */
export const PEOPLE = ['Ana', 'Ben', 'Eve', 'SysopAbroad', 'Tom', 'Uma'] as const;

const IAH = 'Learn/Harassment';
const PB = 'Learn/Partnerships';

/** Two courses; one is open, of the other everybody may be told since a moment ago. */
function programmeNow(): Programme {
	const programme = cycleProgramme();
	const moment = new Date().toISOString();
	return {
		...programme,
		notices: [...noticeChoices],
		offers: { confirmDays: 7, reminderDays: 2 },
		courses: programme.courses.map((course) =>
			course.id === 'iah' ? { ...course, closes: moment, notify: moment } : course,
		),
	};
}

/** What has happened before the bot was here last, which was a few times. */
export async function tellBeginning(wiki: CycleWiki): Promise<void> {
	await deployTemplates(wiki.running);
	for (const who of ['Ana', 'SysopAbroad', 'Tom'] as const) await apply(wiki, who, IAH, 'iah');
	await apply(wiki, 'Eve', PB, 'pb');
	await section(wiki, 'Ben', PB, 'My application', application('From the talk page', { course: 'pb' }));
	await decide(wiki, IAH, 'Ana', 'accepted');
	await decide(wiki, IAH, 'SysopAbroad', 'waitlisted');
	await decide(wiki, IAH, 'Tom', 'declined');
	// Whoever applied in the second in which a course closes is in time.
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	const admin = await wiki.as(wikiAdmin.name);
	await admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify(programmeNow()) });
	await wiki.cycle();
	await release(wiki, 'iah', 'at first');
	await wiki.cycle();
}

/** What has happened since: something of each kind that makes the bot write. */
export async function tellRest(wiki: CycleWiki): Promise<void> {
	await apply(wiki, 'Tom', PB, 'pb');
	await apply(wiki, 'Uma', PB, 'pb');
	await section(wiki, 'SysopAbroad', PB, 'Application', 'I would like to take part. ~~~~');
	await add(wiki, 'Ana', `${IAH}/Applications/Ana`, '{{WikiLearn reply|answer=confirmed|date=today}}');
	await decide(wiki, IAH, 'SysopAbroad', 'accepted');
	await decide(wiki, IAH, 'Tom', 'waitlisted');
	await release(wiki, 'iah', 'again');
	await decide(wiki, PB, 'Ben', 'accepted');
	await add(wiki, 'Ben', 'User talk:Ben', 'I talk to myself.');
	const withdrawn = application('No more', { course: 'pb', withdrawn: true });
	await (await wiki.as('Eve')).edit({ title: `${PB}/Applications/Eve`, text: withdrawn });
	const admin = await wiki.as(wikiAdmin.name);
	await admin.edit({ title: 'Learn/Status', text: 'Who needs a region?' });
}

async function apply(wiki: CycleWiki, who: string, page: string, course: string): Promise<void> {
	const text = application(`Why ${who} applies`, { course });
	await (await wiki.as(who)).edit({ title: `${page}/Applications/${who}`, text, createonly: true });
}

async function section(
	wiki: CycleWiki,
	who: string,
	page: string,
	heading: string,
	text: string,
): Promise<void> {
	const session = await wiki.as(who);
	await session.edit({ title: `Talk:${page}`, section: 'new', sectiontitle: heading, text });
}

async function decide(wiki: CycleWiki, page: string, who: string, outcome: string): Promise<void> {
	const title = who === 'Ben' ? `Talk:${page}` : `${page}/Applications/${who}`;
	await add(wiki, 'Rita', title, `{{WikiLearn decision|outcome=${outcome}}}`);
}

async function release(wiki: CycleWiki, course: string, date: string): Promise<void> {
	await add(wiki, 'Rita', `User:${BOT}/Report`, writeRelease(course, 'Rita', date));
}

async function add(wiki: CycleWiki, who: string, title: string, text: string): Promise<void> {
	await (await wiki.as(who)).edit({ title, appendtext: `\n\n${text}` });
}
