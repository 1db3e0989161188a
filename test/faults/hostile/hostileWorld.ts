import { runCycle, type CycleResult } from '../../../bot/cycle/runCycle.ts';
import { PROGRAMME_PAGE } from '../../../shared/programme/programmeHistory.ts';
import { translateInto } from '../../../bot/operations/translateInto.ts';
import { writeAction } from '../../../shared/actions/mark.ts';
import type { Programme } from '../../../shared/programme/schema.ts';
import { createPerson } from '../../bench/people.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { application } from '../../bot/cycle/startCycleWiki.ts';
import { MemoryWiki } from '../../memory/memoryWiki.ts';
import { addRevision, newPage, advanceClock } from '../../memory/revisions.ts';
import { fillInIds } from '../../programmeIds.ts';

export const BOT = 'WikiLearnBot';
export const EVE = 'Eve';
export const TALK_PAGES = ['Talk:Learn/Harassment', 'Talk:Learn/Partnerships'] as const;
const HONEST = 6;
const FROM_TALK = ['Tia', 'Tom'] as const;
export const LOG = 'Learn/Log';

export type Done = Extract<CycleResult, { ok: true }>;

/** A fake wiki with six honest applications made with the form, two on talk pages, and room for hostile pages. */
export class HostileWorld {
	readonly wiki = new MemoryWiki();
	readonly programme: Programme;
	/** The names of the honest applicants. */
	readonly honest: readonly string[];

	constructor() {
		this.wiki.addAccount(BOT, { rights: ['apihighlimits', 'bot'] });
		for (const name of ['Rita', EVE, ...FROM_TALK]) this.wiki.addAccount(name);
		this.put(BOT, LOG, 'The log.');
		const log = this.wiki.state.pages[0]?.pageid ?? 0;
		this.programme = fillInIds(createCycleProgramme(this.wiki.state.now), this.ids(), log);
		this.put(BOT, PROGRAMME_PAGE, JSON.stringify(this.programme));
		for (const { page } of this.programme.courses) this.put(BOT, page, 'A course');
		const people = Array.from({ length: HONEST }, (_, index) => createPerson(this.programme, index));
		for (const { name, title, text, course } of people) {
			this.wiki.addAccount(name);
			const answers = this.put(name, title, text);
			this.put('Rita', title, `${text}\nI have read this.`);
			this.decide(course.id, name, answers);
		}
		FROM_TALK.forEach((name, index) => {
			const own = application(`This is ${name}.`, { course: index === 0 ? 'iah' : 'pb' });
			this.put(name, TALK_PAGES[index] ?? '', `== ${name} ==\n${own}\n`);
		});
		this.honest = [...people.map(({ name }) => name), ...FROM_TALK];
	}

	/** Adds a revision without any of the wiki's checks. */
	put(user: string, title: string, text: string, comment = ''): number {
		const { state } = this.wiki;
		advanceClock(state);
		const page = state.pages.find((candidate) => candidate.title === title) ?? newPage(state, title);
		return addRevision(state, page, { user, text, comment }).revid;
	}

	private decide(course: string, name: string, answersRevid: number): void {
		const applicants = [{ id: this.ids().get(name) ?? 0, answersRevid }];
		const action = { kind: 'decide', course, outcome: 'accepted', place: null, applicants } as const;
		this.put('Rita', LOG, `${this.textOf(LOG)}\n* accepted: ${name}`, writeAction(action, 'decided1'));
	}

	private ids(): ReadonlyMap<string, number> {
		return new Map(this.wiki.state.accounts.map(({ name, id }) => [name, id]));
	}

	textOf(title: string): string {
		const page = this.wiki.state.pages.find((candidate) => candidate.title === title);
		return page?.revisions[page.revisions.length - 1]?.text ?? '';
	}

	/** Runs a full cycle. */
	async cycle(): Promise<Done> {
		this.wiki.requests.length = 0;
		const context = { cache: null, bot: BOT, translate: translateInto };
		const result = await runCycle(this.wiki.as(BOT), context);
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result;
	}

	/** The titles edited by the last cycle. */
	edited(): readonly string[] {
		return this.wiki.requests.filter(({ action }) => action === 'edit').map(({ title }) => String(title));
	}
}
