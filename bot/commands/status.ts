import { localize } from '../../shared/programme/localize.ts';
import { getPhase } from '../../shared/rules/phase.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { assessHealth, readHeartbeat, type Heartbeat } from '../operations/heartbeat.ts';
import { translateInto } from '../operations/translateInto.ts';
import { previewCycle, type Preview } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT } from './exit.ts';
import { formatProblem } from './describe.ts';

interface StatusOptions extends CommonOptions {
	readonly heartbeat?: string;
	readonly maxAge?: number;
	/** Only check bot health, without a request to the wiki. */
	readonly health?: boolean;
}

/** Prints the programme's status and the bot's health. Writes nothing. */
export async function status(options: StatusOptions, context: Context): Promise<number> {
	const { out } = context;
	const heartbeatFile = options.heartbeat ?? context.env.WIKILEARN_HEARTBEAT;
	const heartbeat = heartbeatFile === undefined ? null : await readHeartbeat(heartbeatFile);
	const health = assessHealth(heartbeat, new Date().toISOString(), options.maxAge);
	const healthText = describeHealth(heartbeat, health, heartbeatFile);
	if (health === 'healthy' || (heartbeatFile === undefined && !options.health)) out.info(healthText);
	else out.warn(healthText);
	if (options.health) {
		const code = health === 'healthy' ? EXIT.done : EXIT.failed;
		out.result({ ok: code === EXIT.done, exit: code, health, heartbeat });
		return code;
	}
	const preview = await previewCycle(context);
	if (preview.stopped !== null) out.warn(`The stop page forbids writing: ${preview.stopped}`);
	const courses = summarizeCourses(preview, new Date().toISOString());
	for (const course of courses) out.info(describeCourse(course));
	for (const problem of preview.problems) out.warn(formatProblem(problem));
	const needsAttention =
		preview.problems.length > 0 ||
		preview.stopped !== null ||
		(heartbeatFile !== undefined && health !== 'healthy');
	const code = needsAttention ? EXIT.personNeeded : EXIT.done;
	out.result({
		ok: !needsAttention,
		exit: code,
		health,
		heartbeat,
		stopped: preview.stopped,
		courses,
		problems: preview.problems,
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
	/** The number of applications in each state. */
	readonly states: Readonly<Record<string, number>>;
}

function summarizeCourses({ programme, courses }: Preview, now: string): readonly CourseStatus[] {
	return courses.map(({ course, applications, seatsTaken }) => ({
		id: course.id,
		title: localize(course.title, programme.language),
		phase: translateInto('en')(`wikilearn-phase-${getPhase(course, now)}`),
		closes: course.closes,
		seats: course.seats,
		free: course.seats - seatsTaken.announced,
		states: countStates(applications),
	}));
}

function countStates(applications: readonly AssessedApplication[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { state } of applications) counts[state] = (counts[state] ?? 0) + 1;
	return counts;
}

function describeCourse({ id, title, phase, closes, seats, free, states }: CourseStatus): string {
	const counts = Object.entries(states).map(([state, count]) => `${count} ${state}`);
	return `${title} (${id}): ${phase}, closes ${closes}; ${free} of ${seats} seats free; ${counts.join(', ') || 'no applications'}`;
}

function describeHealth(
	heartbeat: Heartbeat | null,
	health: 'unknown' | 'healthy' | 'stale',
	file?: string,
): string {
	if (file === undefined) return 'Whether the bot runs is not known: name its file with --heartbeat.';
	if (!heartbeat || health === 'unknown')
		return `There is no heartbeat in ${file}: the bot has not run yet, or writes it elsewhere.`;
	const lastCycle = `its last cycle ended at ${heartbeat.at} with code ${heartbeat.code} (process ${heartbeat.pid} on ${heartbeat.host}, version ${heartbeat.version})`;
	if (health === 'healthy') return `The bot runs: ${lastCycle}.`;
	return `The bot is late: ${lastCycle}. Look whether it still runs, and at its log.`;
}
