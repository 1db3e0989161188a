import type { Course } from '../../shared/programme/schema.ts';
import { assessApplication } from '../../shared/rules/assessApplication.ts';
import { fill, h } from '../ui/h.ts';
import { msg } from '../ui/msg.ts';
import type { ApplicationContext } from '../course/applicationContext.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import { readAccountFacts } from './readAccountFacts.ts';
import { requirementList } from './requirementList.ts';

/** Shows whether the reader qualifies. Never blocks the form: people review `not met` and `unknown`. */
export async function showRequirements(context: ApplicationContext, container: HTMLElement): Promise<void> {
	const { account } = context;
	const course = withoutAnswerRequirements(context.course);
	if (!course.requirements.length) return;
	const facts = await readAccountFacts(createWiki(account), course, account);
	const eligibility = assessApplication(EMPTY_APPLICATION, facts, course, wikiTime(facts.local));
	fill(
		container,
		h(
			'section',
			{ class: 'wikilearn-card wikilearn-requirements-check' },
			h('h3', {}, msg('wikilearn-form-qualify')),
			requirementList(course, eligibility, account),
			eligibility.verdict === 'met' ? null : h('p', {}, msg('wikilearn-form-qualify-look')),
		),
	);
}

const EMPTY_APPLICATION = { course: '', answers: {}, email: 'not sent' } as const;

/** Removes requirements about answers: there are no answers yet. */
function withoutAnswerRequirements(course: Course): Course {
	return { ...course, requirements: course.requirements.filter(({ kind }) => kind !== 'answer') };
}

/** The wiki's clock, if the wiki responded. */
function wikiTime(local: { readonly known: boolean; readonly at?: string }): string {
	return local.at ?? new Date().toISOString();
}
