import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { keyOfParts, memoize } from './memoize.ts';
import { renderEvidence } from './renderEvidence.ts';

/** What an application's requirements were judged by, as wikitext. */
export type EvidenceText = (one: AssessedApplication) => string;

/** Makes each application's text once: it stands in its row and on its own page. */
export function evidenceText({ courses, language }: Programme, translate: Translate): EvidenceText {
	const labels = new Map(
		courses.map((course) => [
			course.id,
			new Map(course.requirements.map(({ id, label }) => [id, encodeAnswer(localize(label, language))])),
		]),
	);
	const say = memoize(
		(key: string, ...params: readonly (string | number)[]) => encodeAnswer(translate(key, ...params)),
		keyOfParts,
	);
	const made = new Map<AssessedApplication, string>();
	return (one) => {
		const before = made.get(one);
		if (before !== undefined) return before;
		const { applicant, course, eligibility } = one;
		const ofCourse = labels.get(course) ?? new Map<string, string>();
		const text = renderEvidence(eligibility.requirements, ofCourse, language, applicant?.name, say);
		made.set(one, text);
		return text;
	};
}
