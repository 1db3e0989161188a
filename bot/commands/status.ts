import { localize } from '../../shared/programme/localize.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { pulseOf, readHeartbeat, type Heartbeat } from '../operations/heartbeat.ts';
import { translateInto } from '../operations/translateInto.ts';
import { previewCycle, type Preview } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT } from './exit.ts';
import { tellProblem } from './tellProblem.ts';

export interface StatusOptions extends CommonOptions {
	readonly heartbeat?: string;
	readonly maxAge?: number;
	/** Only look whether the bot lives; asks the wiki nothing. */
	readonly health?: boolean;
}

/** Says where the programme stands and whether the bot lives. Writes nothing. */
export async function status(options: StatusOptions, context: Context): Promise<number> {
	const { out } = context;
	const file = options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT;
	const heartbeat = file === undefined ? null : await readHeartbeat(file);
	const pulse = pulseOf(heartbeat, new Date().toISOString(), options.maxAge);
	const lives = describePulse(heartbeat, pulse, file);
	if (pulse === 'well' || (file === undefined && !options.health)) out.say(lives);
	else out.warn(lives);
	if (options.health) {
		const code = pulse === 'well' ? EXIT.done : EXIT.failed;
		out.result({ ok: code === EXIT.done, exit: code, pulse, heartbeat });
		return code;
	}
	const cycle = await previewCycle(context);
	if (cycle.stopped !== null) out.warn(`The stop page forbids writing: ${cycle.stopped}`);
	const courses = coursesOf(cycle, new Date().toISOString());
	for (const course of courses) out.say(describeCourse(course));
	for (const problem of cycle.problems) out.warn(tellProblem(problem));
	const needed =
		cycle.problems.length > 0 || cycle.stopped !== null || (file !== undefined && pulse !== 'well');
	const code = needed ? EXIT.personNeeded : EXIT.done;
	out.result({
		ok: !needed,
		exit: code,
		pulse,
		heartbeat,
		stopped: cycle.stopped,
		courses,
		problems: cycle.problems,
	});
	return code;
}

interface CourseStatus {
	readonly id: string;
	readonly title: string;
	readonly phase: string;
	readonly closes: string;
	readonly seats: number;
	readonly free: number;
	/** How many applications are in each state. */
	readonly states: Readonly<Record<string, number>>;
}

function coursesOf({ programme, courses }: Preview, now: string): readonly CourseStatus[] {
	return courses.map(({ course, applications, taken }) => ({
		id: course.id,
		title: localize(course.title, programme.language),
		phase: translateInto('en')(`wikilearn-phase-${phaseOf(course, now)}`),
		closes: course.closes,
		seats: course.seats,
		free: course.seats - taken.announced,
		states: countStates(applications),
	}));
}

function countStates(applications: readonly AssessedApplication[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { state } of applications) counts[state] = (counts[state] ?? 0) + 1;
	return counts;
}

function describeCourse({ id, title, phase, closes, seats, free, states }: CourseStatus): string {
	const said = Object.entries(states).map(([state, count]) => `${count} ${state}`);
	return `${title} (${id}): ${phase}, closes ${closes}; ${free} of ${seats} seats free; ${said.join(', ') || 'no applications'}`;
}

function describePulse(heartbeat: Heartbeat | null, pulse: 'none' | 'well' | 'late', file?: string): string {
	if (file === undefined) return 'Whether the bot runs is not known: name its file with --heartbeat.';
	if (!heartbeat || pulse === 'none')
		return `There is no heartbeat in ${file}: the bot has not run yet, or writes it elsewhere.`;
	const last = `its last cycle ended at ${heartbeat.at} with code ${heartbeat.code} (process ${heartbeat.pid} on ${heartbeat.host}, version ${heartbeat.version})`;
	if (pulse === 'well') return `The bot runs: ${last}.`;
	return `The bot is late: ${last}. Look whether it still runs, and at its log.`;
}
