import type { Course, Requirement } from '../../shared/programme/schema.ts';
import type { Eligibility, RequirementResult } from '../../shared/rules/eligibility.ts';
import { describeEvidence, describeVerdict } from '../../shared/rules/describeEvidence.ts';
import type { Translate } from '../../shared/i18n/formatMessage.ts';
import { h } from '../ui/h.ts';
import { msg, localizeText, type MessageKey } from '../ui/msg.ts';

const translate: Translate = (key, ...parameters) => msg(key as MessageKey, ...parameters);

/** A course's requirements with verdicts and evidence, in the same words as the status page. */
export function requirementList(course: Course, eligibility: Eligibility, account: string): HTMLElement {
	return renderList(course.requirements, eligibility.requirements, account);
}

function renderList(
	requirements: readonly Requirement[],
	results: readonly RequirementResult[],
	account: string,
): HTMLElement {
	const rows = requirements.map((requirement) => {
		const result = results.find((candidate) => candidate.requirement === requirement.id);
		return result ? renderRow(requirement, result, account) : null;
	});
	return h('ul', { class: 'wikilearn-requirements' }, ...rows);
}

function renderRow(requirement: Requirement, result: RequirementResult, account: string): HTMLElement {
	const evidence = result.evidence.map((item) => {
		const { text: evidenceText, link } = describeEvidence(item, translate, account);
		return h('li', {}, link === undefined ? evidenceText : h('a', { href: link }, evidenceText));
	});
	return h(
		'li',
		{},
		// The label may have another language and direction than the verdict.
		h('bdi', {}, localizeText(requirement.label)),
		': ',
		h('b', {}, describeVerdict(result.verdict, translate)),
		evidence.length ? h('ul', {}, ...evidence) : null,
		'of' in requirement && result.parts ? renderList(requirement.of, result.parts, account) : null,
	);
}
