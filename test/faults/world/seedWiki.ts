import type { OutcomeOrRecusal } from '../../../shared/actions/mark.ts';
import { findAnnouncedDecision } from '../../../shared/notices/notice.ts';
import { OPTIONAL_NOTICES } from '../../../shared/programme/schema.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { createMarkedActions } from '../../markedActions.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { application, type CycleWiki, type Done } from '../../bot/cycle/startCycleWiki.ts';
import { deployTemplates } from '../../bot/render/deployTemplates.ts';
import { setClock } from '../../story/playCourse.ts';
import type { ApiParameters } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';

/** All users on the trial wiki. `SysopAbroad` has rights on other wikis, in the recorded responses of CentralAuth. */
export const PEOPLE = ['Ana', 'Ben', 'Eve', 'SysopAbroad', 'Tom', 'Uma'] as const;
type Person = (typeof PEOPLE)[number];

const IAH = 'Learn/Harassment';
const PB = 'Learn/Partnerships';
const HOUR_MS = 60 * 60 * 1000;
/** Announcements start 15 minutes after a release. */
const RELEASED_DAYS = 16 / (24 * 60);

/** Two courses: one is open, the other's announcements started an hour ago. */
export function createFaultProgramme() {
	const programme = createCycleProgramme();
	const moment = new Date(Date.now() - HOUR_MS).toISOString();
	return {
		...programme,
		notices: OPTIONAL_NOTICES,
		offers: { confirmDays: 7, reminderDays: 2 },
		courses: programme.courses.map((course) =>
			course.id === 'iah' ? { ...course, closes: moment, notify: moment } : course,
		),
	};
}

/**
 * The history up to the bot's last cycle, with several cycles, from a day ago until now, by the wiki's clock.
 *
 * @returns the last cycle
 */
export async function seedHistory(wiki: CycleWiki): Promise<Done> {
	await deployTemplates(wiki.running);
	await setClock(wiki.running, -1);
	for (const user of ['Ana', 'SysopAbroad', 'Tom'] as const) await apply(wiki, user, IAH, 'iah');
	await apply(wiki, 'Eve', PB, 'pb');
	await section(wiki, 'Ben', PB, 'My application', application('From the talk page', { course: 'pb' }));
	const received = await wiki.cycle();
	await decide(wiki, received, 'iah', 'Ana', 'accepted');
	await decide(wiki, received, 'iah', 'SysopAbroad', 'waitlisted');
	await decide(wiki, received, 'iah', 'Tom', 'declined');
	await setClock(wiki.running, -2 * RELEASED_DAYS);
	await release(wiki, 'iah');
	await setClock(wiki.running, -RELEASED_DAYS);
	await wiki.cycle();
	return wiki.cycle();
}

/** The events since: one of each kind that makes the bot write. */
export async function seedPendingWork(wiki: CycleWiki, before: Done): Promise<void> {
	await decide(wiki, before, 'iah', 'SysopAbroad', 'accepted');
	await decide(wiki, before, 'iah', 'Tom', 'waitlisted');
	await release(wiki, 'iah');
	await setClock(wiki.running, 0);
	await apply(wiki, 'Tom', PB, 'pb');
	await apply(wiki, 'Uma', PB, 'pb');
	await section(wiki, 'SysopAbroad', PB, 'Application', 'I would like to take part. ~~~~');
	await reply(wiki, before, 'iah', 'Ana', 'confirmed');
	await decide(wiki, before, 'pb', 'Ben', 'accepted');
	await reply(wiki, before, 'pb', 'Eve', 'withdrawn');
	// An unauthorized mark, a template without effect, text in the bot's region, and a log that cannot be appended to.
	await decide(wiki, before, 'pb', 'Ben', 'declined', 'Uma');
	await add(wiki, 'Ana', `${IAH}/Applications/Ana`, '{{WikiLearn decision|outcome=accepted}}');
	await add(wiki, 'Ben', 'User talk:Ben', 'I talk to myself.');
	await writeToAll(wiki, 'pb');
	await edit(wiki, wikiAdmin.name, 'Learn/Status', { text: 'Who needs a region?' });
	await edit(wiki, wikiAdmin.name, wiki.programme.log.page, { text: 'Jammed', contentmodel: 'text' });
}

function applicationOf({ applications, sent }: Done, course: string, user: Person) {
	const found = applications.find(
		(application) => application.course === course && application.applicant?.name === user,
	);
	if (!found) throw new Error(`${user} has not applied for ${course}.`);
	const own = sent.filter((notice) => notice.course === course && notice.applicant === found.applicant?.id);
	return { ...found, announced: findAnnouncedDecision(own) };
}

async function decide(
	wiki: CycleWiki,
	done: Done,
	course: string,
	user: Person,
	verdict: OutcomeOrRecusal,
	by: Person | 'Rita' = 'Rita',
): Promise<void> {
	const application = applicationOf(done, course, user);
	await createMarkedActions(wiki.programme).decide(await wiki.portOf(by), verdict, [application]);
}

async function reply(
	wiki: CycleWiki,
	done: Done,
	course: string,
	user: Person,
	replyKind: 'confirmed' | 'withdrawn',
): Promise<void> {
	await createMarkedActions(wiki.programme).reply(
		await wiki.portOf(user),
		replyKind,
		applicationOf(done, course, user),
	);
}

async function release(wiki: CycleWiki, course: string): Promise<void> {
	await createMarkedActions(wiki.programme).release(await wiki.portOf('Rita'), course);
}

/** A custom message of the team. */
async function writeToAll(wiki: CycleWiki, course: string): Promise<void> {
	const port = await wiki.portOf('Rita');
	const title = 'Learn/News';
	const text = 'The room is another one.';
	const saved = await savePage(port, { title, text, summary: '', baseRevision: 'new' });
	const page = (await readPages(port, [title])).get(title);
	if (saved.kind !== 'saved' || !page) throw new Error(JSON.stringify(saved));
	const { pageid, revision } = page;
	await createMarkedActions(wiki.programme).log(port, {
		kind: 'write',
		course,
		to: 'all',
		page: pageid,
		revision: revision.revid,
	});
}

async function apply(wiki: CycleWiki, user: Person, page: string, course: string): Promise<void> {
	const text = application(`Why ${user} applies`, { course, save: 'thefirst' });
	await edit(wiki, user, `${page}/Applications/${user}`, { text });
}

async function section(
	wiki: CycleWiki,
	user: string,
	page: string,
	heading: string,
	text: string,
): Promise<void> {
	await edit(wiki, user, `Talk:${page}`, { section: 'new', sectiontitle: heading, text });
}

async function add(wiki: CycleWiki, user: string, title: string, text: string): Promise<void> {
	await edit(wiki, user, title, { appendtext: `\n\n${text}` });
}

async function edit(wiki: CycleWiki, user: string, title: string, edits: ApiParameters): Promise<void> {
	await (await wiki.as(user)).edit({ title, ...edits });
}
