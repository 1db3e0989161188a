import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { writeRelease } from '../../../shared/notice/release.ts';
import { noticeChoices, type Programme } from '../../../shared/programme/schema.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { application, BOT } from '../../bot/cycle/startCycleWiki.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import type { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { iso } from '../../memory/iso.ts';
import type { WholeWiki } from '../world/readWiki.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';

const PEOPLE = ['Ana', 'Ben', 'Eve', 'Tom', 'Uma', 'Zoe'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Everybody may be told of decisions some hours after the beginning. */
function programmeAt(now: number): Programme {
	const programme = cycleProgramme(now);
	const moment = iso(now + 2 * HOUR);
	return {
		...programme,
		notices: [...noticeChoices],
		offers: { confirmDays: 2, reminderDays: 1 },
		courses: programme.courses.map((course) => ({ ...course, closes: moment, notify: moment })),
	};
}

/** A fake wiki on which things happen by chance. */
export class MemoryWorld {
	readonly wiki = new MemoryWiki();
	private readonly programme = programmeAt(this.wiki.state.now);
	private count = 0;

	constructor(private readonly random: SeededRandom) {
		this.wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
		this.wiki.addAccount('Rita');
		for (const name of PEOPLE) this.wiki.addAccount(name);
		this.wiki.state.globals = new Map(
			PEOPLE.map((name) => [name, { home: 'metawiki', id: 1, name, groups: [], merged: [] }]),
		);
	}

	async begin(): Promise<void> {
		await this.write('Rita', PROGRAMME_PAGE, () => JSON.stringify(this.programme));
		for (const { page } of this.programme.courses) await this.write('Rita', page, () => 'A course');
	}

	/** Up to three things happen, and time passes. */
	async happen(): Promise<void> {
		this.wiki.state.now += this.random.next() * 20 * MINUTE;
		for (let left = this.random.next() * 3; left > 0; left--) await this.oneThing();
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
		const course = this.random.pick(['iah', 'pb'] as const);
		const page = course === 'iah' ? 'Learn/Harassment' : 'Learn/Partnerships';
		const title = `${page}/Applications/${this.random.pick(PEOPLE)}`;
		const text = application(`answer ${this.count}`, { course, withdrawn: this.random.chance(0.1) });
		const decision = `{{WikiLearn decision|outcome=${this.random.pick(['accepted', 'waitlisted', 'declined'])}}}`;
		const answer = this.random.pick(['confirmed', 'turned down']);
		const heading = this.random.pick(['Application', 'Question']);
		await this.random.pick([
			() => this.write(who, `${page}/Applications/${who}`, () => text),
			() => this.write(who, `${page}/Applications/${who}`, (before) => before.replace(/answer/, 'my answer')),
			() => this.write(who, title, (before) => before.replace(/answer/, 'their answer')),
			() => this.write('Rita', title, (before) => (before === '' ? '' : `${before}\n${decision}`)),
			() => this.write(who, title, (before) => (before === '' ? '' : `${before}\n${decision}`)),
			() =>
				this.write(
					who,
					`${page}/Applications/${who}`,
					(before) => `${before}\n{{WikiLearn reply|answer=${answer}|date=${this.count}}}`,
				),
			() =>
				this.write(
					'Rita',
					`User:${BOT}/Report`,
					(before) => `${before}\n${writeRelease(course, 'Rita', String(this.count))}`,
				),
			() => this.decideAll(course, page),
			() => this.write(who, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\n${text}`),
			() => this.write(who, `Talk:${page}`, (before) => `${before}\n== ${heading} ==\nI ask ${this.count}`),
			() => this.write(who, title, (before) => before.replace(/<!-- wikilearn:status[^]*end -->/, '')),
			() => this.write(who, 'Main Page', () => `Edit ${this.count}`),
			() => this.changeRights(who),
			() => this.remove(this.random.chance(0.5) ? title : `Talk:${page}`),
		])();
	}

	/** And releases it: while one is undecided, nobody is told. */
	private async decideAll(course: string, page: string): Promise<void> {
		for (const { title } of [...this.wiki.state.pages].filter((one) => one.title.startsWith(`${page}/App`))) {
			const outcome = this.random.pick(['accepted', 'waitlisted', 'declined']);
			await this.write('Rita', title, (before) => `${before}\n{{WikiLearn decision|outcome=${outcome}}}`);
		}
		const release = writeRelease(course, 'Rita', String(this.count));
		await this.write('Rita', `User:${BOT}/Report`, (before) => `${before}\n${release}`);
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
		this.log('rights', `User:${name}`);
		return Promise.resolve();
	}

	private remove(title: string): Promise<void> {
		const { state } = this.wiki;
		if (!state.pages.some((page) => page.title === title)) return Promise.resolve();
		state.pages = state.pages.filter((page) => page.title !== title);
		this.log('delete', title);
		return Promise.resolve();
	}

	private log(logtype: string, title: string): void {
		const { state } = this.wiki;
		state.now += 1000;
		state.logs.push({ rcid: state.nextRevid++, logtype, title, user: 'Rita', timestamp: iso(state.now) });
	}
}
