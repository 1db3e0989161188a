import { writeAction, type Action, type OutcomeOrRecusal } from '../../../shared/actions/mark.ts';
import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import type { ApiSession } from '../../wiki/apiSession.ts';
import { renameUser } from './renameUser.ts';
import type { SeededRandom } from './seededRandom.ts';
import { application, type CycleWiki } from './startCycleWiki.ts';

export type Names = readonly [string, ...string[]];

/** Few people and few pages of a wiki, picked at random, so that what happens to them gets in each other's way. */
export class RandomScene {
	/** How many things happened, so that no text comes twice. */
	count = 0;
	private readonly names: Map<string, string>;

	constructor(
		readonly wiki: CycleWiki,
		readonly random: SeededRandom,
		/** Their names at the beginning. */
		readonly people: Names,
	) {
		this.names = new Map(people.map((name) => [name, name]));
	}

	someone(): string {
		return this.nameOf(this.random.pick(this.people));
	}

	nameOf(person: string): string {
		return this.names.get(person) ?? person;
	}

	private course(): string {
		return this.random.chance(0.7) ? 'Learn/Harassment' : 'Learn/Partnerships';
	}

	folder(): string {
		return `${this.course()}/Applications`;
	}

	/** Mostly one that is there. */
	async page(): Promise<string> {
		const [first, ...more] = this.random.chance(0.85) ? await this.existing() : [];
		if (first !== undefined) return this.random.pick([first, ...more]);
		return `${this.folder()}/${this.random.pick(this.people)}`;
	}

	private async existing(): Promise<readonly string[]> {
		const response = await (
			await this.admin()
		).get<{ query: { allpages: readonly { readonly title: string }[] } }>({
			action: 'query',
			list: 'allpages',
			apprefix: 'Learn/',
			aplimit: 500,
		});
		return response.query.allpages
			.map(({ title }) => title)
			.filter((title) => title.includes('/Applications/'));
	}

	talk(): string {
		return `Talk:${this.course()}`;
	}

	text(): string {
		return application(this.random.pick(['one', 'two', `number ${this.count}`]), {
			course: this.random.chance(0.7) ? 'iah' : 'pb',
		});
	}

	admin(): Promise<ApiSession> {
		return this.wiki.as(wikiAdmin.name);
	}

	/** Decides about somebody, or about another account, in the log: as a reviewer, or as one who has no say. */
	async decide(user: string, verdict: OutcomeOrRecusal, person: string): Promise<void> {
		const title = await this.page();
		const [answers = '1'] = (await this.revisions(title)).slice(-1);
		const course = title.startsWith('Learn/Harassment') ? 'iah' : 'pb';
		const id = this.wiki.ids.get(person) ?? 1;
		await this.log(user, {
			kind: 'decide',
			course,
			outcome: verdict,
			place: null,
			applicants: [{ id, answersRevid: Number(answers) }],
		});
	}

	async log(user: string, action: Action): Promise<void> {
		const { id } = this.wiki.programme.log;
		const nonce = `nonce${String(this.count).padStart(6, '0')}`;
		await (
			await this.wiki.as(user)
		).edit({ pageid: String(id), appendtext: `\n* ${nonce}`, summary: writeAction(action, nonce) });
	}

	async edit(user: string, parameters: Parameters<ApiSession['edit']>[0]): Promise<void> {
		await (await this.wiki.as(user)).edit(parameters);
	}

	async revisions(title: string): Promise<readonly string[]> {
		interface Answer {
			readonly query: {
				readonly pages: readonly { readonly revisions?: readonly { readonly revid: number }[] }[];
			};
		}
		const response = await (
			await this.admin()
		).get<Answer>({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'ids',
			rvlimit: 50,
			rvdir: 'newer',
		});
		return (response.query.pages[0]?.revisions ?? []).map(({ revid }) => String(revid));
	}

	async textOf(title: string, oldid?: string): Promise<string> {
		const which = oldid === undefined ? { page: title } : { oldid };
		const response = await (
			await this.admin()
		).get<{ parse: { wikitext: string } }>({ action: 'parse', prop: 'wikitext', ...which });
		return response.parse.wikitext;
	}

	/** Renames somebody, or gives them back the name that they had. */
	async renamePerson(): Promise<string> {
		const person = this.random.pick(this.people);
		const before = this.nameOf(person);
		const after = before === person ? `${person} ${this.count}` : person;
		await renameUser(this.wiki.running, before, after);
		this.names.set(person, after);
		this.wiki.logOut();
		return `${before} is renamed to ${after}`;
	}
}
