import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course } from '../../shared/programme/schema.ts';
import type { Evidence, RequirementResult } from '../../shared/rules/eligibility.ts';
import { describeEvidence, describeVerdict, type EvidenceWords } from '../../shared/rules/evidenceWords.ts';
import { direction } from './direction.ts';

/** Wikitext: a line for each requirement, with its label, the verdict, and what it was judged by. */
export function renderEvidence(
	course: Course,
	language: string,
	results: readonly RequirementResult[],
	applicant: string | undefined,
	translate: Translate,
): string {
	const labels = new Map(course.requirements.map(({ id, label }) => [id, localize(label, language)]));
	return results
		.map((result) => {
			const shown = [...evidenceOf(result)]
				.map((evidence) => calmWords(evidence, translate, applicant))
				.map((words) => renderWords(words, language));
			const label = encodeAnswer(labels.get(result.requirement) ?? result.requirement);
			const because = shown.length > 0 ? ` (${shown.join('; ')})` : '';
			return `${label}: '''${encodeAnswer(describeVerdict(result.verdict, translate))}'''${because}`;
		})
		.join('<br>');
}

/** Names of groups and wikis are Latin: set apart, so that they do not disarrange a text from right to left. */
function renderWords({ text, link }: EvidenceWords, language: string): string {
	const shown = link === undefined ? encodeAnswer(text) : `[${link} ${encodeAnswer(text)}]`;
	return direction(language) === 'rtl' ? `<bdi>${shown}</bdi>` : shown;
}

function* evidenceOf(result: RequirementResult): Generator<Evidence> {
	yield* result.evidence;
	for (const part of result.parts ?? []) yield* evidenceOf(part);
}

/** Edit counts that suffice are rounded down, or the page would change whenever an applicant edits anything. */
function calmWords(evidence: Evidence, translate: Translate, applicant: string | undefined): EvidenceWords {
	if (evidence.kind !== 'edits' || evidence.count < Math.max(10, evidence.min))
		return describeEvidence(evidence, translate, applicant);
	const { min, wiki } = evidence;
	const count = Math.max(min, roundDown(evidence.count));
	return {
		text:
			wiki === null
				? translate('wikilearn-status-edits-all', count, min)
				: translate('wikilearn-status-edits', count, min, wiki),
	};
}

/** To the first digit: 4,321 is 4,000. */
function roundDown(count: number): number {
	const unit = 10 ** (String(count).length - 1);
	return Math.floor(count / unit) * unit;
}
