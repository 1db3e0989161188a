import { wikiAdmin } from '../../wiki/prepareTemplate.ts';
import { ApiError, type ApiSession } from '../../wiki/apiSession.ts';
import { rename } from './rename.ts';
import type { SeededRandom } from './seededRandom.ts';
import { application, type CycleWiki } from './startCycleWiki.ts';

type Names = readonly [string, ...string[]];

/** Things that people do on a wiki, on few pages, so that they get in each other's way. */
export class RandomHistory {
	private readonly people: Names;
	private readonly names: Map<string, string>;
	private count = 0;

	constructor(
		private readonly wiki: CycleWiki,
		private readonly random: SeededRandom,
		people: Names,
	) {
		this.people = people;
		this.names = new Map(people.map((name) => [name, name]));
	}

	/** Everybody applies, and most get a decision: without that there is little to break. */
	async begin(): Promise<void> {
		for (const who of this.people) {
			await this.edit(who, { title: `${this.folder()}/${who}`, text: this.text() });
			await this.edit(who, { title: this.talk(), section: 'new', sectiontitle: who, text: this.text() });
			await this.attempt(() => this.decide());
		}
	}

	/** One thing happens. @returns what it was, for the message of a failing test */
	async step(): Promise<string> {
		this.count++;
		const things: readonly [() => Promise<string>, ...(() => Promise<string>)[]] = [
			() => this.apply(),
			() => this.apply(),
			() => this.say(),
			() => this.say(),
			() => this.change(),
			() => this.change(),
			() => this.decide(),
			() => this.decide(),
			() => this.goBack(),
			() => this.move(),
			() => this.move(),
			() => this.redirect(),
			() => this.remove(),
			() => this.bringBack(),
			() => this.hide(),
			() => this.changeRights(),
			() => this.block(),
			() => this.renameSomeone(),
			() => this.renameSomeone(),
			() => this.editElsewhere(),
		];
		return this.attempt(this.random.pick(things));
	}

	/** A page that is not there, a block, a move onto another page: the wiki says no, and nothing happens. */
	private async attempt(thing: () => Promise<string>): Promise<string> {
		try {
			return await thing();
		} catch (error) {
			if (error instanceof ApiError) return `refused: ${error.code}`;
			throw error;
		}
	}

	private async apply(): Promise<string> {
		const who = this.someone();
		const title = this.random.chance(0.8) ? `${this.folder()}/${who}` : await this.page();
		await this.edit(who, { title, text: this.text() });
		return `${who} applies on ${title}`;
	}

	private async say(): Promise<string> {
		const who = this.someone();
		const title = this.talk();
		const sectiontitle = this.random.pick(['Application', 'My application', 'Question', who]);
		const text = this.random.pick([
			this.text(),
			'I would like to take part',
			`<nowiki>${this.text()}</nowiki>`,
		]);
		await this.edit(who, { title, section: 'new', sectiontitle, text: `${text} ~~~~` });
		return `${who} says “${sectiontitle}” on ${title}`;
	}

	private async change(): Promise<string> {
		const who = this.random.chance(0.5) ? this.someone() : 'Rita';
		const title = this.random.chance(0.5) ? this.talk() : await this.page();
		const text = await this.textOf(title);
		const changed = this.random.pick([
			text.replace(/motivation = .*/, `motivation = changed ${this.count}`),
			text.replace('withdrawn = yes', ''),
			text.replace('| email', '| withdrawn = yes\n| email'),
			text.replace(/== .*? ==/, `== Renamed ${this.count} ==`),
			text.replace(/\{\{WikiLearn decision[^}]*\}\}/, ''),
			text.replace('accepted', 'declined'),
			text.replace('}}', '}'),
			text
				.split(/(?=^== )/m)
				.reverse()
				.join('\n'),
			'nothing left',
		]);
		await this.edit(who, { title, text: changed, nocreate: true });
		return `${who} changes ${title}`;
	}

	private async decide(): Promise<string> {
		const who = this.random.chance(0.7) ? 'Rita' : this.someone();
		const title = this.random.chance(0.3) ? this.talk() : await this.page();
		const outcome = this.random.pick(['accepted', 'waitlisted', 'declined', 'perhaps']);
		await this.edit(who, {
			title,
			appendtext: `\n{{WikiLearn decision|outcome=${outcome}}}`,
			nocreate: true,
		});
		return `${who} decides ${outcome} on ${title}`;
	}

	/** To any older text: a rollback, an undo, or vandalism. */
	private async goBack(): Promise<string> {
		const who = this.random.chance(0.5) ? this.someone() : 'Rita';
		const title = this.random.chance(0.5) ? this.talk() : await this.page();
		const revisions = await this.revisions(title);
		const [first, ...more] = revisions;
		if (first === undefined) return 'nothing to go back to';
		await this.edit(who, { title, text: await this.textOf(title, this.random.pick([first, ...more])) });
		return `${who} brings ${title} back to an older text`;
	}

	private async move(): Promise<string> {
		const isTalk = this.random.chance(0.2);
		const from = isTalk ? this.talk() : await this.page();
		const to = this.random.pick([
			await this.page(),
			`${this.folder()}/${this.someone()}`,
			`${from}/Archive`,
			'Somewhere else',
		]);
		const noredirect = this.random.chance(0.5);
		await (await this.admin()).post({ action: 'move', from, to, noredirect, ignorewarnings: true });
		return `${from} is moved to ${to}${noredirect ? ' without a redirect' : ''}`;
	}

	private async redirect(): Promise<string> {
		const who = this.someone();
		const [title, to] = [await this.page(), await this.page()];
		await this.edit(who, { title, text: `#REDIRECT [[${to}]]` });
		return `${who} redirects ${title} to ${to}`;
	}

	private async remove(): Promise<string> {
		const title = this.random.chance(0.2) ? this.talk() : await this.page();
		await (await this.admin()).post({ action: 'delete', title });
		return `${title} is deleted`;
	}

	private async bringBack(): Promise<string> {
		const title = this.random.chance(0.2) ? this.talk() : await this.page();
		await (await this.admin()).post({ action: 'undelete', title });
		return `${title} is undeleted`;
	}

	private async hide(): Promise<string> {
		const title = this.random.chance(0.5) ? this.talk() : await this.page();
		const [first, ...more] = (await this.revisions(title)).slice(0, -1);
		if (first === undefined) return 'nothing to hide';
		const ids = this.random.pick([first, ...more]);
		const what = this.random.pick(['user', 'content', 'user|content']);
		const how = this.random.chance(0.7) ? { hide: what } : { show: what };
		await (await this.admin()).post({ action: 'revisiondelete', type: 'revision', ids, ...how });
		return `${what} of a revision of ${title}: ${JSON.stringify(how)}`;
	}

	private async changeRights(): Promise<string> {
		const user = this.someone();
		const group = this.random.pick(['sysop', 'rollbacker']);
		const admin = await this.admin();
		const what = this.random.chance(0.5) ? { add: group } : { remove: group };
		await admin.post({ action: 'userrights', user, ...what, token: await admin.token('userrights') });
		return `rights of ${user}: ${JSON.stringify(what)}`;
	}

	private async block(): Promise<string> {
		const user = this.someone();
		const admin = await this.admin();
		if (this.random.chance(0.5)) {
			await admin.post({ action: 'unblock', user });
			return `${user} is unblocked`;
		}
		const partial = { partial: true, pagerestrictions: 'Main Page' };
		const extent = this.random.chance(0.5) ? partial : {};
		await admin.post({
			action: 'block',
			user,
			...extent,
			allowusertalk: true,
			reblock: true,
			expiry: 'infinite',
		});
		return `${user} is blocked`;
	}

	private async renameSomeone(): Promise<string> {
		const person = this.random.pick(this.people);
		const before = this.nameOf(person);
		const after = before === person ? `${person} ${this.count}` : person;
		await rename(this.wiki.running, before, after);
		this.names.set(person, after);
		this.wiki.logOut();
		return `${before} is renamed to ${after}`;
	}

	private async editElsewhere(): Promise<string> {
		const who = this.someone();
		await this.edit(who, { title: 'Main Page', text: `Edit ${this.count}` });
		return `${who} edits another page`;
	}

	private someone(): string {
		return this.nameOf(this.random.pick(this.people));
	}

	private nameOf(person: string): string {
		return this.names.get(person) ?? person;
	}

	private course(): string {
		return this.random.chance(0.7) ? 'Learn/Harassment' : 'Learn/Partnerships';
	}

	private folder(): string {
		return `${this.course()}/Applications`;
	}

	/** Mostly one that is there. */
	private async page(): Promise<string> {
		const [first, ...more] = this.random.chance(0.85) ? await this.existing() : [];
		if (first !== undefined) return this.random.pick([first, ...more]);
		return `${this.folder()}/${this.random.pick(this.people)}`;
	}

	private async existing(): Promise<readonly string[]> {
		const answer = await (
			await this.admin()
		).get<{ query: { allpages: readonly { readonly title: string }[] } }>({
			action: 'query',
			list: 'allpages',
			apprefix: 'Learn/',
			aplimit: 500,
		});
		return answer.query.allpages
			.map(({ title }) => title)
			.filter((title) => title.includes('/Applications/'));
	}

	private talk(): string {
		return `Talk:${this.course()}`;
	}

	private text(): string {
		return application(this.random.pick(['one', 'two', `number ${this.count}`]), {
			course: this.random.chance(0.7) ? 'iah' : 'pb',
			withdrawn: this.random.chance(0.1),
		});
	}

	private admin(): Promise<ApiSession> {
		return this.wiki.as(wikiAdmin.name);
	}

	private async edit(who: string, parameters: Parameters<ApiSession['edit']>[0]): Promise<void> {
		await (await this.wiki.as(who)).edit(parameters);
	}

	private async revisions(title: string): Promise<readonly string[]> {
		interface Answer {
			readonly query: {
				readonly pages: readonly { readonly revisions?: readonly { readonly revid: number }[] }[];
			};
		}
		const answer = await (
			await this.admin()
		).get<Answer>({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'ids',
			rvlimit: 50,
			rvdir: 'newer',
		});
		return (answer.query.pages[0]?.revisions ?? []).map(({ revid }) => String(revid));
	}

	private async textOf(title: string, oldid?: string): Promise<string> {
		const which = oldid === undefined ? { page: title } : { oldid };
		const answer = await (
			await this.admin()
		).get<{ parse: { wikitext: string } }>({ action: 'parse', prop: 'wikitext', ...which });
		return answer.parse.wikitext;
	}
}
