import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { MAX_APPLICANTS } from '../../../shared/actions/mark.ts';
import { toChange } from '../../../shared/history/change.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki as Port } from '../../../shared/wiki/wiki.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { readSite } from '../../../shared/wiki/readSite.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { login } from '../../wiki/apiSession.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { startWiki } from '../../wiki/startWiki.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { startCountingProxy, type CountingProxy } from '../countingProxy.ts';
import { createMarkedActions } from '../../markedActions.ts';
import { completeProgrammeOn } from '../../programmeIds.ts';
import { setClock } from '../../story/playCourse.ts';
import { sessionPort } from '../../wiki/sessionPort.ts';
import { toImportedPage, createPerson, type Courses, type Person } from '../people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const PASSWORD = 'a password of all';
export const BOT = 'WikiLearnBot';
export const BOT_LOGIN = { username: `${BOT}@bench`, password: '0123456789abcdef0123456789abcdef' };
export const REVIEWER = 'Rita';
/** The application that is decided about while it is measured; the bot's edits of it are made in any case. */
export const DECIDED = 1;

/** A wiki with n applications to two courses, and a proxy that counts what is asked of it. */
export interface BenchWiki {
	readonly wiki: Wiki;
	readonly proxy: CountingProxy;
	readonly programme: Programme;
	readonly n: number;
	/** Of the log page, before anything is measured. */
	readonly logRevisions: number;
	/** Back to the beginning; everybody is logged out. How many pages a request may name: 500 or 50. */
	reset(batch: 500 | 50): Promise<void>;
	stop(): Promise<void>;
}

export async function startBenchWiki(n: number, print: (line: string) => void): Promise<BenchWiki> {
	const wiki = await startWiki();
	print(`${n} accounts and applications`);
	const draft = createCycleProgramme();
	await createAccounts(wiki, draft, n);
	const admin = await login(wiki.apiUrl, wikiAdmin.name, wikiAdmin.password);
	const port = sessionPort(admin);
	// Hours ago: what happened within the last minutes is asked for twice.
	await setClock(wiki, -0.5);
	const programme = await completeProgrammeOn(port, draft);
	await admin.edit({ title: PROGRAMME_PAGE, text: JSON.stringify(programme) });
	const before = new Date(Date.now() - DAY_MS).toISOString();
	const people = Array.from({ length: n }, (_, index) => createPerson(programme, index));
	// Course pages from before as well: where one has just changed, everything is read again.
	await wiki.importPages([
		...programme.courses.map(({ page }) => ({
			title: page,
			revisions: [{ user: wikiAdmin.name, timestamp: before, text: 'A course' }],
		})),
		...people.map((applicant) => toImportedPage(applicant, before)),
	]);
	print('decisions about nearly all of them');
	const logRevisions = await decideAllButOne(wiki, port, programme, people);
	await wiki.setSettings('');
	const snapshot = await wiki.snapshot('beginning');
	const proxy = await startCountingProxy(wiki.port);
	return {
		wiki,
		proxy,
		programme,
		n,
		logRevisions,
		reset: async (batch) => {
			await wiki.restore(snapshot);
			await wiki.setSettings(
				`$wgGroupPermissions['bot']['apihighlimits'] = ${batch === 500 ? 'true' : 'false'};`,
			);
		},
		stop: async () => {
			await proxy.stop();
			await wiki.stop();
		},
	};
}

/** By the reviewer, a score at a time, as imported revisions of the log would hold back everything. @returns how many revisions the log has */
async function decideAllButOne(
	wiki: Wiki,
	admin: Port,
	programme: Programme,
	people: readonly Person[],
): Promise<number> {
	const reviewer = sessionPort(await login(wiki.apiUrl, REVIEWER, PASSWORD));
	const site = await readSite(admin);
	const titles = people.map(({ title }) => title);
	const pages = await readPages(admin, titles, site.batchSize);
	const actions = createMarkedActions(programme);
	const undecided = createPerson(programme, DECIDED).title;
	const decidable = people.flatMap(({ title, course }) => {
		const page = title === undecided ? undefined : pages.get(title);
		if (!page) return [];
		const change = toChange(page.revision);
		return [{ course: course.id, added: change, answersChange: change }];
	});
	let revisions = 1;
	for (const { id } of programme.courses) {
		const courseApplicants = decidable.filter(({ course }) => course === id);
		for (let start = 0; start < courseApplicants.length; start += MAX_APPLICANTS, revisions++)
			await actions.decide(reviewer, 'waitlisted', courseApplicants.slice(start, start + MAX_APPLICANTS));
	}
	return revisions;
}

/** The bot, the reviewer, and one person more than there are applications. */
async function createAccounts(wiki: Wiki, programme: Courses, n: number): Promise<void> {
	const people = Array.from({ length: n + 1 }, (_, index) => createPerson(programme, index).name);
	const grants = ['basic', 'highvolume', 'editpage', 'createeditmovepage'];
	await wiki.createAccounts([
		{
			name: BOT,
			password: PASSWORD,
			groups: ['bot'],
			botPasswords: [{ appId: 'bench', password: BOT_LOGIN.password, grants }],
		},
		...[REVIEWER, ...people].map((name) => ({
			name,
			password: PASSWORD,
			email: null,
			registered: '2019-03-01T00:00:00Z',
		})),
	]);
}
