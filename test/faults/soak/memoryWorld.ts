import type { Outcome } from '../../../shared/actions/mark.ts';
import { readNoticeMark } from '../../../shared/notices/notice.ts';
import { OPTIONAL_NOTICES, type Programme } from '../../../shared/programme/schema.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { WikiError } from '../../../shared/wiki/wiki.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { createMarkedActions } from '../../markedActions.ts';
import { application, BOT } from '../../bot/cycle/startCycleWiki.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { formatTimestamp } from '../../memory/formatTimestamp.ts';
import { addLogEntry } from '../../memory/addLogEntry.ts';
import { MemoryWiki, type MemoryPage } from '../../memory/memoryWiki.ts';
import { fillInIds } from '../../programmeIds.ts';
import type { WikiContents } from '../world/readWiki.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve', 'Tom', 'Uma', 'Zoe'] as const;
const REVIEWERS = ['Rita', 'Rob'] as const;
const OUTCOMES = ['accepted', 'waitlisted', 'declined'] as const;
const PAGES = { iah: 'Learn/Harassment', pb: 'Learn/Partnerships' } as const;
type CourseId = keyof typeof PAGES;
const LOG = 'Learn/Log';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Decisions may be announced some hours after the start. */
function createDraft(now: number) {
	const draft = createCycleProgramme(now);
	const moment = formatTimestamp(now + 2 * HOUR);
	return {
		...draft,
		reviewers: REVIEWERS.map((name) => ({ name })),
		notices: OPTIONAL_NOTICES,
		offers: { confirmDays: 2, reminderDays: 1 },
		courses: draft.courses.map((course) => ({ ...course, closes: moment, notify: moment })),
	};
}

/** A fake wiki with random actions. */
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
		// Created first, for its page id.
		this.programme = fillInIds(createDraft(state.now), ids, state.nextRevid);
	}

	async begin(): Promise<void> {
		await this.write('Rita', LOG, () => 'The log.');
		await this.write('Rita', PROGRAMME_PAGE, () => JSON.stringify(this.programme));
		for (const { page } of this.programme.courses) await this.write('Rita', page, () => 'A course');
		for (const user of PEOPLE) {
			const course = this.random.pick(['iah', 'pb'] as const);
			const text = application(`answer of ${user}`, { course, save: 'thefirst' });
			await this.write(user, `${PAGES[course]}/Applications/${user}`, () => text);
		}
	}

	/** Does up to three actions and advances the clock. */
	async actSeveralTimes(): Promise<void> {
		this.wiki.state.now += this.random.next() * 20 * MINUTE;
		for (let remaining = this.random.next() * 3; remaining > 0; remaining--)
			await this.ignoreRefusal(() => this.actAtRandom());
	}

	/** All of the wiki's contents, in the format read from a real one. */
	read(): WikiContents {
		return new Map(
			this.wiki.state.pages.map(({ title, revisions }) => [
				title,
				revisions.map(({ revid, user, text, comment = '' }) => ({ revid, user, comment, text })),
			]),
		);
	}

	private async actAtRandom(): Promise<void> {
		this.count++;
		const name = this.random.pick(PEOPLE);
		const reviewer = this.random.pick(REVIEWERS);
		const course = this.random.pick(['iah', 'pb'] as const);
		const page = PAGES[course];
		const own = `${page}/Applications/${name}`;
		const title = `${page}/Applications/${this.random.pick(PEOPLE)}`;
		const text = application(`answer ${this.count}`, { course, save: String(this.count).padStart(8, '0') });
		const heading = this.random.pick(['Application', 'Question']);
		await this.random.pick([
			() => this.write(name, own, () => text),
			() => this.write(name, own, (before) => before.replace(/answer/, 'my answer')),
			() => this.write(name, title, (before) => before.replace(/answer/, 'their answer')),
			() => this.decide(reviewer, course, [this.random.pick(PEOPLE)]),
			() => this.decide(name, course, [this.random.pick(PEOPLE)]),
			() => this.reply(name, course),
			() => this.release(reviewer, course),
			() => this.release(name, course),
			() => this.decideAll(reviewer, course),
			() => this.takeBack(reviewer, course),
			() => this.undo(this.random.chance(0.5) ? LOG : title),
			() => this.write(name, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\n${text}`),
			() => this.write(name, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\nI ask ${this.count}`),
			() => this.write(name, title, (before) => before.replace(/<!-- wikilearn:status[^]*end -->/, '')),
			() => this.write(name, 'Main Page', () => `Edit ${this.count}`),
			() => this.changeRights(name),
			() => this.remove(this.random.chance(0.5) ? title : `Talk:${page}`),
			() => this.move(this.random.chance(0.5) ? title : `User talk:${name}`),
		])();
	}

	/** The applicant's latest revision of the page except for replies, as a reviewer sees it. */
	private decidable(course: CourseId, name: string) {
		const page = this.page(`${PAGES[course]}/Applications/${name}`);
		const own = page?.revisions.filter(
			({ user, comment = '' }) => user === name && !comment.startsWith('wikilearn:'),
		);
		const newest = own?.[own.length - 1];
		if (!newest) return [];
		const { revid, parentid, timestamp } = newest;
		const user = { id: this.userIdOf(name), name };
		const change = { revid, parentid, timestamp, user };
		return [{ course, added: change, answersChange: change }];
	}

	private async decide(by: string, course: CourseId, names: readonly string[]): Promise<void> {
		const applications = names.flatMap((name) => this.decidable(course, name));
		if (applications.length === 0) return;
		const outcome: Outcome = this.random.pick(OUTCOMES);
		const place = outcome === 'waitlisted' && this.random.chance(0.3) ? 1 : null;
		await createMarkedActions(this.programme).decide(this.wiki.as(by), outcome, applications, { place });
	}

	private async release(by: string, course: CourseId): Promise<void> {
		await createMarkedActions(this.programme).release(this.wiki.as(by), course);
	}

	/** Decides, and releases the decisions. */
	private async decideAll(by: string, course: CourseId): Promise<void> {
		for (const name of PEOPLE) await this.decide(by, course, [name]);
		await this.release(by, course);
	}

	/** Takes back the last log entry about the course, by any user. */
	private async takeBack(by: string, course: CourseId): Promise<void> {
		const logged = this.page(LOG)?.revisions.filter(({ comment = '' }) => comment.includes(`/${course}/`));
		const last = logged?.[logged.length - 1];
		if (!last) return;
		const [, , , details = '', people = ''] = /^(wikilearn):(\w+)\/(\w+)\/([^/]*)\/([\d.,]*)/.exec(
			last.comment ?? '',
		) ?? [''];
		const applicants =
			details === '' ? [] : people.split(',').flatMap((entry) => Number(entry.split('.')[0]) || []);
		await createMarkedActions(this.programme).log(this.wiki.as(by), {
			kind: 'take-back',
			course,
			takenBack: last.revid,
			applicants: last.comment?.startsWith('wikilearn:decide') ? applicants : [],
		});
	}

	/** Replies to the last announced offer, valid or not, or withdraws. */
	private async reply(applicant: string, course: CourseId): Promise<void> {
		const page = this.page(`${PAGES[course]}/Applications/${applicant}`);
		if (!page) return;
		const notices = this.wiki.state.pages
			.flatMap(({ revisions }) => revisions)
			.flatMap(({ user, comment = '' }) => (user === BOT ? (readNoticeMark(comment) ?? []) : []))
			.filter((event) => event.applicant === this.userIdOf(applicant) && event.course === course);
		const offers = notices.flatMap(({ about }) => Number(/^accepted-(\d+)$/.exec(about)?.[1] ?? 0) || []);
		const reply = this.random.pick(['confirmed', 'confirmed', 'declined', 'withdrawn'] as const);
		const announced = { decisionRevid: offers[offers.length - 1] ?? 1 };
		const application = { course, pageid: page.pageid, announced };
		await createMarkedActions(this.programme).reply(this.wiki.as(applicant), reply, application);
	}

	/** Undoes the last edit of a page, by any user; undoing an action has no effect. */
	private async undo(title: string): Promise<void> {
		const revisions = this.page(title)?.revisions ?? [];
		const last = revisions[revisions.length - 1];
		if (!last || revisions.length < 2) return;
		await this.wiki.as('Rita').edit({ action: 'edit', title, undo: last.revid });
	}

	/** An empty text leaves the page unchanged. */
	private async write(user: string, title: string, change: (before: string) => string): Promise<void> {
		const port = this.wiki.as(user);
		const page = (await readPages(port, [title])).get(title) ?? null;
		const text = change(page?.revision.text ?? '');
		if (text !== '')
			await savePage(port, { title, text, summary: '', baseRevision: page?.revision.revid ?? 'new' });
	}

	private changeRights(name: string): Promise<void> {
		const account = this.wiki.state.accounts.find((account) => account.name === name);
		if (account) account.groups = account.groups.length > 0 ? [] : [{ group: 'sysop', expiry: 'infinity' }];
		addLogEntry(this.wiki.state, { kind: 'rights/rights', title: `User:${name}`, user: 'Rita' });
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
		return this.wiki.state.pages.find((page) => page.title === title);
	}

	private userIdOf(name: string): number {
		return this.wiki.state.accounts.find((account) => account.name === name)?.id ?? 0;
	}

	/** Ignores rejections, such as of an impossible undo or a move onto another page. */
	private async ignoreRefusal(action: () => Promise<void>): Promise<void> {
		try {
			await action();
		} catch (error) {
			if (!(error instanceof WikiError)) throw error;
		}
	}
}
