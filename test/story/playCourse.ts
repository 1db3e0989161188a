import { writeApplication } from '../../shared/application/writeApplication.ts';
import type { Outcome } from '../../shared/actions/mark.ts';
import { findAnnouncedDecision } from '../../shared/notices/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki as Port } from '../../shared/wiki/wiki.ts';
import type { CycleResult } from '../../bot/cycle/runCycle.ts';
import { createMarkedActions } from '../markedActions.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { cast, type Role } from './cast.ts';
import { days, STORY } from './storyCourse.ts';

export type Done = Extract<CycleResult, { readonly ok: true }>;

interface CourseStage {
	readonly wiki: Wiki;
	readonly programme: Programme;
	/** The port of someone at the wiki, logged in. */
	readonly as: (name: string) => Promise<Port>;
	/** One cycle of the bot. */
	readonly cycle: () => Promise<Done>;
	readonly print: (line: string) => void;
}

/** Announcing begins 15 minutes after a release. */
const RELEASE_MINUTES = 16;
const MINUTES_A_DAY = 24 * 60;
/** So many people are named by one decision. */
const MAX_TOGETHER = 20;

/** A wiki whose clock is so many days off: everything on it, from revisions to the API's own clock, goes by that. */
export async function setClock(wiki: Wiki, offDays: number, settings = ''): Promise<void> {
	const seconds = Math.round(offDays * 24 * 60 * 60);
	await wiki.setSettings(
		`${settings}\nWikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( static fn () => time() + (${seconds}) );`,
	);
}

/**
 * A whole course, from the first application to the day before it starts, as edits of real people on a real wiki. The
 * wiki's clock goes along and ends on today.
 *
 * @returns the cycles, by what was done before each
 */
export async function playCourse(stage: CourseStage): Promise<ReadonlyMap<string, Done>> {
	const { wiki, programme, as, print } = stage;
	const course = programme.courses.find(({ id }) => id === STORY);
	if (!course) throw new Error('The programme has no course for the story.');
	const actions = createMarkedActions(programme);
	const cycles = new Map<string, Done>();
	const titleOf = ({ name }: Role) => `${course.page}/Applications/${name}`;
	let clockOffset = 0;
	const clock = async (offDays: number): Promise<void> => {
		clockOffset = offDays;
		await setClock(wiki, clockOffset);
	};
	const day = async (name: keyof typeof days, event: string): Promise<void> => {
		await clock(days[name]);
		print(event);
	};
	const cycle = async (name: string): Promise<void> => {
		cycles.set(name, await stage.cycle());
	};
	const last = (): Done => {
		const done = Array.from(cycles.values()).pop();
		if (!done) throw new Error('The bot has not run yet.');
		return done;
	};
	/** As the last cycle knows it, with what was announced in it. */
	const applicationOf = ({ name }: Role) => {
		const { applications, sent } = last();
		const found = applications.find(
			(application) => application.course === STORY && application.applicant?.name === name,
		);
		if (!found) throw new Error(`${name} has no application.`);
		const own = sent.filter((notice) => notice.course === STORY && notice.applicant === found.applicant?.id);
		return { ...found, announced: findAnnouncedDecision(own) };
	};
	const edit = async (part: Role, title: string, text: Readonly<Record<string, string>>): Promise<void> => {
		await (await as(part.name)).edit({ action: 'edit', title, ...text });
	};
	let turn = 0;
	const reviewer = (): Promise<Port> => {
		const { name } = programme.reviewers[turn++ % programme.reviewers.length] ?? { name: '' };
		return as(name);
	};
	const decide = async (parts: readonly Role[], outcome: Outcome, note = ''): Promise<void> => {
		const placed = outcome === 'waitlisted' ? parts.filter(({ place }) => place !== undefined) : [];
		const others = parts.filter((part) => !placed.includes(part)).map(applicationOf);
		for (const part of placed)
			await actions.decide(await reviewer(), outcome, [applicationOf(part)], {
				place: part.place ?? null,
				note,
			});
		for (let start = 0; start < others.length; start += MAX_TOGETHER)
			await actions.decide(await reviewer(), outcome, others.slice(start, start + MAX_TOGETHER), { note });
	};
	const decideAll = async (outcomeOf: (part: Role) => Outcome | undefined, note = ''): Promise<void> => {
		for (const outcome of ['accepted', 'waitlisted', 'declined'] as const)
			await decide(
				cast.filter((part) => outcomeOf(part) === outcome),
				outcome,
				note,
			);
	};
	const reply = async (
		test: (part: Role) => boolean,
		reply: 'confirmed' | 'declined' | 'withdrawn',
	): Promise<void> => {
		for (const part of cast.filter(test))
			await actions.reply(await as(part.name), reply, applicationOf(part));
	};
	const release = async (): Promise<void> => {
		await actions.release(await reviewer(), STORY);
	};

	await day('applying', `${cast.length} people apply for ${course.seats} seats`);
	for (const part of cast) {
		const motivation =
			part.specialCase === 'incomplete' ? '' : `I am ${part.name}, and I want to work with a museum.`;
		const answers = motivation === '' ? {} : { motivation };
		const text = writeApplication({ course: STORY, answers, email: 'not sent' });
		await edit(part, titleOf(part), { text, summary: 'My application' });
		if (part.specialCase === 'wants no bots')
			await edit(part, `User talk:${part.name}`, { text: '{{nobots}}' });
	}
	await cycle('applying');

	await day('deciding', `${programme.reviewers.length} reviewers decide; one applicant decides for herself`);
	await reply(({ specialCase: oddity }) => oddity === 'withdraws early', 'withdrawn');
	for (const part of cast.filter(({ specialCase: oddity }) => oddity === 'forges a decision')) {
		await actions.decide(await as(part.name), 'accepted', [applicationOf(part)], { note: 'Of course' });
		await edit(part, titleOf(part), { appendtext: '\n{{WikiLearn decision|outcome=accepted}}' });
	}
	await decideAll(
		({ decided: [first], specialCase: oddity }) => (oddity === 'undecided at first' ? undefined : first),
		'Thank you',
	);
	await cycle('deciding');

	await day('telling', 'a release tells nobody anything: one too many is accepted. Then it is right');
	await release();
	await clock(clockOffset + RELEASE_MINUTES / MINUTES_A_DAY);
	await cycle('refused');
	await decideAll(({ decided: [, second] }) => second, 'On second thoughts');
	await decideAll(({ decided: [first], specialCase: oddity }) =>
		oddity === 'undecided at first' ? first : undefined,
	);
	await release();
	await cycle('released');
	await clock(clockOffset + RELEASE_MINUTES / MINUTES_A_DAY);
	await cycle('telling');

	await day('replying', 'most confirm their seat, one declines it, one withdraws');
	await reply(({ replies }) => replies === 'confirms' || replies === 'confirms, then withdraws', 'confirmed');
	await reply(({ replies }) => replies === 'declines', 'declined');
	await reply(({ replies }) => replies === 'confirms, then withdraws', 'withdrawn');
	await cycle('replying');

	await day('reminding', 'those who said nothing are reminded once');
	await cycle('reminding');
	await reply(({ replies }) => replies === 'confirms when reminded', 'confirmed');

	await day('lapsing', 'offers without a reply expire');
	await cycle('lapsing');

	await day('promoting', 'the first on the waitlist get the seats that came free; one decision is corrected');
	await decideAll(({ later }) => later);
	await release();
	await clock(clockOffset + RELEASE_MINUTES / MINUTES_A_DAY);
	await cycle('promoting');
	await reply(({ later }) => later === 'accepted', 'confirmed');

	await day('starting', 'everybody with a seat hears once more before the start');
	await cycle('starting');
	await clock(0);
	await cycle('today');
	return cycles;
}
