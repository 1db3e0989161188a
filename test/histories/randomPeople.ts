import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { readAction } from '../../shared/actions/mark.ts';
import type { SeededRandom } from '../bot/cycle/seededRandom.ts';
import { LOG, PAGES, type CourseWorld, type Done } from '../world/courseWorld.ts';
import { ADMIN, READER, type World } from '../world/world.ts';
import type { Oracle } from './oracle.ts';

const OUTCOMES = ['accepted', 'waitlisted', 'declined'] as const;
const STATUS = 'Learn/Status';
const REPORT = 'User:WikiLearnBot/Report';

/** Random user actions on a wiki: each call of {@link step} is one action of one user. */
export class RandomPeople {
	/** The last cycle's result, which reviewers see. */
	seen: Done | null = null;
	/** Whether something was suppressed since. Recent changes do not show that; the bot notices within a day. */
	suppressed = false;
	private readonly world: World;
	private count = 0;
	/** By their current names; applications keep their titles. */
	private applicants = ['Ana', 'Ben', 'Eve'];
	private strangers = ['Eve', 'Olu'];
	private reviewers = ['Rita', 'Rob'];
	private readonly first = new Map<string, string>();

	constructor(
		private readonly course: CourseWorld,
		private readonly oracle: Oracle,
		private readonly random: SeededRandom,
	) {
		this.world = course.world;
	}

	/** @returns a description for the message of a failing history */
	async step(): Promise<string> {
		this.count++;
		const { random } = this;
		const actions: readonly [() => Promise<string>, ...(() => Promise<string>)[]] = [
			() => this.apply(),
			() => this.apply(),
			() => this.applyOnTalk(),
			() => this.reply(),
			() => this.reply(),
			() => this.removeOwnApplication(),
			() => this.decide(),
			() => this.decide(),
			() => this.decide(),
			() => this.release(),
			() => this.release(),
			() => this.announce(),
			() => this.announce(),
			() => this.takeBack(),
			() => this.doHousekeeping(),
			() => this.doHousekeeping(),
			() => this.vandalize(),
			() => this.vandalize(),
			() => this.vandalize(),
			() => this.forge(),
			() => this.forge(),
			() => this.followPrefilledLink(),
			() => this.followPrefilledLink(),
			() => this.followPrefilledLink(),
			() => this.move(),
			() => this.move(),
			() => this.administer(),
			() => this.administer(),
			() => this.administer(),
			() => this.wait(),
			() => this.wait(),
			() => this.changePeople(),
			() => this.rename(),
			() => this.import(),
		];
		return random.pick(actions)();
	}

	private pick<T>(items: readonly T[]): T {
		const [first, ...rest] = items;
		if (first === undefined) throw new Error('nothing to pick from');
		return this.random.pick([first, ...rest]);
	}

	private idOf(name: string): number {
		return this.course.ids.get(this.first.get(name) ?? name) ?? 0;
	}

	private title(user: string): string {
		return `${PAGES.iah}/Applications/${this.first.get(user) ?? user}`;
	}

	private page(): string {
		const own = this.applicants.map((user) => this.title(user));
		const talks = this.applicants.map((user) => `User talk:${user}`);
		return this.pick([...own, ...own, LOG, LOG, `Talk:${PAGES.iah}`, STATUS, REPORT, ...talks]);
	}

	private call(user: string): string {
		const motivation = this.pick([`I am ${user}`, 'for good', `I am ${user} ${this.count}`]);
		return `{{WikiLearn application\n| course = iah\n| email = sent\n| motivation = ${motivation}\n| use = I use it\n}}`;
	}

	/** A mark that someone may want to inject into another user's summary. */
	private async randomMark(): Promise<string> {
		const author = this.pick(this.applicants);
		const own = (await this.world.history(this.title(author))).filter(({ user }) => user === author);
		const answers = this.pick([0, ...own.map(({ revid }) => revid)]) || 1;
		const offer = this.randomDecision() ?? 1;
		const { random, course } = this;
		if (random.chance(0.15)) return course.mark(await course.releaseNow());
		if (random.chance(0.3))
			return course.mark({
				kind: 'reply',
				course: 'iah',
				reply: this.pick(['confirmed', 'declined']),
				offer,
			});
		if (random.chance(0.15))
			return course.mark({ kind: 'reply', course: 'iah', reply: 'withdrawn', offer: null });
		if (random.chance(0.2))
			return course.mark({
				kind: 'take-back',
				course: 'iah',
				takenBack: offer,
				applicants: [this.idOf(author)],
			});
		return course.mark({
			kind: 'decide',
			course: 'iah',
			outcome: this.pick(OUTCOMES),
			place: null,
			applicants: [{ id: this.idOf(author), answersRevid: answers }],
		});
	}

	private randomDecision(): number | null {
		const all = [...this.oracle.decisions.keys()];
		return all.length === 0 ? null : this.pick(all);
	}

	private async apply(): Promise<string> {
		const user = this.pick(this.applicants);
		const title = this.title(user);
		await this.course.apply(user, this.pick(['the same', `number ${this.count}`]), { title });
		return `${user} applies`;
	}

	private async applyOnTalk(): Promise<string> {
		const user = this.pick([...this.applicants, 'Olu']);
		await this.world.append(user, {
			title: `Talk:${PAGES.iah}`,
			text: `\n== ${user} ==\n${this.call(user)}\n`,
		});
		return `${user} applies on the talk page`;
	}

	private async reply(): Promise<string> {
		const user = this.pick(this.applicants);
		const reply = this.pick(['confirmed', 'confirmed', 'declined', 'withdrawn'] as const);
		const announced = this.seen?.applications.find(
			({ applicant }) => applicant?.id === this.idOf(user),
		)?.announced;
		const offer = reply === 'withdrawn' ? null : (announced?.decisionRevid ?? this.randomDecision());
		if (reply !== 'withdrawn' && offer === null) return 'nothing to reply to';
		const title = this.title(user);
		const action = { kind: 'reply', course: 'iah', reply, offer } as const;
		const revid = await this.course.reply(user, reply, offer, title);
		this.oracle.replied(revid, this.idOf(user), await this.pageId(title), action);
		return `${user}: ${reply} ${offer ?? ''} is ${revid}`;
	}

	private async removeOwnApplication(): Promise<string> {
		const user = this.pick(this.applicants);
		if (this.random.chance(0.6)) return 'nothing';
		await this.world.edit(user, { title: this.title(user), text: `I will not come. ${this.count}` });
		return `${user} removes the application`;
	}

	private async decide(): Promise<string> {
		const open = (this.seen?.applications ?? []).filter(
			({ applicant, state }) => applicant && state !== 'superseded',
		);
		if (open.length === 0) return 'nobody to decide on';
		const by = this.pick(this.reviewers);
		const revisions = new Map(
			[this.pick(open), ...(this.random.chance(0.3) ? [this.pick(open)] : [])].map(
				({ applicant, answersChange }) => [applicant?.id ?? 0, answersChange.revid],
			),
		);
		const outcome = this.pick(OUTCOMES);
		const applicants = [...revisions].map(([id, answersRevid]) => ({ id, answersRevid }));
		const action = { kind: 'decide', course: 'iah', outcome, place: null, applicants } as const;
		const revid = await this.course.log(by, action);
		this.oracle.loggedAction(revid, this.idOf(by), action, await this.course.now());
		return `${by}: ${outcome} ${JSON.stringify(applicants)} is ${revid}`;
	}

	private async release(): Promise<string> {
		const by = this.pick(this.reviewers);
		const action = await this.course.releaseNow();
		const revid = await this.course.log(by, action);
		this.oracle.loggedAction(revid, this.idOf(by), action, await this.course.now());
		if (this.random.chance(0.5)) await this.course.wait(16);
		return `${by} releases what was there at ${action.seenRevid}: ${revid}`;
	}

	/** Two decisions and their release without actions in between, so that announcements occur. */
	private async announce(): Promise<string> {
		const decided = [await this.decide(), await this.decide()];
		const released = await this.release();
		await this.course.wait(16);
		return [...decided, released].join(', ');
	}

	private async takeBack(): Promise<string> {
		const by = this.pick(this.reviewers);
		const { decisions, releases } = this.oracle;
		const of = this.pick([...decisions.keys(), ...[...releases.keys()].slice(-1), 0]);
		if (of === 0) return 'nothing to take back';
		const people = [...(decisions.get(of)?.people.keys() ?? [])];
		const action = { kind: 'take-back', course: 'iah', takenBack: of, applicants: people } as const;
		const revid = await this.course.log(by, action);
		this.oracle.loggedAction(revid, this.idOf(by), action, await this.course.now());
		return `${by} takes back ${of}: ${revid}`;
	}

	/** Maintenance by reviewers or applicants: undo, repair, archive, undelete. None of it is an action. */
	private async doHousekeeping(): Promise<string> {
		const title = this.page();
		const by = this.pick([...this.reviewers, ...this.applicants]);
		const history = await this.world.history(title);
		if (history.length === 0) return 'no such page';
		const old = this.pick(history);
		const text = history.at(-1)?.text ?? '';
		const actions: readonly (() => Promise<string>)[] = [
			async () => {
				await this.world.undo(by, { title, undo: old.revid });
				return `${by} undoes ${old.revid} on ${title}`;
			},
			async () => {
				await this.world.edit(by, { title, text: old.text ?? '' });
				return `${by} brings back ${old.revid} on ${title}`;
			},
			async () => {
				await this.world.rollback(ADMIN, { title, user: this.pick([...this.strangers, ...this.applicants]) });
				return `rollback on ${title}`;
			},
			async () => {
				const repaired = this.pick([
					text.replace('<!-- ', ''),
					text.replace(/^==(.*)==$/m, '===$1==='),
					text.replace('<nowiki>', ''),
					`${text}\n[[Category:Tidy]]`,
				]);
				await this.world.edit(by, { title, text: repaired, summary: 'tidy' });
				return `${by} repairs ${title}`;
			},
			async () => {
				await this.world.edit(by, { title: `${title}/Archive`, text });
				await this.world.edit(by, { title, text: 'Archived.', summary: 'archived' });
				return `${by} archives ${title}`;
			},
		];
		// An applicant who archives their own page has removed their application.
		return this.pick(actions)();
	}

	private async vandalize(): Promise<string> {
		const title = this.page();
		const by = this.pick(this.strangers);
		const before = await this.world.text(title);
		const text = before ?? '';
		const model = this.random.chance(0.1) ? ({ contentmodel: 'json' } as const) : {};
		const changed = this.pick([
			'',
			`<!-- ${text}`,
			`${text}\n<!-- more`,
			`${text}\n-->`,
			`<nowiki>${text}`,
			`${text}\nnoise ${this.count}`,
			`${'{{x}}'.repeat(1001)}${text}`,
			text.replace('I am', 'I was'),
			`${text}\n${this.call(by)}`,
			text.replace(
				'{{WikiLearn application',
				'{{WikiLearn application|course=iah|motivation={{WikiLearn application',
			),
			text.replace(/<!-- wikilearn:status (?:begin|end) -->/, ''),
			`#REDIRECT [[${this.page()}]]`,
			`${text}\n{{WikiLearn decision|outcome=accepted}}`,
		]);
		const { contentmodel } = model as { contentmodel?: 'json' };
		await this.world.edit(by, {
			title,
			text: contentmodel ? '{}' : changed,
			...model,
		});
		return `${by} changes ${title} to ${changed.slice(0, 30)}${contentmodel ?? ''}`;
	}

	/** Marks in one's own name, without authority. */
	private async forge(): Promise<string> {
		const title = this.page();
		const by = this.pick(this.strangers);
		const summary = await this.randomMark();
		const revid = await this.world.append(by, { title, text: `\nforged ${this.count}`, summary });
		await this.recordFilledInMark(by, title, revid, summary);
		return `${by} writes ${summary} on ${title}: ${String(revid)}`;
	}

	/** A user saves a summary prefilled by another user. */
	private async followPrefilledLink(): Promise<string> {
		const title = this.page();
		const by = this.pick([...this.reviewers, ...this.applicants]);
		const summary = await this.randomMark();
		const history = await this.world.history(title);
		const old = history.length > 0 ? this.pick(history) : null;
		const way = this.pick(['undo', 'undo', 'bring back', 'bring back', 'nothing', 'add'] as const);
		let revid: number | null = null;
		if (way === 'undo' && old) {
			const after = this.random.chance(0.5) ? this.pick(history) : null;
			const undoafter = after && after.revid < old.revid ? { undoafter: after.revid } : {};
			revid = await this.world.undo(by, { title, undo: old.revid, ...undoafter, summary });
		}
		if (way === 'bring back' && old)
			revid = await this.world.edit(by, { title, text: old.text ?? '', summary });
		if (way === 'nothing') revid = await this.world.append(by, { title, text: '', summary });
		if (way === 'add') {
			revid = await this.world.append(by, { title, text: `\na line ${this.count}`, summary });
			await this.recordFilledInMark(by, title, revid, summary);
		}
		return `${by} follows a link (${way} ${old?.revid ?? ''}) with ${summary} on ${title}: ${String(revid)}`;
	}

	/** A mark is attributed to the user who saves it where their marks count, regardless of who wrote the summary. */
	private async recordFilledInMark(
		by: string,
		title: string,
		revid: number | null,
		summary: string,
	): Promise<void> {
		if (revid === null) return;
		const pageid = await this.pageId(title);
		const isReviewer = this.reviewers.includes(by);
		if (pageid === this.course.programme.log.id && isReviewer)
			this.oracle.logged(revid, this.idOf(by), summary, await this.course.now());
		this.oracle.replied(revid, this.idOf(by), pageid, readAction(summary)?.action);
	}

	private async move(): Promise<string> {
		const from = this.page();
		const by = this.pick([...this.strangers, ADMIN]);
		const to = this.pick([
			`${from} 2`,
			this.page(),
			`${PAGES.pb}/Applications/${this.pick(this.applicants)}`,
			'User:Eve/Box',
			'Wikilearn:decide/iah/accepted/1.1/nonce999',
		]);
		const reason = await this.randomMark();
		const [there, back] = this.random.chance(0.4) ? [`${from} 2`, from] : [from, to];
		await this.world.move(by, { from: there, to: back, reason, noRedirect: by === ADMIN });
		return `${by} moves ${there} to ${back}`;
	}

	private async administer(): Promise<string> {
		const title = this.page();
		const history = await this.world.history(title);
		const reason = await this.randomMark();
		const revision = history.length > 0 ? this.pick(history) : null;
		const actions: readonly (() => Promise<string>)[] = [
			async () => {
				await this.world.protect(ADMIN, { title, levels: { move: 'sysop' }, reason });
				return `protects ${title}`;
			},
			async () => {
				await this.world.protect(ADMIN, { title, levels: {}, reason });
				return `unprotects ${title}`;
			},
			async () => {
				await this.world.delete(ADMIN, title, reason);
				if (this.random.chance(0.7)) await this.world.restore(ADMIN, title, reason);
				return `deletes ${title}`;
			},
			async () => {
				await this.world.restore(ADMIN, title, reason);
				return `restores ${title}`;
			},
			async () => {
				const shownTimestamps = history
					.filter(() => this.random.chance(0.7))
					.map(({ timestamp }) => timestamp);
				if (title === LOG && this.random.chance(0.8)) return 'nothing';
				await this.world.delete(ADMIN, title, reason);
				await this.world.restore(ADMIN, title, reason, shownTimestamps);
				return `restores a part of ${title}`;
			},
			async () => {
				const hide = this.pick([['comment'], ['user'], ['content'], ['comment', 'user']] as const);
				const suppress = this.random.chance(0.2);
				this.suppressed ||= suppress;
				await this.world.hide(ADMIN, { title, revisions: [revision?.revid ?? 0], hide, suppress });
				return `hides ${hide.join()} of ${revision?.revid ?? 0} on ${title}`;
			},
			async () => {
				const revisions = history.map(({ revid }) => revid);
				await this.world.hide(ADMIN, { title, revisions, show: ['comment', 'user', 'content'] });
				return `shows all of ${title}`;
			},
			async () => {
				const to = this.page();
				await this.world.merge(ADMIN, {
					from: title,
					to,
					...(revision && { timestamp: revision.timestamp }),
				});
				return `merges ${title} into ${to}`;
			},
		];
		return `the administrator ${await this.pick(actions)()}`;
	}

	/** A change to the people that revokes no authority; it still causes a hold for a day. */
	private async changePeople(): Promise<string> {
		if (this.random.chance(0.7)) return 'nothing';
		const programme = JSON.parse((await this.world.text(PROGRAMME_PAGE)) ?? '{}') as {
			reviewers: { until?: string }[];
		};
		for (const reviewer of programme.reviewers)
			reviewer.until = `2099-01-01T00:00:${String(10 + (this.count % 50))}Z`;
		await this.world.edit(ADMIN, { title: PROGRAMME_PAGE, text: JSON.stringify(programme) });
		this.oracle.changedPeople = await this.course.now();
		return 'the administrator changes the people';
	}

	private async rename(): Promise<string> {
		const from = this.pick([...this.applicants, ...this.reviewers]);
		if (this.random.chance(0.6)) return 'nothing';
		const to = `${from.replace(/ .*/, '')} the ${this.count}th`;
		await this.world.rename(from, to);
		this.first.set(to, this.first.get(from) ?? from);
		const renamed = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
		this.applicants = renamed(this.applicants);
		this.strangers = renamed(this.strangers);
		this.reviewers = renamed(this.reviewers);
		return `${from} is ${to} now`;
	}

	/** An import attributes edits to any user. */
	private async import(): Promise<string> {
		if (this.random.chance(0.5)) return 'nothing';
		const title = this.page();
		const user = this.pick([...this.applicants, ...this.reviewers]);
		const text = `${(await this.world.text(title)) ?? ''}\nimported ${this.count}`;
		const comment = await this.randomMark();
		const minutes = this.pick([1, 60, 60 * 24 * 20]);
		const timestamp = new Date((await this.course.now()) - minutes * 60_000)
			.toISOString()
			.replace(/\.\d+Z$/, 'Z');
		await this.world.import(ADMIN, { title, revisions: [{ user, timestamp, text, comment }] });
		return `an edit by ${user} with ${comment} is imported into ${title}`;
	}

	private async wait(): Promise<string> {
		const minutes = this.pick([5, 16, 16, 60, 60 * 25, 60 * 24 * 4]);
		await this.course.wait(minutes);
		return `${minutes} minutes go by`;
	}

	private async pageId(title: string): Promise<number> {
		const response = await (
			await this.world.as(READER)
		).query({ action: 'query', prop: 'info', titles: title });
		const { pages } = response.query as { readonly pages: readonly { readonly pageid?: number }[] };
		return pages[0]?.pageid ?? 0;
	}
}
