import course from './course.json' with { type: 'json' };
import { INIT_QUESTIONS, type InitValues, type InitQuestion } from './questions.ts';
import scholarship from './scholarship.json' with { type: 'json' };

/** The templates for new programmes. */
export const TEMPLATES: Readonly<Record<string, unknown>> = { course, scholarship };

/**
 * The template with the answers filled in: a draft whose ids `deploy` completes. Answers are validated where drafts
 * are read.
 */
export function fillTemplate(template: string, values: InitValues): unknown {
	const programme: unknown = structuredClone(TEMPLATES[template]);
	for (const question of INIT_QUESTIONS) {
		const value = values[question.option];
		if (value !== undefined) setPath(programme, question.path, parseInput(question, value));
	}
	if (values.root !== undefined) setPath(programme, 'log.page', `${values.root.trim()}/Log`);
	return programme;
}

/** A date becomes an instant; an instant is kept. */
function parseInput({ format }: InitQuestion, input: string): unknown {
	const text = input.trim();
	const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
	switch (format) {
		case undefined:
			return text;
		case 'number':
			return /^-?\d+$/.test(text) ? Number(text) : text;
		case 'names':
			return text
				.split(',')
				.map((name) => name.trim())
				.filter((name) => name !== '')
				.map((name) => ({ name }));
		case 'from-midnight':
			return isDay ? `${text}T00:00:00Z` : text;
		case 'to-end-of-day':
			return isDay ? `${text}T23:59:59-12:00` : text;
		case 'noon':
			return isDay ? `${text}T12:00:00Z` : text;
	}
}

/** @param path `courses[0].title` */
function setPath(target: unknown, path: string, value: unknown): void {
	const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
	const last = steps.pop() ?? '';
	const parent = steps.reduce<unknown>(
		(parent, step) => (isRecord(parent) ? parent[step] : undefined),
		target,
	);
	if (isRecord(parent)) parent[last] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
