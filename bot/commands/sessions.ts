import { localize } from '../../shared/programme/localize.ts';
import { canTakePart, takesSeat } from '../../shared/rules/state.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { toAttendee } from '../render/sessions/renderSessions.ts';
import { type Choice, type Slot, toTimetable } from '../sessions/timetable.ts';
import { planSessions, type SessionPlan } from '../sessions/planSessions.ts';
import { previewCycle } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT } from './exit.ts';

interface SessionsOptions extends CommonOptions {
	readonly who: 'all' | 'eligible' | 'accepted';
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Prints the times of the week that suit most people. Writes nothing. */
export async function sessions({ who }: SessionsOptions, context: Context): Promise<number> {
	const { out } = context;
	const { programme, applications } = await previewCycle(context);
	const planned = programme.courses.flatMap((course) => {
		const timetable = toTimetable(course);
		if (!timetable) return [];
		const selected = applications.filter(
			(application) => application.course === course.id && isSelected(application, who),
		);
		const attendees = selected.flatMap((application) => toAttendee(course, application) ?? []);
		return [
			{ course, asked: selected.length, people: attendees.length, plan: planSessions(timetable, attendees) },
		];
	});
	if (planned.length === 0) out.info('No course has sessions that people attend together.');
	for (const { course, asked, people, plan: sessionPlan } of planned) {
		out.info(
			`${localize(course.title, programme.language)} (${course.id}): ${people} of ${asked} ${who === 'all' ? 'applicants' : `${who} applicants`} said when they can`,
		);
		for (const line of formatPlan(sessionPlan, people)) out.info(`  ${line}`);
	}
	out.result({
		ok: true,
		exit: EXIT.done,
		who,
		courses: planned.map(({ course, asked, people, plan: found }) => ({
			course: course.id,
			asked,
			answered: people,
			best: found.best && choiceAsJson(found.best),
			alternatives: found.alternatives.map(choiceAsJson),
			cannot: found.unavailable.map(({ name }) => name),
		})),
	});
	return EXIT.done;
}

function isSelected({ state, eligibility }: AssessedApplication, who: SessionsOptions['who']): boolean {
	if (who === 'accepted') return takesSeat(state);
	return canTakePart(state) && (who === 'all' || eligibility.verdict === 'met');
}

function formatPlan({ best, alternatives, unavailable }: SessionPlan, people: number): readonly string[] {
	if (!best) return ['no time suits anybody'];
	return [
		`best: ${formatChoice(best, people)}`,
		...alternatives.map((choice) => `also: ${formatChoice(choice, people)}`),
		...(unavailable.length === 0
			? []
			: [`cannot attend the best: ${unavailable.map(({ name }) => name).join(', ')}`]),
	];
}

function formatChoice({ slots, attending, preferring }: Choice, people: number): string {
	return `${slots.map(formatSlot).join(' or ')}: ${attending} of ${people} can, ${preferring} would rather`;
}

function choiceAsJson({ slots, attending, preferring }: Choice): unknown {
	return { times: slots.map(formatSlot), attending, preferring };
}

/** `Tuesday 18:30 UTC` */
function formatSlot(slot: Slot): string {
	const day = DAYS[Math.floor(slot / 48)] ?? '';
	const hour = String(Math.floor((slot % 48) / 2)).padStart(2, '0');
	return `${day} ${hour}:${slot % 2 === 0 ? '00' : '30'} UTC`;
}
