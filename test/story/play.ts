import { writeApplication } from '../../shared/application/writeApplication.ts';
import { readApplications } from '../../shared/application/readApplications.ts';
import { replaceCall } from '../../shared/application/replaceCall.ts';
import { addMark, writeMark } from '../../shared/mark/writeMark.ts';
import { writeRelease } from '../../shared/notice/release.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { CycleResult } from '../../bot/cycle.ts';
import type { ApiSession } from '../wiki/apiSession.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { cast, type Part } from './cast.ts';
import { days, STORY } from './storyCourse.ts';

export type Done = Extract<CycleResult, { readonly ok: true }>;

export interface Stage {
	readonly wiki: Wiki;
	readonly programme: Programme;
	/** Someone at the wiki, logged in. */
	readonly as: (name: string) => Promise<ApiSession>;
	/** One cycle of the bot. */
	readonly cycle: () => Promise<Done>;
	readonly tell: (line: string) => void;
}

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
 * @returns the cycles, by the day of the story after which they ran
 */
export async function play(stage: Stage): Promise<ReadonlyMap<string, Done>> {
	const { wiki, programme, as, tell } = stage;
	const course = programme.courses.find(({ id }) => id === STORY);
	if (!course) throw new Error('The programme has no course for the story.');
	const cycles = new Map<string, Done>();
	const titleOf = (name: string) => `${course.page}/Applications/${name}`;
	const report = `User:${programme.bot}/Report`;
	const day = async (name: keyof typeof days, what: string): Promise<void> => {
		await setClock(wiki, days[name]);
		tell(what);
	};
	const cycle = async (name: string): Promise<Done> => {
		const done = await stage.cycle();
		cycles.set(name, done);
		return done;
	};
	const change = async (by: string, title: string, text: (before: string) => string): Promise<void> => {
		const session = await as(by);
		const answer = await session.get<{
			query: { pages: { revisions?: { slots: { main: { content: string } } }[] }[] };
		}>({
			action: 'query',
			prop: 'revisions',
			titles: title,
			rvprop: 'content',
			rvslots: 'main',
		});
		const before = answer.query.pages[0]?.revisions?.[0]?.slots.main.content ?? '';
		await session.edit({ title, text: text(before), summary: 'A story' });
	};
	const mark = (
		by: string,
		part: Part,
		kind: 'decision' | 'reply',
		given: Readonly<Record<string, string>>,
	) =>
		change(by, titleOf(part.name), (before) => {
			const [on] = readApplications(before).applications;
			if (!on) throw new Error(`${part.name} has no application.`);
			return addMark(before, on, 'subpage', writeMark(kind, { ...given, by }));
		});
	let turn = 0;
	const decide = (part: Part, outcome: string, note = ''): Promise<void> => {
		const by = programme.reviewers[turn++ % programme.reviewers.length] ?? '';
		return mark(by, part, 'decision', {
			outcome,
			note,
			place: outcome === 'waitlisted' && part.place !== undefined ? String(part.place) : '',
		});
	};
	const withdraw = (part: Part): Promise<void> =>
		change(part.name, titleOf(part.name), (before) => {
			const [on] = readApplications(before).applications;
			return on ? replaceCall(before, on.call, { ...on.application, withdrawn: true }) : before;
		});
	const release = (by: string): Promise<void> =>
		change(by, report, (before) => `${before}\n\n${writeRelease(STORY, by, String(turn++))}`);
	const some = (test: (part: Part) => boolean) => cast.filter(test);

	await day('applying', `${cast.length} people apply for ${course.seats} seats`);
	for (const part of cast) {
		const motivation =
			part.oddity === 'incomplete' ? '' : `I am ${part.name}, and I want to work with a museum.`;
		const answers = motivation === '' ? {} : { motivation };
		const text = writeApplication({ course: STORY, answers, email: 'not sent', withdrawn: false });
		await (await as(part.name)).edit({ title: titleOf(part.name), text, summary: 'My application' });
		if (part.oddity === 'wants no bots')
			await (await as(part.name)).edit({ title: `User talk:${part.name}`, text: '{{nobots}}' });
	}
	await cycle('applying');

	await day('deciding', `${programme.reviewers.length} reviewers decide; one applicant decides for herself`);
	for (const part of some(({ oddity }) => oddity === 'withdraws early')) await withdraw(part);
	for (const part of some(({ oddity }) => oddity === 'forges a decision'))
		await mark(part.name, part, 'decision', { outcome: 'accepted', note: 'Of course' });
	for (const part of some(({ oddity }) => oddity !== 'undecided at first'))
		if (part.decided[0]) await decide(part, part.decided[0], 'Thank you');
	await cycle('deciding');

	await day('telling', 'a release is refused: one too many is accepted, one undecided; then it is right');
	await release(programme.reviewers[0] ?? '');
	await cycle('refused');
	for (const part of cast) if (part.decided[1]) await decide(part, part.decided[1], 'On second thoughts');
	for (const part of some(({ oddity }) => oddity === 'undecided at first'))
		if (part.decided[0]) await decide(part, part.decided[0]);
	await release(programme.reviewers[1] ?? '');
	await cycle('telling');

	await day('replying', 'most confirm their seat, one turns it down, one withdraws');
	for (const part of some(({ replies }) => replies === 'confirms' || replies === 'confirms, then withdraws'))
		await mark(part.name, part, 'reply', { answer: 'confirmed' });
	for (const part of some(({ replies }) => replies === 'turns down'))
		await mark(part.name, part, 'reply', { answer: 'turned-down' });
	for (const part of some(({ replies }) => replies === 'confirms, then withdraws')) await withdraw(part);
	await cycle('replying');

	await day('reminding', 'those who said nothing are reminded once');
	await cycle('reminding');
	for (const part of some(({ replies }) => replies === 'confirms when reminded'))
		await mark(part.name, part, 'reply', { answer: 'confirmed' });

	await day('lapsing', 'offers without a reply lapse');
	await cycle('lapsing');

	await day('promoting', 'the first on the waitlist get the seats that came free; one decision is corrected');
	for (const part of cast) if (part.later) await decide(part, part.later);
	await release(programme.reviewers[2] ?? '');
	await cycle('promoting');
	for (const part of some(({ later }) => later === 'accepted'))
		await mark(part.name, part, 'reply', { answer: 'confirmed' });

	await day('starting', 'everybody with a seat hears once more before the start');
	await cycle('starting');
	await setClock(wiki, 0);
	await cycle('today');
	return cycles;
}
