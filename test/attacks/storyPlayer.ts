import type { CycleCache } from '../../bot/cycle/cache/cycleCache.ts';
import { PROGRAMME_PAGE } from '../../shared/programme/programmeHistory.ts';
import { getNoticeId, type SentNotice } from '../../shared/notices/notice.ts';
import { WikiError } from '../../shared/wiki/wiki.ts';
import { BOT, LOG, PAGES, type CourseWorld, type Done } from '../world/courseWorld.ts';
import { ADMIN, type World } from '../world/world.ts';
import { expectSameOutcome } from './expectSameOutcome.ts';
import { fillPlaceholders, type PlaceholderValues } from './fillPlaceholders.ts';
import type { Expected, Ref, Step } from './story.ts';

/** The progress so far, which is not part of a wiki's snapshot. */
export interface StoryProgress {
	/** Revisions by the `as` of their steps. */
	readonly refs: ReadonlyMap<string, NamedRevision>;
	readonly cache: CycleCache | null;
	/** All notices found in the bot's edits after any cycle, by revision. */
	readonly sent: ReadonlyMap<number, SentNotice>;
}

interface NamedRevision {
	readonly revid: number;
	readonly title: string;
	/** ISO 8601. */
	readonly timestamp: string;
}

export type StoryOutcome = Required<Omit<Expected, 'pages'>> & {
	/** The texts of the requested pages. */
	readonly texts: ReadonlyMap<string, string | null>;
};

export const NO_PROGRESS: StoryProgress = { refs: new Map(), cache: null, sent: new Map() };

/** Plays a story step by step. */
export class StoryPlayer {
	private readonly refs: Map<string, NamedRevision>;
	private readonly sent: Map<number, SentNotice>;
	private cache: CycleCache | null;
	private readonly world: World;
	private readonly placeholders: PlaceholderValues;
	private readonly ids: Map<string, number>;
	/** The original user names. */
	private readonly names: ReadonlyMap<number, string>;

	constructor(
		private readonly course: CourseWorld,
		before: StoryProgress = NO_PROGRESS,
	) {
		this.refs = new Map(before.refs);
		this.sent = new Map(before.sent);
		this.cache = before.cache;
		this.ids = new Map(course.ids);
		this.names = new Map([...course.ids].map(([name, id]) => [id, name]));
		this.world = course.world;
		this.placeholders = {
			revision: (ref) => this.revision(ref),
			userId: (name) => this.ids.get(name) ?? 0,
			pageId: (title) => this.pageId(title),
			answers: (name, id) => course.answers(name, id),
			release: (id) => course.releaseNow(id),
			now: async (days) =>
				new Date((await course.now()) + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z'),
			mark: (action) => course.mark(action),
		};
	}

	get told(): StoryProgress {
		return { refs: this.refs, cache: this.cache, sent: this.sent };
	}

	async play(steps: readonly Step[]): Promise<void> {
		for (const step of steps) {
			const code = await errorCodeOf(() => this.step(step));
			if (code !== (step.refused ?? null))
				throw new Error(`${JSON.stringify(step)}: ${code ?? 'was not rejected'}`);
		}
	}

	/** The outcome after an incremental cycle. Another one must agree with a full one, which must write nothing. */
	async outcome(titles: readonly string[]): Promise<StoryOutcome> {
		await this.cycle(this.cache);
		const done = await this.cycle(this.cache);
		// Problems of regions are only reported while cached.
		const texts = new Map<string, string | null>();
		for (const title of titles) texts.set(title, await this.world.text(title));
		const full = await this.cycle(null);
		expectSameOutcome(done, full);
		const written = full.published.filter(
			({ kind, title }) => kind === 'saved' && !title.endsWith('/Report'),
		);
		if (written.length > 0) throw new Error(`A full cycle writes ${JSON.stringify(written)}`);
		return { ...this.described(done), texts };
	}

	private async cycle(bookmark: CycleCache | null): Promise<Done> {
		const done = await this.course.cycle(bookmark);
		this.cache = done.cache;
		for (const notice of done.sent) this.sent.set(notice.revid, notice);
		return done;
	}

	private described(done: Done): Required<Omit<Expected, 'pages'>> {
		const named = (text: string): string => {
			const byId = new Map([...this.refs].map(([name, { revid }]) => [String(revid), name]));
			return text.replace(/\d+/g, (id) => byId.get(id) ?? id);
		};
		const names = this.names;
		const times = new Map<string, number>();
		for (const notice of this.sent.values())
			times.set(getNoticeId(notice), (times.get(getNoticeId(notice)) ?? 0) + 1);
		const notices = new Set(
			[...this.sent.values()].map((notice) => {
				const { applicant, kind, about, course } = notice;
				const twice = (times.get(getNoticeId(notice)) ?? 0) > 1 ? ' more than once' : '';
				const where = course === 'iah' ? '' : ` ${course}`;
				return `${names.get(applicant) ?? ''}${where} ${kind} ${named(about)}`.trim() + twice;
			}),
		);
		const [first] = done.courses;
		return {
			applications: describeStates(done),
			notices: [...notices].sort(),
			problems: done.problems
				.map(({ kind, detail }) => named(detail === '' ? kind : `${kind}: ${detail}`))
				.sort(),
			blocks: (first?.release.obstacles ?? []).map(({ kind }) => kind),
			seats: [first?.seatsTaken.announced ?? 0, first?.seatsTaken.decided ?? 0],
		};
	}

	private async step(step: Step): Promise<void> {
		const made = await this.act(step);
		if (step.as === undefined) return;
		if (made === null) throw new Error(`${JSON.stringify(step)} made no revision`);
		const found = (await this.world.history(made.title)).find(({ revid }) => revid === made.revid);
		this.refs.set(step.as, { ...made, timestamp: found?.timestamp ?? '' });
	}

	/** @returns the new revision, if any */
	private async act(step: Step): Promise<Omit<NamedRevision, 'timestamp'> | null> {
		const { world, course } = this;
		const fill = (text: string) => fillPlaceholders(text, this.placeholders);
		const filled = async (text: string | undefined, key: string) =>
			text === undefined ? {} : { [key]: await fill(text) };
		const on = (title: string, revid: number | null) => (revid === null ? null : { title, revid });
		switch (step.do) {
			case 'apply': {
				const { by, says = `I am ${by}`, course: id = 'iah', title } = step;
				const place = title ?? `${PAGES[id]}/Applications/${by}`;
				return on(place, await course.apply(by, says, { course: id, title: place }));
			}
			case 'edit': {
				const title = await fill(step.title);
				const text = await this.newText(title, step);
				const summary = await filled(step.summary, 'summary');
				const model = step.model && { contentmodel: step.model };
				const minor = step.minor && { minor: true };
				const { by } = step;
				if ('append' in step && text === null) {
					const append = await fill(step.append ?? '');
					return on(title, await world.append(by, { title, text: append, ...summary, ...minor }));
				}
				return on(title, await world.edit(by, { title, text: text ?? '', ...summary, ...model, ...minor }));
			}
			case 'undo': {
				const { by, title, after } = step;
				const undo = await this.revision(step.undo);
				const undoafter = after === undefined ? {} : { undoafter: await this.revision(after) };
				const summary = await filled(step.summary, 'summary');
				return on(title, await world.undo(by, { title, undo, ...undoafter, ...summary }));
			}
			case 'bring back': {
				const { by, title } = step;
				const revid = await this.revision(step.of);
				const old = (await world.history(title)).find((revision) => revision.revid === revid);
				const summary = await filled(step.summary, 'summary');
				return on(title, await world.edit(by, { title, text: old?.text ?? '', ...summary }));
			}
			case 'rollback': {
				const { by, title, user } = step;
				return on(
					title,
					await world.rollback(by, { title, user, ...(await filled(step.summary, 'summary')) }),
				);
			}
			case 'move': {
				const { by, from, noRedirect } = step;
				const to = await fill(step.to);
				const reason = await filled(step.reason, 'reason');
				await world.move(by, { from: await fill(from), to, ...reason, ...(noRedirect && { noRedirect }) });
				return null;
			}
			case 'protect':
				await world.protect(ADMIN, {
					title: step.title,
					levels: step.levels,
					...(await filled(step.reason, 'reason')),
				});
				return null;
			case 'delete':
				await world.delete(ADMIN, step.title, await fill(step.reason ?? ''));
				return null;
			case 'restore': {
				const moments = step.only && (await Promise.all(step.only.map((ref) => this.moment(ref))));
				await world.restore(ADMIN, step.title, await fill(step.reason ?? ''), moments);
				return null;
			}
			case 'hide':
			case 'show': {
				const revisions = await Promise.all(step.of.map((ref) => this.revision(ref)));
				const { title, what, suppress } = step;
				const how = step.do === 'hide' ? { hide: what } : { show: what };
				await world.hide(ADMIN, { title, revisions, ...how, ...(suppress && { suppress }) });
				return null;
			}
			case 'merge': {
				const { from, to, upTo } = step;
				const timestamp = upTo === undefined ? {} : { timestamp: await this.moment(upTo) };
				await world.merge(ADMIN, { from, to, ...timestamp });
				return null;
			}
			case 'import': {
				const now = await course.now();
				const revisions = [];
				for (const { ago, text, comment, user } of step.revisions)
					revisions.push({
						user,
						text: await fill(text),
						...(await filled(comment, 'comment')),
						timestamp: new Date(now - ago * 60_000).toISOString().replace(/\.\d+Z$/, 'Z'),
					});
				await world.import(ADMIN, { title: step.title, revisions });
				return null;
			}
			case 'block':
				await world.block(ADMIN, step.user, 'a reason');
				return null;
			case 'rename':
				await world.rename(step.from, step.to);
				return null;
			case 'register':
				this.ids.set(step.name, await world.createAccount(step.name));
				return null;
			case 'decide': {
				const { by, verdict, people, course: id = 'iah', answers } = step;
				const about = answers === undefined ? {} : { answers: await this.revision(answers) };
				return on(LOG, await course.decide(by, verdict, people, { course: id, ...about }));
			}
			case 'take back': {
				const applicants = (step.people ?? []).map((name) => course.ids.get(name) ?? 0);
				const of = await this.revision(step.of);
				return on(
					LOG,
					await course.log(step.by, { kind: 'take-back', course: 'iah', takenBack: of, applicants }),
				);
			}
			case 'release':
				return on(LOG, await course.release(step.by, step.course ?? 'iah'));
			case 'reply': {
				const offer = step.offer === undefined ? null : await this.revision(step.offer);
				const title = step.title ?? `${PAGES.iah}/Applications/${step.by}`;
				return on(title, await course.reply(step.by, step.reply, offer, title));
			}
			case 'set':
				await this.changeProgramme(step.by ?? ADMIN, step.values);
				return null;
			case 'wait':
				await course.wait((step.minutes ?? 0) + (step.days ?? 0) * 24 * 60);
				return null;
			case 'cycle':
				await this.cycle(this.cache);
				return null;
		}
	}

	/** Null: the text is appended verbatim. */
	private async newText(title: string, step: Extract<Step, { do: 'edit' }>): Promise<string | null> {
		if (step.text !== undefined) return fillPlaceholders(step.text, this.placeholders);
		if (step.append !== undefined) return null;
		const before = (await this.world.text(title)) ?? '';
		if (step.prepend !== undefined) return (await fillPlaceholders(step.prepend, this.placeholders)) + before;
		const [from = '', to = ''] = step.replace ?? [];
		if (!before.includes(from)) throw new Error(`${title} has no ${from}: ${before}`);
		const after = await fillPlaceholders(to, this.placeholders);
		return before.replace(from, () => after);
	}

	private async changeProgramme(by: string, values: Readonly<Record<string, unknown>>): Promise<void> {
		const draft = JSON.parse((await this.world.text(PROGRAMME_PAGE)) ?? '{}') as Record<string, unknown>;
		for (const [path, value] of Object.entries(values)) {
			const steps = path.split('.');
			const last = steps.pop() ?? '';
			const place = steps.reduce((at, name) => at[name] as Record<string, unknown>, draft);
			const filled: unknown = JSON.parse(
				(await fillPlaceholders(JSON.stringify(value ?? null), this.placeholders)).replace(/"(\d+)"/g, '$1'),
			);
			if (value === undefined && Array.isArray(place)) place.splice(Number(last), 1);
			else if (value === undefined) Reflect.deleteProperty(place, last);
			else place[last] = filled;
		}
		await this.world.edit(by, {
			title: PROGRAMME_PAGE,
			text: JSON.stringify(draft),
			summary: 'other values',
		});
	}

	private async found(ref: Ref): Promise<Pick<NamedRevision, 'revid' | 'timestamp'>> {
		const [, title = '', index = ''] = /^(.+)@(-?\d+)$/.exec(ref) ?? [];
		const found = this.refs.get(ref) ?? (await this.world.history(title)).at(Number(index));
		if (!found) throw new Error(`no revision ${ref}`);
		return found;
	}

	private async revision(ref: Ref): Promise<number> {
		return (await this.found(ref)).revid;
	}

	private async moment(ref: Ref): Promise<string> {
		return (await this.found(ref)).timestamp;
	}

	private async pageId(title: string): Promise<number> {
		const answer = await (await this.world.as(BOT)).query({ action: 'query', prop: 'info', titles: title });
		const { pages } = answer.query as { readonly pages: readonly { readonly pageid?: number }[] };
		return pages[0]?.pageid ?? 0;
	}
}

function describeStates({ applications }: Done): Readonly<Record<string, string>> {
	const found = new Map<string, string[]>();
	for (const {
		applicant,
		course,
		state,
		decidedState,
		isLate,
		isChangedLate,
		pending,
		onBehalfOf,
	} of applications) {
		const key = `${applicant?.name ?? '?'}${course === 'iah' ? '' : ` ${course}`}`;
		const words = [
			state === decidedState ? state : `${state}/${decidedState}`,
			...(isLate ? ['late'] : []),
			...(isChangedLate ? ['changed late'] : []),
			...(pending && pending.holds.length > 0 ? [`[${pending.holds.join(' ')}]`] : []),
			...(onBehalfOf === null ? [] : [`as ${onBehalfOf}`]),
		];
		found.set(key, [...(found.get(key) ?? []), words.join(' ')]);
	}
	return Object.fromEntries([...found].map(([key, states]) => [key, states.sort().join(' + ')]));
}

async function errorCodeOf(action: () => Promise<unknown>): Promise<string | null> {
	try {
		await action();
		return null;
	} catch (error) {
		if (error instanceof WikiError) return error.code;
		throw error;
	}
}
