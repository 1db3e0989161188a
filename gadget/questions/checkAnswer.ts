import { readAnswer } from '../../shared/application/answerValue.ts';
import type { Question } from '../../shared/programme/schema.ts';
import { msg } from '../ui/msg.ts';

const PUBLIC_TEXT_TYPES: readonly Question['type'][] = ['short-text', 'long-text', 'language', 'wiki'];
const CHOICE_TYPES: readonly Question['type'][] = ['one-of', 'some-of', 'availability'];
/** The same pattern as the programme's check of the team's address. */
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Why an answer is invalid, as a message that says what to do; null if it is valid. */
export function checkAnswer(
	question: Question,
	answer: string,
	containsContactDetails: (answer: string) => boolean,
): string | null {
	if (answer === '') return question.required ? describeMissing(question) : null;
	const lengthProblem = checkLength(question, Array.from(answer).length);
	if (lengthProblem !== null) return lengthProblem;
	if (PUBLIC_TEXT_TYPES.includes(question.type) && containsContactDetails(answer)) {
		return msg('wikilearn-form-contact');
	}
	if (question.type === 'private-email') {
		return EMAIL.test(answer) ? null : msg('wikilearn-form-email-wrong');
	}
	return checkValue(question, answer);
}

function checkValue(question: Question, answer: string): string | null {
	const parsed = readAnswer(question, answer);
	switch (question.type) {
		case 'some-of':
			return parsed.ok && parsed.type === 'some-of' ? checkCount(question, parsed.value.length) : null;
		case 'number':
			return parsed.ok && parsed.type === 'number'
				? checkNumber(question, parsed.value)
				: msg('wikilearn-form-not-a-number');
		case 'language':
			return parsed.ok ? null : msg('wikilearn-form-language-wrong');
		case 'wiki':
			return parsed.ok ? null : msg('wikilearn-form-wiki-wrong');
		case 'time-zone':
			return parsed.ok && isTimeZone(answer) ? null : msg('wikilearn-form-time-zone-wrong');
		case 'short-text':
		case 'long-text':
		case 'one-of':
		case 'commitment':
		case 'availability':
		case 'private-email':
			return null;
	}
}

function describeMissing({ type }: Question): string {
	if (type === 'commitment') return msg('wikilearn-form-missing-commitment');
	return msg(CHOICE_TYPES.includes(type) ? 'wikilearn-form-missing-choice' : 'wikilearn-form-missing');
}

function checkLength(question: Question, length: number): string | null {
	if (question.type !== 'short-text' && question.type !== 'long-text') return null;
	const { maxLength } = question;
	if (maxLength !== undefined && length > maxLength) {
		return msg('wikilearn-form-too-long', maxLength, length - maxLength);
	}
	const minLength = question.type === 'long-text' ? question.minLength : undefined;
	return minLength !== undefined && length < minLength
		? msg('wikilearn-form-too-short', minLength, length)
		: null;
}

function checkCount({ min, max }: Extract<Question, { type: 'some-of' }>, count: number): string | null {
	if (min !== undefined && count < min) return msg('wikilearn-form-too-few', min);
	return max !== undefined && count > max ? msg('wikilearn-form-too-many', max) : null;
}

function checkNumber({ min, max }: Extract<Question, { type: 'number' }>, value: number): string | null {
	if (min !== undefined && value < min) return msg('wikilearn-form-too-small', min);
	return max !== undefined && value > max ? msg('wikilearn-form-too-large', max) : null;
}

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
