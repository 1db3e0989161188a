import type { Outcome } from '../../../shared/actions/mark.ts';
import { readNoticeMark } from '../../../shared/notices/notice.ts';
import { noticeChoices, type Programme } from '../../../shared/programme/schema.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { actingOn } from '../../actingOn.ts';
import { application, BOT } from '../../bot/cycle/startCycleWiki.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { iso } from '../../memory/iso.ts';
import { addLog } from '../../memory/addLog.ts';
import { MemoryWiki, type MemoryPage } from '../../memory/memoryWiki.ts';
import { withIds } from '../../programmeWith.ts';
import type { WholeWiki } from '../world/readWiki.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve', 'Tom', 'Uma', 'Zoe'] as const;
const REVIEWERS = ['Rita', 'Rob'] as const;
const OUTCOMES = ['accepted', 'waitlisted', 'declined'] as const;
const PAGES = { iah: 'Learn/Harassment', pb: 'Learn/Partnerships' } as const;
type CourseId = keyof typeof PAGES;
const LOG = 'Learn/Log';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Everybody may be told of decisions some hours after the beginning. */
function draftAt(now: number) {
	const draft = cycleProgramme(now);
	const moment = iso(now + 2 * HOUR);
	return {
		...draft,
		reviewers: REVIEWERS.map((name) => ({ name })),
		notices: noticeChoices,
		offers: { confirmDays: 2, reminderDays: 1 },
		courses: draft.courses.map((course) => ({ ...course, closes: moment, notify: moment })),
	};
}

/** A fake wiki on which things happen by chance. */
export class MemoryWorld {
	readonly wiki = new MemoryWiki();
	private readonly programme: Programme;
	private count = 0;

	constructor(private readonly random: SeededRandom) {
		this.wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
		for (const name of [...REVIEWERS, ...PEOPLE]) this.wiki.addAccount(name);
		const { state } = this.wiki;
		state.globals = new Map(
			PEOPLE.map((name) => [name, { home: 'metawiki', id: 1, name, groups: [], merged: [] }]),
		);
		const ids = new Map(state.accounts.map(({ name, id }) => [name, id]));
		// The first page of all.
		this.programme = withIds(draftAt(state.now), ids, state.nextRevid);
	}

	async begin(): Promise<void> {
		await this.write('Rita', LOG, () => 'The log.');
		await this.write('Rita', PROGRAMME_PAGE, () => JSON.stringify(this.programme));
		for (const { page } of this.programme.courses) await this.write('Rita', page, () => 'A course');
		for (const who of PEOPLE) {
			const course = this.random.pick(['iah', 'pb'] as const);
			const text = application(`answer of ${who}`, { course, save: 'thefirst' });
			await this.write(who, `${PAGES[course]}/Applications/${who}`, () => text);
		}
	}

	/** Up to three things happen, and time passes. */
	async happen(): Promise<void> {
		this.wiki.state.now += this.random.next() * 20 * MINUTE;
		for (let left = this.random.next() * 3; left > 0; left--) await this.unlessRefused(() => this.oneThing());
	}

	/** All that stands there, as it would be read from a real one. */
	read(): WholeWiki {
		return new Map(
			this.wiki.state.pages.map(({ title, revisions }) => [
				title,
				revisions.map(({ revid, user, text, comment = '' }) => ({ revid, user, comment, text })),
			]),
		);
	}

	private async oneThing(): Promise<void> {
		this.count++;
		const who = this.random.pick(PEOPLE);
		const reviewer = this.random.pick(REVIEWERS);
		const course = this.random.pick(['iah', 'pb'] as const);
		const page = PAGES[course];
		const own = `${page}/Applications/${who}`;
		const title = `${page}/Applications/${this.random.pick(PEOPLE)}`;
		const text = application(`answer ${this.count}`, { course, save: String(this.count).padStart(8, '0') });
		const heading = this.random.pick(['Application', 'Question']);
		await this.random.pick([
			() => this.write(who, own, () => text),
			() => this.write(who, own, (before) => before.replace(/answer/, 'my answer')),
			() => this.write(who, title, (before) => before.replace(/answer/, 'their answer')),
			() => this.decide(reviewer, course, [this.random.pick(PEOPLE)]),
			() => this.decide(who, course, [this.random.pick(PEOPLE)]),
			() => this.reply(who, course),
			() => this.release(reviewer, course),
			() => this.release(who, course),
			() => this.decideAll(reviewer, course),
			() => this.takeBack(reviewer, course),
			() => this.undo(this.random.chance(0.5) ? LOG : title),
			() => this.write(who, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\n${text}`),
			() => this.write(who, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\nI ask ${this.count}`),
			() => this.write(who, title, (before) => before.replace(/<!-- wikilearn:status[^]*end -->/, '')),
			() => this.write(who, 'Main Page', () => `Edit ${this.count}`),
			() => this.changeRights(who),
			() => this.remove(this.random.chance(0.5) ? title : `Talk:${page}`),
			() => this.move(this.random.chance(0.5) ? title : `User talk:${who}`),
		])();
	}

	/** The revision of theirs on the page that is the newest but for replies, as a reviewer sees it. */
	private decidable(course: CourseId, name: string) {
		const page = this.page(`${PAGES[course]}/Applications/${name}`);
		const own = page?.revisions.filter(
			({ user, comment = '' }) => user === name && !comment.startsWith('wikilearn:'),
		);
		const newest = own?.[own.length - 1];
		if (!newest) return [];
		const { revid, parentid, timestamp } = newest;
		const user = { id: this.idOf(name), name };
		const change = { revid, parentid, timestamp, user };
		return [{ course, added: change, answersSince: change }];
	}

	private async decide(by: string, course: CourseId, names: readonly string[]): Promise<void> {
		const applications = names.flatMap((name) => this.decidable(course, name));
		if (applications.length === 0) return;
		const outcome: Outcome = this.random.pick(OUTCOMES);
		const place = outcome === 'waitlisted' && this.random.chance(0.3) ? 1 : null;
		await actingOn(this.programme).decide(this.wiki.as(by), outcome, applications, { place });
	}

	private async release(by: string, course: CourseId): Promise<void> {
		await actingOn(this.programme).release(this.wiki.as(by), course);
	}

	/** And releases it. */
	private async decideAll(by: string, course: CourseId): Promise<void> {
		for (const name of PEOPLE) await this.decide(by, course, [name]);
		await this.release(by, course);
	}

	/** Whatever was logged last about the course, by anybody. */
	private async takeBack(by: string, course: CourseId): Promise<void> {
		const logged = this.page(LOG)?.revisions.filter(({ comment = '' }) => comment.includes(`/${course}/`));
		const last = logged?.[logged.length - 1];
		if (!last) return;
		const [, , , said = '', people = ''] = /^(wikilearn):(\w+)\/(\w+)\/([^/]*)\/([\d.,]*)/.exec(
			last.comment ?? '',
		) ?? [''];
		const applicants = said === '' ? [] : people.split(',').flatMap((one) => Number(one.split('.')[0]) || []);
		await actingOn(this.programme).log(this.wiki.as(by), {
			kind: 'take-back',
			course,
			of: last.revid,
			applicants: last.comment?.startsWith('wikilearn:decide') ? applicants : [],
		});
	}

	/** To the offer that they were told of last, whether it still stands or not; or they withdraw. */
	private async reply(who: string, course: CourseId): Promise<void> {
		const page = this.page(`${PAGES[course]}/Applications/${who}`);
		if (!page) return;
		const told = this.wiki.state.pages
			.flatMap(({ revisions }) => revisions)
			.flatMap(({ user, comment = '' }) => (user === BOT ? (readNoticeMark(comment) ?? []) : []))
			.filter((event) => event.applicant === this.idOf(who) && event.course === course);
		const offers = told.flatMap(({ about }) => Number(/^accepted-(\d+)$/.exec(about)?.[1] ?? 0) || []);
		const answer = this.random.pick(['confirmed', 'confirmed', 'declined', 'withdrawn'] as const);
		const announced = { decision: offers[offers.length - 1] ?? 1 };
		const application = { course, pageid: page.pageid, announced };
		await actingOn(this.programme).reply(this.wiki.as(who), answer, application);
	}

	/** The last edit of a page, by anybody: where it was an action, nothing comes of that. */
	private async undo(title: string): Promise<void> {
		const revisions = this.page(title)?.revisions ?? [];
		const last = revisions[revisions.length - 1];
		if (!last || revisions.length < 2) return;
		await this.wiki.as('Rita').edit({ action: 'edit', title, undo: last.revid });
	}

	/** An empty text leaves the page as it is. */
	private async write(who: string, title: string, change: (before: string) => string): Promise<void> {
		const port = this.wiki.as(who);
		const page = (await readPages(port, [title])).get(title) ?? null;
		const text = change(page?.revision.text ?? '');
		if (text !== '') await savePage(port, { title, text, summary: '', base: page?.revision.revid ?? 'new' });
	}

	private changeRights(name: string): Promise<void> {
		const account = this.wiki.state.accounts.find((one) => one.name === name);
		if (account) account.groups = account.groups.length > 0 ? [] : [{ group: 'sysop', expiry: 'infinity' }];
		addLog(this.wiki.state, { kind: 'rights/rights', title: `User:${name}`, user: 'Rita' });
		return Promise.resolve();
	}

	private remove(title: string): Promise<void> {
		if (this.page(title)) this.wiki.delete('Rita', { title, reason: '' });
		return Promise.resolve();
	}

	private move(from: string): Promise<void> {
		if (this.page(from)) this.wiki.move('Rita', { from, to: `${from}/${this.count}` });
		return Promise.resolve();
	}

	private page(title: string): MemoryPage | undefined {
		return this.wiki.state.pages.find((one) => one.title === title);
	}

	private idOf(name: string): number {
		return this.wiki.state.accounts.find((one) => one.name === name)?.id ?? 0;
	}

	/** An undo of what cannot be undone, a move onto another page: the wiki says no, and nothing happens. */
	private async unlessRefused(thing: () => Promise<void>): Promise<void> {
		try {
			await thing();
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
		}
	}
}
