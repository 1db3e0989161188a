import { writeApplication } from '../../shared/application/writeApplication.ts';
import type { Course, Question } from '../../shared/programme/schema.ts';
import type { ImportedPage } from '../wiki/importXml.ts';

/** Of three applications one is for the first course, which is the one that asks for rights. */
const ONE_IN = 3;

export interface Courses {
	readonly courses: readonly Course[];
}

export interface Person {
	readonly name: string;
	readonly course: Course;
	readonly title: string;
	/** The page as the form saves it. */
	readonly text: string;
}

/** The nth applicant of a programme with two courses: the same each time. */
export function createPerson(programme: Courses, index: number): Person {
	const course = programme.courses[index % ONE_IN === 0 ? 0 : 1];
	if (!course) throw new Error('two courses are needed');
	const name = `Person ${index}`;
	const answers = Object.fromEntries(
		course.questions
			.filter(({ type }) => type !== 'private-email')
			.map((question) => [question.id, sampleAnswer(question, index)]),
	);
	return {
		name,
		course,
		title: `${course.page}/Applications/${name}`,
		text: writeApplication({ course: course.id, answers, email: 'sent', nonce: saveIdOf(index) }),
	};
}

/** The form's random id of a save; here the same each time. */
function saveIdOf(index: number): string {
	return String(index).padStart(8, '0');
}

/** How many of the first n are for the course that asks for rights. */
export function countRightsApplications(n: number): number {
	return Math.ceil(n / ONE_IN);
}

export function toImportedPage({ name, title, text }: Person, timestamp: string): ImportedPage {
	return { title, revisions: [{ user: name, timestamp, text }] };
}

function pick(list: readonly string[], index: number): string {
	return list[index % list.length] ?? '';
}

function sampleAnswer(question: Question, index: number): string {
	switch (question.type) {
		case 'one-of':
		case 'some-of':
			return pick(
				question.options.map(({ id }) => id),
				index,
			);
		case 'commitment':
			return 'yes';
		case 'number':
			return String(question.min ?? 1);
		case 'language':
			return pick(['en', 'fr', 'ar', 'sw'], index);
		case 'wiki':
			return pick(['en.wikipedia.org', 'fr.wikipedia.org', 'hi.wikipedia.org'], index);
		case 'time-zone':
			return pick(zones, index);
		case 'availability':
			return pick(times, index);
		case 'private-email':
			return '';
		case 'short-text':
			return pick(['English, French', 'Arabic', 'Kiswahili and English'], index);
		case 'long-text':
			return `I am number ${index}. ${'I answer newcomers & patrol [[Special:RecentChanges|changes]]. '.repeat(4)}\n\n* and so on | more`;
	}
}

export const zones: readonly string[] = [
	'Europe/Paris',
	'Africa/Lagos',
	'Asia/Kathmandu',
	'America/St_Johns',
	'Asia/Kolkata',
	'America/Lima',
	'Australia/Sydney',
	'Asia/Tokyo',
	'Africa/Nairobi',
	'America/New_York',
	'America/Los_Angeles',
	'America/Sao_Paulo',
	'Europe/Kyiv',
	'Asia/Dhaka',
	'Asia/Manila',
	'UTC',
];

export const times: readonly string[] = [
	'mon can 16:00-20:00; wed rather 17:00-19:00',
	'tue rather 18:00-21:00; sat can 09:00-15:00',
	'wed can 18:00-22:00; thu rather 12:00-14:30',
	'sat rather 10:00-13:00; sun can 14:00-18:00',
	'mon can 06:00-09:00, can 18:00-22:00; fri rather 17:30-21:00',
	'tue can 12:00-14:00; thu can 19:00-22:00; sun rather 09:00-12:00',
	'wed rather 07:00-10:00; fri can 07:00-10:00',
];
