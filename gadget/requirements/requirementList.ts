import type { Course, Requirement } from '../../shared/programme/schema.ts';
import type { Eligibility, RequirementResult } from '../../shared/rules/eligibility.ts';
import { describeEvidence, describeVerdict } from '../../shared/rules/evidenceWords.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { h } from '../ui/h.ts';
import { say, text, type MessageKey } from '../ui/msg.ts';

const translate: Translate = (key, ...parameters) => say(key as MessageKey, ...parameters);

/** A course's requirements with their verdicts and evidence, in the words of the status page. */
export function requirementList(course: Course, eligibility: Eligibility, account: string): HTMLElement {
	return listOf(course.requirements, eligibility.requirements, account);
}

function listOf(
	requirements: readonly Requirement[],
	results: readonly RequirementResult[],
	account: string,
): HTMLElement {
	const rows = requirements.map((requirement) => {
		const result = results.find((one) => one.requirement === requirement.id);
		return result ? row(requirement, result, account) : null;
	});
	return h('ul', { class: 'wikilearn-requirements' }, ...rows);
}

function row(requirement: Requirement, result: RequirementResult, account: string): HTMLElement {
	const evidence = result.evidence.map((one) => {
		const { text: words, link } = describeEvidence(one, translate, account);
		return h('li', {}, link === undefined ? words : h('a', { href: link }, words));
	});
	return h(
		'li',
		{},
		// The label may be in another language, of another direction, than the verdict.
		h('bdi', {}, text(requirement.label)),
		': ',
		h('b', {}, describeVerdict(result.verdict, translate)),
		evidence.length ? h('ul', {}, ...evidence) : null,
		'of' in requirement && result.parts ? listOf(requirement.of, result.parts, account) : null,
	);
}
