import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import type { Outbox } from '../plan/plannedNotice.ts';
import { renderProblems } from './renderProblems.ts';
import { renderOutbox } from './report/renderOutbox.ts';
import { renderUnreached } from './report/renderUnreached.ts';

/** What the team has to know. */
export interface Report {
	readonly problems: readonly Problem[];
	/** The courses' decision notices that wait. */
	readonly outbox: readonly Outbox[];
	readonly applications: readonly AssessedApplication[];
	/** ISO 8601, the wiki's clock. Who applied for a course that is over need not be reached any more. */
	readonly at: string;
}

/**
 * What needs a person, what waits for one, and who is hard to reach: a section each where there is something. Where
 * there is nothing but problems they need no heading.
 */
export function renderReport(
	{ problems, outbox, applications, at }: Report,
	programme: Programme,
	translate: Translate,
): string {
	const needs = renderProblems(problems, translate);
	const others = [
		...section(
			'wikilearn-report-outbox',
			outbox.flatMap((one) => renderOutbox(programme, one, translate)),
			translate,
		),
		...section(
			'wikilearn-report-unreached',
			renderUnreached(programme, applications, at, translate),
			translate,
		),
	];
	if (needs.length + others.length === 0) return encodeAnswer(translate('wikilearn-report-nothing'));
	const first = others.length === 0 ? needs : section('wikilearn-report-needs', needs, translate);
	return [...first, ...others].join('\n');
}

function section(heading: string, lines: readonly string[], translate: Translate): readonly string[] {
	return lines.length === 0 ? [] : [`== ${encodeAnswer(translate(heading))} ==`, ...lines];
}
