import { localize } from '../../shared/programme/localize.ts';
import { isLive, takesSeat } from '../../shared/rules/status.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { attendeeOf } from '../render/sessions/attendeeOf.ts';
import type { Choice, Slot } from '../sessions/plan.ts';
import { planSessions, type SessionPlan } from '../sessions/planSessions.ts';
import { timetableOf } from '../sessions/timetableOf.ts';
import { previewCycle } from './openSession.ts';
import type { CommonOptions, Context } from './context.ts';
import { EXIT } from './exit.ts';

export interface SessionsOptions extends CommonOptions {
	readonly who: 'all' | 'eligible' | 'accepted';
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Says which times of the week suit most people. Writes nothing. */
export async function sessions({ who }: SessionsOptions, context: Context): Promise<number> {
	const { out } = context;
	const { programme, applications } = await previewCycle(context);
	const planned = programme.courses.flatMap((course) => {
		const timetable = timetableOf(course);
		if (!timetable) return [];
		const asked = applications.filter((one) => one.course === course.id && counts(one, who));
		const people = asked.flatMap((one) => attendeeOf(course, one) ?? []);
		return [{ course, asked: asked.length, people: people.length, plan: planSessions(timetable, people) }];
	});
	if (planned.length === 0) out.say('No course has sessions that people attend together.');
	for (const { course, asked, people, plan: found } of planned) {
		out.say(
			`${localize(course.title, programme.language)} (${course.id}): ${people} of ${asked} ${who === 'all' ? 'applicants' : `${who} applicants`} said when they can`,
		);
		for (const line of describe(found, people)) out.say(`  ${line}`);
	}
	out.result({
		ok: true,
		exit: EXIT.done,
		who,
		courses: planned.map(({ course, asked, people, plan: found }) => ({
			course: course.id,
			asked,
			answered: people,
			best: found.best && choiceForMachines(found.best),
			alternatives: found.alternatives.map(choiceForMachines),
			cannot: found.none.map(({ name }) => name),
		})),
	});
	return EXIT.done;
}

function counts({ state, eligibility }: AssessedApplication, who: SessionsOptions['who']): boolean {
	if (who === 'accepted') return takesSeat(state);
	return isLive(state) && (who === 'all' || eligibility.verdict === 'met');
}

function describe({ best, alternatives, none }: SessionPlan, people: number): readonly string[] {
	if (!best) return ['no time suits anybody'];
	return [
		`best: ${describeChoice(best, people)}`,
		...alternatives.map((choice) => `also: ${describeChoice(choice, people)}`),
		...(none.length === 0 ? [] : [`cannot attend the best: ${none.map(({ name }) => name).join(', ')}`]),
	];
}

function describeChoice({ slots, attending, preferring }: Choice, people: number): string {
	return `${slots.map(slotText).join(' or ')}: ${attending} of ${people} can, ${preferring} would rather`;
}

function choiceForMachines({ slots, attending, preferring }: Choice): unknown {
	return { times: slots.map(slotText), attending, preferring };
}

/** `Tuesday 18:30 UTC` */
function slotText(slot: Slot): string {
	const day = DAYS[Math.floor(slot / 48)] ?? '';
	const hour = String(Math.floor((slot % 48) / 2)).padStart(2, '0');
	return `${day} ${hour}:${slot % 2 === 0 ? '00' : '30'} UTC`;
}
