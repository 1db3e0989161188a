import { runCycle, type CycleResult } from '../../../bot/cycle.ts';
import { PROGRAMME_PAGE } from '../../../bot/programme/programmePage.ts';
import { translateInto } from '../../../bot/translateInto.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { person } from '../../bench/people.ts';
import { cycleProgramme } from '../../bot/cycle/cycleProgramme.ts';
import { application } from '../../bot/cycle/startCycleWiki.ts';
import { iso } from '../../memory/iso.ts';
import { MemoryWiki, type MemoryPage } from '../../memory/memoryWiki.ts';

export const BOT = 'WikiLearnBot';
export const EVE = 'Eve';
export const TALK_PAGES = ['Talk:Learn/Harassment', 'Talk:Learn/Partnerships'] as const;
const HONEST = 6;
const FROM_TALK = ['Tia', 'Tom'] as const;
const DECIDED = '{{WikiLearn decision|outcome=accepted|by=Rita}}';

export type Done = Extract<CycleResult, { ok: true }>;

/** A fake wiki with six honest applications made with the form, two on talk pages, and room for others' pages. */
export class HostileWorld {
	readonly wiki = new MemoryWiki();
	readonly programme: Programme = cycleProgramme(this.wiki.state.now);
	/** The honest ones' names. */
	readonly honest: readonly string[];

	constructor() {
		this.wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
		for (const name of ['Rita', EVE, ...FROM_TALK]) this.wiki.addAccount(name);
		this.put(BOT, PROGRAMME_PAGE, JSON.stringify(this.programme));
		for (const { page } of this.programme.courses) this.put(BOT, page, 'A course');
		const people = Array.from({ length: HONEST }, (_, index) => person(this.programme, index));
		for (const { name, title, text } of people) {
			this.wiki.addAccount(name);
			this.put(name, title, text);
			this.put('Rita', title, `${text}\n${DECIDED}`);
		}
		FROM_TALK.forEach((name, index) => {
			const own = application(`This is ${name}.`, { course: index === 0 ? 'iah' : 'pb' });
			this.put(name, TALK_PAGES[index] ?? '', `== ${name} ==\n${own}\n`);
		});
		this.honest = [...people.map(({ name }) => name), ...FROM_TALK];
	}

	/** A new revision of a page. */
	put(user: string, title: string, text: string): void {
		const { state } = this.wiki;
		const revid = state.nextRevid++;
		state.now += 1000;
		const page = state.pages.find((one) => one.title === title) ?? this.newPage(title);
		const parentid = page.revisions[page.revisions.length - 1]?.revid ?? 0;
		page.revisions.push({ revid, parentid, timestamp: iso(state.now), user, text });
	}

	private newPage(title: string): MemoryPage {
		const page: MemoryPage = { pageid: this.wiki.state.pages.length + 1, title, revisions: [] };
		this.wiki.state.pages.push(page);
		return page;
	}

	textOf(title: string): string {
		const page = this.wiki.state.pages.find((one) => one.title === title);
		return page?.revisions[page.revisions.length - 1]?.text ?? '';
	}

	/** A cycle that reads everything. */
	async cycle(): Promise<Done> {
		this.wiki.requests.length = 0;
		const context = { bookmark: null, bot: BOT, translate: translateInto };
		const result = await runCycle(this.wiki.as(BOT), context);
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	}

	/** The titles that the last cycle edited. */
	edited(): readonly string[] {
		return this.wiki.requests.filter(({ action }) => action === 'edit').map(({ title }) => String(title));
	}
}
