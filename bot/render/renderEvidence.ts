import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Evidence, RequirementResult } from '../../shared/rules/eligibility.ts';
import {
	describeEvidence,
	describeVerdict,
	type DescribedEvidence,
} from '../../shared/rules/describeEvidence.ts';
import type { AssessedApplication } from '../plan/assessApplications.ts';
import { memoize, joinKey } from './text/memoize.ts';
import { directionOf } from './text/wikitext.ts';

/**
 * Wikitext: a line per requirement, with its label, verdict and evidence.
 *
 * @param labels wikitext, by requirement id
 * @param translate returns wikitext
 */
function renderEvidence(
	results: readonly RequirementResult[],
	labels: ReadonlyMap<string, string>,
	language: string,
	applicant: string | undefined,
	translate: Translate,
): string {
	const isRtl = directionOf(language) === 'rtl';
	return results
		.map((result) => {
			const shown = collectEvidence(result).map((evidence) =>
				renderWords(stableWords(evidence, translate, applicant), isRtl),
			);
			const label = labels.get(result.requirement) ?? encodeAnswer(result.requirement);
			const evidenceText = shown.length > 0 ? ` (${shown.join('; ')})` : '';
			return `${label}: '''${describeVerdict(result.verdict, translate)}'''${evidenceText}`;
		})
		.join('<br>');
}

/** @param isRtl isolate names of groups and wikis, which are Latin, in right-to-left text */
function renderWords({ text, link }: DescribedEvidence, isRtl: boolean): string {
	const shown = link === undefined ? text : `[${link} ${text}]`;
	return isRtl ? `<bdi>${shown}</bdi>` : shown;
}

/** The evidence for a group of requirements is that of its parts. */
function collectEvidence({ evidence, parts }: RequirementResult): readonly Evidence[] {
	return parts?.flatMap(collectEvidence) ?? evidence;
}

/** Sufficient edit counts are rounded down; otherwise each edit by an applicant would change the page. */
function stableWords(
	evidence: Evidence,
	translate: Translate,
	applicant: string | undefined,
): DescribedEvidence {
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

/** Keeps the first digit: 4,321 becomes 4,000. */
function roundDown(count: number): number {
	const unit = 10 ** (String(count).length - 1);
	return Math.floor(count / unit) * unit;
}

/** Renders the evidence for an application's requirements as wikitext. */
export type EvidenceRenderer = (application: AssessedApplication) => string;
/** Memoized: the text appears in the application's row and on its own page. */
export function evidenceRenderer({ courses, language }: Programme, translate: Translate): EvidenceRenderer {
	const labels = new Map(
		courses.map((course) => [
			course.id,
			new Map(course.requirements.map(({ id, label }) => [id, encodeAnswer(localize(label, language))])),
		]),
	);
	const encodedMessage = memoize(
		(key: string, ...params: readonly (string | number)[]) => encodeAnswer(translate(key, ...params)),
		joinKey,
	);
	const cache = new Map<AssessedApplication, string>();
	return (application) => {
		const cached = cache.get(application);
		if (cached !== undefined) return cached;
		const { applicant, course, eligibility } = application;
		const courseLabels = labels.get(course) ?? new Map<string, string>();
		const text = renderEvidence(
			eligibility.requirements,
			courseLabels,
			language,
			applicant?.name,
			encodedMessage,
		);
		cache.set(application, text);
		return text;
	};
}
