import { readAnswer } from '../../shared/application/answerValue.ts';
import type { Question } from '../../shared/programme/schema.ts';
import { say } from '../ui/msg.ts';

const publicTexts: readonly Question['type'][] = ['short-text', 'long-text', 'language', 'wiki'];
const chosen: readonly Question['type'][] = ['one-of', 'some-of', 'availability'];
/** As the programme's check has it, for the team's own address. */
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** What is wrong with an answer, in words that say what to do; null if nothing is. */
export function checkAnswer(
	question: Question,
	answer: string,
	holdsContact: (answer: string) => boolean,
): string | null {
	if (answer === '') return question.required ? missing(question) : null;
	const long = tooLongOrShort(question, Array.from(answer).length);
	if (long !== null) return long;
	if (publicTexts.includes(question.type) && holdsContact(answer)) {
		return say('wikilearn-form-contact');
	}
	if (question.type === 'private-email') {
		return EMAIL.test(answer) ? null : say('wikilearn-form-email-wrong');
	}
	return wrongValue(question, answer);
}

function wrongValue(question: Question, answer: string): string | null {
	const read = readAnswer(question, answer);
	switch (question.type) {
		case 'some-of':
			return read.ok && read.type === 'some-of' ? wrongCount(question, read.value.length) : null;
		case 'number':
			return read.ok && read.type === 'number'
				? wrongNumber(question, read.value)
				: say('wikilearn-form-not-a-number');
		case 'language':
			return read.ok ? null : say('wikilearn-form-language-wrong');
		case 'wiki':
			return read.ok ? null : say('wikilearn-form-wiki-wrong');
		case 'time-zone':
			return read.ok && isTimeZone(answer) ? null : say('wikilearn-form-time-zone-wrong');
		case 'short-text':
		case 'long-text':
		case 'one-of':
		case 'commitment':
		case 'availability':
		case 'private-email':
			return null;
	}
}

function missing({ type }: Question): string {
	if (type === 'commitment') return say('wikilearn-form-missing-commitment');
	return say(chosen.includes(type) ? 'wikilearn-form-missing-choice' : 'wikilearn-form-missing');
}

function tooLongOrShort(question: Question, length: number): string | null {
	if (question.type !== 'short-text' && question.type !== 'long-text') return null;
	const { maxLength } = question;
	if (maxLength !== undefined && length > maxLength) {
		return say('wikilearn-form-too-long', maxLength, length - maxLength);
	}
	const minLength = question.type === 'long-text' ? question.minLength : undefined;
	return minLength !== undefined && length < minLength
		? say('wikilearn-form-too-short', minLength, length)
		: null;
}

function wrongCount({ min, max }: Extract<Question, { type: 'some-of' }>, count: number): string | null {
	if (min !== undefined && count < min) return say('wikilearn-form-too-few', min);
	return max !== undefined && count > max ? say('wikilearn-form-too-many', max) : null;
}

function wrongNumber({ min, max }: Extract<Question, { type: 'number' }>, value: number): string | null {
	if (min !== undefined && value < min) return say('wikilearn-form-too-small', min);
	return max !== undefined && value > max ? say('wikilearn-form-too-large', max) : null;
}

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
