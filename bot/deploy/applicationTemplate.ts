import { encodeAnswer } from '../../shared/application/answerWikitext.ts';
import { localize } from '../../shared/programme/localize.ts';
import type { Course, Programme, Question } from '../../shared/programme/schema.ts';
import type { OwnPage } from './ownPages.ts';

/** The template for displaying applications, generated from the programme: a heading, and all courses' questions. */
export function applicationTemplate(programme: Programme): OwnPage {
	const rows = publicQuestions(programme.courses).map((question) => {
		const label = encodeAnswer(localize(question.label, programme.language));
		return `{{#if:{{{${question.id}|}}}|<dt>${label}</dt><dd>${renderAnswer(question, programme)}</dd>}}`;
	});
	const text = [
		'<includeonly><div class="wikilearn-application-answers">',
		`'''${renderCourseTitle(programme)}'''`,
		'<dl>',
		...rows,
		'</dl>',
		'</div></includeonly><noinclude>An application for a course. The form writes it; it can be filled in by hand as well.',
		`<templatedata>\n${JSON.stringify(templateData(programme), null, '\t')}\n</templatedata></noinclude>`,
	].join('\n');
	return { title: 'Template:WikiLearn application', text, policy: 'whole' };
}

/** How an answer is displayed: for a choice, the label of the option id on the page. */
function renderAnswer({ id, type }: Question, { courses, language }: Programme): string {
	const answer = `{{{${id}}}}`;
	if (type === 'commitment') return `{{#ifeq:${answer}|yes|✓|${answer}}}`;
	if (type !== 'one-of') return answer;
	const labels = new Map(
		courses
			.flatMap(({ questions }) => questions)
			.flatMap((question) => (question.id === id && question.type === 'one-of' ? question.options : []))
			.map((option) => [option.id, encodeAnswer(localize(option.label, language))]),
	);
	const cases = [...labels].map(([option, label]) => `|${option}=${label}`);
	return `{{#switch:${answer}${cases.join('')}|#default=${answer}}}`;
}

/** The preload for a new talk section, linked for users without JavaScript: an empty application for one course. */
export function preloadTemplate(programme: Programme, course: Course): OwnPage {
	const lines = publicQuestions([course]).map(
		(question) =>
			`<!-- ${describeQuestion(question, programme.language).replace(/-->/g, '')} -->\n| ${question.id} = `,
	);
	const text = `{{WikiLearn application\n| course = ${course.id}\n| email = not sent\n${lines.join('\n')}\n}}\n~~<noinclude></noinclude>~~`;
	return { title: preloadTitle(course), text, policy: 'whole' };
}

/** The hint for users who fill in the template by hand. */
function describeQuestion(question: Question, language: string): string {
	const label = localize(question.label, language);
	if (question.type === 'commitment') return `${label} (yes)`;
	if (question.type !== 'one-of' && question.type !== 'some-of') return label;
	return `${label} (${question.options.map(({ id }) => id).join(', ')})`;
}

export function preloadTitle(course: Course): string {
	return `Template:WikiLearn application/preload/${course.id}`;
}

/** Every question answered on the page, once, even if several courses ask it. */
function publicQuestions(courses: readonly Course[]): readonly Question[] {
	const byId = new Map<string, Question>();
	for (const question of courses.flatMap(({ questions }) => questions)) {
		if (question.type !== 'private-email' && !byId.has(question.id)) byId.set(question.id, question);
	}
	return [...byId.values()];
}

function renderCourseTitle({ courses, language }: Programme): string {
	const cases = courses.map(
		({ id, page, title }) => `|${id}=[[${page}|${encodeAnswer(localize(title, language))}]]`,
	);
	return `{{#switch:{{{course|}}}${cases.join('')}|#default={{{course|}}}}}`;
}

function templateData(programme: Programme): unknown {
	const params: Record<string, unknown> = {
		course: {
			description: `One of: ${programme.courses.map(({ id }) => id).join(', ')}`,
			required: true,
			type: 'string',
		},
		email: {
			description: '“sent” once the team has the preferred address. Never the address itself.',
			type: 'string',
		},
		'interface language': {
			description:
				'The code of the language in which the applicant reads the wiki, as for notices. The form fills it in.',
			type: 'string',
		},
		save: { description: 'Another one with every save. The form fills it in.', type: 'string' },
	};
	for (const { id, label } of publicQuestions(programme.courses)) {
		params[id] = { label: localize(label, programme.language), type: 'content' };
	}
	return { description: 'An application for a course.', format: 'block', params };
}
