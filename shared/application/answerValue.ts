import type { Question } from '../programme/schema.ts';
import { readAvailability, writeAvailability, type Availability } from './availability.ts';

/** The value of each question type. `private-email` has none: the address is never part of an answer. */
export interface AnswerValues {
	'short-text': string;
	'long-text': string;
	/** An option's id. */
	'one-of': string;
	/** Option ids, in the question's order. */
	'some-of': readonly string[];
	commitment: boolean;
	number: number;
	/** A MediaWiki or BCP 47 code, in lower case. */
	language: string;
	/** A database name (`metawiki`) or a host (`meta.wikimedia.org`), in lower case. */
	wiki: string;
	/** An IANA name (`Africa/Lagos`). */
	'time-zone': string;
	availability: Availability;
}

export type PublicQuestionType = keyof AnswerValues;

/** `unreadable`: not of the type. `unknown-option`: not an option of the question (any more). `private`: sent by email only. */
type AnswerProblem = 'empty' | 'unreadable' | 'unknown-option' | 'private';

type ParsedAnswer =
	| {
			readonly [T in PublicQuestionType]: {
				readonly ok: true;
				readonly type: T;
				readonly value: AnswerValues[T];
			};
	  }[PublicQuestionType]
	| { readonly ok: false; readonly problem: AnswerProblem; readonly found: string };

/**
 * Parses an answer's text as its question's type. Does not check limits (length, range, number of choices): an answer
 * that exceeds them is still the applicant's answer.
 */
export function readAnswer(question: Question, text: string): ParsedAnswer {
	const found = text.trim();
	const problem = (kind: AnswerProblem): ParsedAnswer => ({ ok: false, problem: kind, found });
	if (question.type === 'private-email') return problem('private');
	if (question.type === 'commitment') return readCommitment(found);
	if (found === '') return problem('empty');
	switch (question.type) {
		case 'short-text':
		case 'long-text':
			return { ok: true, type: question.type, value: text };
		case 'one-of':
			return hasOption(question, found)
				? { ok: true, type: 'one-of', value: found }
				: problem('unknown-option');
		case 'some-of':
			return readChoices(question, found);
		case 'number':
			return /^-?\d+(?:\.\d+)?$/.test(found)
				? { ok: true, type: 'number', value: Number(found) }
				: problem('unreadable');
		case 'language':
			return readCode('language', /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/, found);
		case 'wiki':
			return readCode(
				'wiki',
				/^(?:[a-z][a-z\d_]*|[a-z\d-]+(?:\.[a-z\d-]+)+)$/,
				found.replace(/^https?:\/\/([^/]+)(?:\/.*)?$/i, '$1'),
			);
		case 'time-zone':
			return /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z\d_+-]+){1,2})$/.test(found)
				? { ok: true, type: 'time-zone', value: found }
				: problem('unreadable');
		case 'availability': {
			const value = readAvailability(found);
			return value ? { ok: true, type: 'availability', value } : problem('unreadable');
		}
	}
}

/** Writes an answer as text for the page. The type excludes private email addresses. */
export function writeAnswer<T extends PublicQuestionType>(type: T, value: AnswerValues[T]): string {
	const answer = { type, value } as {
		[K in PublicQuestionType]: { type: K; value: AnswerValues[K] };
	}[PublicQuestionType];
	switch (answer.type) {
		case 'some-of':
			return answer.value.join(', ');
		case 'commitment':
			return answer.value ? 'yes' : '';
		case 'number':
			return String(answer.value);
		case 'availability':
			return writeAvailability(answer.value);
		case 'short-text':
		case 'long-text':
		case 'one-of':
		case 'language':
		case 'wiki':
		case 'time-zone':
			return answer.value;
	}
}

type ChoiceQuestion = Extract<Question, { readonly type: 'one-of' | 'some-of' }>;

function hasOption(question: ChoiceQuestion, id: string): boolean {
	return question.options.some((option) => option.id === id);
}

function readCommitment(found: string): ParsedAnswer {
	const word = found.toLowerCase();
	if (word === 'yes') return { ok: true, type: 'commitment', value: true };
	if (word === '' || word === 'no') return { ok: true, type: 'commitment', value: false };
	return { ok: false, problem: 'unreadable', found };
}

function readChoices(question: ChoiceQuestion, found: string): ParsedAnswer {
	const ids = found.split(/[,;\n]/).map((id) => id.trim());
	const chosen = ids.filter((id) => id !== '');
	if (!chosen.every((id) => hasOption(question, id))) return { ok: false, problem: 'unknown-option', found };
	const value = question.options.map(({ id }) => id).filter((id) => chosen.includes(id));
	return { ok: true, type: 'some-of', value };
}

function readCode(type: 'language' | 'wiki', pattern: RegExp, found: string): ParsedAnswer {
	const value = found.toLowerCase();
	return pattern.test(value) ? { ok: true, type, value } : { ok: false, problem: 'unreadable', found };
}
