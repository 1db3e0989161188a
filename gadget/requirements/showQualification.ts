import type { Course } from '../../shared/programme/schema.ts';
import { assess } from '../../shared/rules/assess.ts';
import { fill, h } from '../ui/h.ts';
import { say } from '../ui/msg.ts';
import type { Applying } from '../course/applying.ts';
import { createWiki } from '../wiki/mwWiki.ts';
import { readFacts } from './readFacts.ts';
import { requirementList } from './requirementList.ts';

/** Do I qualify? Nothing here locks the form: a person looks at what is `not met` or `unknown`. */
export async function showQualification(applying: Applying, place: HTMLElement): Promise<void> {
	const { account } = applying;
	const course = withoutAnswers(applying.course);
	if (!course.requirements.length) return;
	const facts = await readFacts(createWiki(account), course, account);
	const eligibility = assess(NOTHING_SAID, facts, course, nowOf(facts.local));
	fill(
		place,
		h(
			'section',
			{ class: 'wikilearn-card wikilearn-qualification' },
			h('h3', {}, say('wikilearn-form-qualify')),
			requirementList(course, eligibility, account),
			eligibility.verdict === 'met' ? null : h('p', {}, say('wikilearn-form-qualify-look')),
		),
	);
}

const NOTHING_SAID = { course: '', answers: {}, email: 'not sent' } as const;

/** What is judged by the answers cannot be told before there are some. */
function withoutAnswers(course: Course): Course {
	return { ...course, requirements: course.requirements.filter(({ kind }) => kind !== 'answer') };
}

/** The wiki's clock, where it answered. */
function nowOf(local: { readonly known: boolean; readonly at?: string }): string {
	return local.at ?? new Date().toISOString();
}
