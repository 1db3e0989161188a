import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { RequirementResult } from '../../shared/rules/eligibility.ts';
import { describeEvidence } from '../../shared/rules/evidenceWords.ts';
import { phaseOf } from '../../shared/rules/phase.ts';
import { freeSeats } from '../../shared/rules/status.ts';
import type { AssessedApplication } from '../assess/assessApplications.ts';
import { templateCall } from './templateCall.ts';

/** What the status region shows. Plain wikitext of the project's templates, which carry the look. */
export function renderStatus(
	programme: Programme,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): string {
	return programme.courses
		.map((course) =>
			renderCourse(
				programme,
				course,
				applications.filter((one) => one.course === course.id),
				at,
				translate,
			),
		)
		.join('\n');
}

function renderCourse(
	programme: Programme,
	course: Course,
	applications: readonly AssessedApplication[],
	at: string,
	translate: Translate,
): string {
	const title = localize(course.title, programme.language);
	return [
		`== ${encodeAnswer(title)} ==`,
		templateCall('WikiLearn status', {
			page: course.page,
			phase: translate(`wikilearn-phase-${phaseOf(course, at)}`),
			opens: course.opens,
			closes: course.closes,
			notify: course.notify,
			starts: course.starts,
			seats: String(course.seats),
			free: String(
				freeSeats(
					course.seats,
					applications.map(({ state }) => state),
				),
			),
			applications: String(applications.length),
		}),
		templateCall('WikiLearn status/table', {
			applicant: translate('wikilearn-status-applicant'),
			applied: translate('wikilearn-status-applied'),
			eligibility: translate('wikilearn-status-eligibility'),
			state: translate('wikilearn-status-state'),
		}),
		...applications.map((one) => renderRow(programme, course, one, translate)),
		'|}',
		'',
	].join('\n');
}

function renderRow(
	programme: Programme,
	course: Course,
	one: AssessedApplication,
	translate: Translate,
): string {
	const { eligibility } = one;
	return templateCall(
		'WikiLearn status/row',
		{
			applicant: one.applicant?.name ?? '',
			page: one.section === '' ? one.title : `${one.title}#${one.section}`,
			applied: one.added.timestamp,
			late: one.late ? translate('wikilearn-status-late') : '',
			verdict: eligibility.verdict,
			eligibility: translate(`wikilearn-verdict-${eligibility.verdict.replace(' ', '-')}`),
			state: translate(`wikilearn-state-${one.state}`),
			diff: String(one.answered.revid),
		},
		{ evidence: renderEvidence(programme, course, eligibility.requirements, translate) },
	);
}

/** A line for each requirement: its label, the verdict, what it was judged by. */
function renderEvidence(
	programme: Programme,
	course: Course,
	results: readonly RequirementResult[],
	translate: Translate,
): string {
	const labels = new Map(
		course.requirements.map(({ id, label }) => [id, localize(label, programme.language)]),
	);
	return results
		.map((result) => {
			const verdict = translate(`wikilearn-verdict-${result.verdict.replace(' ', '-')}`);
			const words = [...evidenceOf(result)].map((evidence) => describeEvidence(evidence, translate));
			const shown = words.map(({ text, link }) =>
				link === undefined ? encodeAnswer(text) : `[${link} ${encodeAnswer(text)}]`,
			);
			return `${encodeAnswer(labels.get(result.requirement) ?? result.requirement)}: '''${verdict}'''${shown.length > 0 ? ` (${shown.join('; ')})` : ''}`;
		})
		.join('<br>');
}

function* evidenceOf(result: RequirementResult): Generator<RequirementResult['evidence'][number]> {
	yield* result.evidence;
	for (const part of result.parts ?? []) yield* evidenceOf(part);
}
