import { encodeAnswer } from '../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Evidence, RequirementResult } from '../../shared/rules/eligibility.ts';
import { describeEvidence, describeVerdict, type EvidenceWords } from '../../shared/rules/evidenceWords.ts';
import { direction } from './direction.ts';

/**
 * Wikitext: a line for each requirement, with its label, the verdict, and what it was judged by.
 *
 * @param labels wikitext, by the requirement's id
 * @param say gives wikitext
 */
export function renderEvidence(
	results: readonly RequirementResult[],
	labels: ReadonlyMap<string, string>,
	language: string,
	applicant: string | undefined,
	say: Translate,
): string {
	const isolates = direction(language) === 'rtl';
	return results
		.map((result) => {
			const shown = evidenceOf(result).map((evidence) =>
				renderWords(calmWords(evidence, say, applicant), isolates),
			);
			const label = labels.get(result.requirement) ?? encodeAnswer(result.requirement);
			const because = shown.length > 0 ? ` (${shown.join('; ')})` : '';
			return `${label}: '''${describeVerdict(result.verdict, say)}'''${because}`;
		})
		.join('<br>');
}

/** @param isolates names of groups and wikis are Latin: set apart, they do not disarrange a text from right to left */
function renderWords({ text, link }: EvidenceWords, isolates: boolean): string {
	const shown = link === undefined ? text : `[${link} ${text}]`;
	return isolates ? `<bdi>${shown}</bdi>` : shown;
}

/** A group of requirements was judged by what its parts were. */
function evidenceOf({ evidence, parts }: RequirementResult): readonly Evidence[] {
	return parts?.flatMap(evidenceOf) ?? evidence;
}

/** Edit counts that suffice are rounded down, or the page would change whenever an applicant edits anything. */
function calmWords(evidence: Evidence, say: Translate, applicant: string | undefined): EvidenceWords {
	if (evidence.kind !== 'edits' || evidence.count < Math.max(10, evidence.min))
		return describeEvidence(evidence, say, applicant);
	const { min, wiki } = evidence;
	const count = Math.max(min, roundDown(evidence.count));
	return {
		text:
			wiki === null
				? say('wikilearn-status-edits-all', count, min)
				: say('wikilearn-status-edits', count, min, wiki),
	};
}

/** To the first digit: 4,321 is 4,000. */
function roundDown(count: number): number {
	const unit = 10 ** (String(count).length - 1);
	return Math.floor(count / unit) * unit;
}
