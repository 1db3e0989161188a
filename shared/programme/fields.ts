import * as v from 'valibot';
import { byteLength, MAX_USER_NAME_BYTES, findTitleProblem, findUserNameProblem } from './title.ts';

/*
 * The value types of a programme page. `expected` and `examples` appear in error messages, the reference page and the
 * JSON Schema.
 */

/** Attaches the description of valid values, and examples. */
function withExpected<T>(expected: string, ...examples: unknown[]) {
	// Without its own examples, a type keeps those of the type that it narrows.
	const examplesMetadata = examples.length === 0 ? {} : { examples };
	return v.metadata<T, { expected: string; examples?: unknown[] }>({ expected, ...examplesMetadata });
}

/** Describes what a value is for, in the reference page and in editors. */
export function withDescription<const T extends v.GenericSchema>(schema: T, description: string) {
	return v.pipe(schema, v.description<v.InferOutput<T>, string>(description));
}

/** Rejects a text if `findProblem` returns an English description of the problem. Runs only on strings. */
function rejectIf(findProblem: (text: string) => string | null) {
	return v.rawCheck<string>(({ dataset, addIssue }) => {
		const message = dataset.typed ? findProblem(dataset.value) : null;
		if (message !== null) addIssue({ message });
	});
}

export const languageCode = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,12}(-[a-z0-9]{1,12}){0,4}$/),
	withExpected('a MediaWiki language code in small letters', 'en', 'pt-br'),
);

const singleText = v.pipe(
	v.string(),
	v.regex(/\S/),
	v.maxLength(2000),
	withExpected('text of 1 to 2000 characters', 'Motivation'),
);

/** A text in one language, or in several: `{"en": "Why?", "es": "¿Por qué?"}`. Keys are MediaWiki language codes. */
export const localText = v.pipe(
	v.union([singleText, v.pipe(v.record(languageCode, singleText), v.minEntries(1))]),
	withExpected('a text, or a text for each language', 'Why?', { en: 'Why?', es: '¿Por qué?' }),
);

export type LocalText = v.InferOutput<typeof localText>;

export const instant = v.pipe(
	v.string(),
	rejectIf(findInstantProblem),
	withExpected('a date and time with its offset from UTC', '2021-01-14T23:59:59-12:00'),
);

export const id = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]*$/),
	v.maxLength(40),
	withExpected('a short name of small letters, digits and hyphens that starts with a letter', 'home-wiki'),
);

export const title = v.pipe(
	v.string(),
	rejectIf(findTitleProblem),
	withExpected('a page title', 'Community Development/WikiLearn/Partnership Building'),
);

/** Subpage titles `PAGE/Applications/USER NAME` must stay within MediaWiki's limit. */
const MAX_PAGE_BYTES = 255 - '/Applications/'.length - MAX_USER_NAME_BYTES;
export const pageWithSubpages = v.pipe(
	title,
	rejectIf((text) =>
		byteLength(text) > MAX_PAGE_BYTES
			? `The title has ${byteLength(text)} bytes; with more than ${MAX_PAGE_BYTES}, "/Applications/" and a user name would not fit behind it.`
			: null,
	),
	withExpected(`a page title of at most ${MAX_PAGE_BYTES} bytes`),
);

export const userName = v.pipe(
	v.string(),
	rejectIf(findUserNameProblem),
	withExpected('an account’s name, without "User:"', 'WikiLearnBot'),
);

export const numericId = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(1),
	v.maxValue(Number.MAX_SAFE_INTEGER),
	withExpected('a whole number from 1', 4321),
);

/** A person with a role, and the period of the role. */
export const person = v.pipe(
	v.strictObject({
		name: withDescription(userName, 'Their name, for readers.'),
		id: withDescription(numericId, 'Their user id, which a rename keeps. `deploy` fills it in.'),
		from: withDescription(instant, 'What they did before does not count.'),
		until: v.optional(
			withDescription(
				instant,
				'What they do after does not count. What they did before still does: removing the row would void it.',
			),
		),
	}),
	withExpected('an account’s name, its user id, and from when on it counts', {
		name: 'ExampleReviewer',
		id: 1234,
		from: '2020-12-01T00:00:00Z',
	}),
);

export const emailAddress = v.pipe(
	v.string(),
	v.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/),
	v.maxLength(254),
	withExpected('an email address', 'team@example.org'),
);

export const urlOrTitle = v.pipe(
	v.string(),
	rejectIf((text) => {
		if (/^http:/i.test(text)) return 'Use https://, not http://.';
		return /^https:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/.test(text) ? null : findTitleProblem(text);
	}),
	v.maxLength(500),
	withExpected('an https address or a page title', 'https://foundation.wikimedia.org/wiki/Privacy_policy'),
);

export const groupName = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9_-]*$/i),
	v.maxLength(100),
	withExpected('a user group’s internal name', 'sysop'),
);

export function wholeNumber(min: number, max: number, example: number) {
	return v.pipe(
		v.number(),
		v.integer(),
		v.minValue(min),
		v.maxValue(max),
		withExpected(`a whole number from ${min} to ${max}`, example),
	);
}

export const trueOrFalse = v.pipe(v.boolean(), withExpected('true or false', true));

/** Hours per week may be fractions; a question's limits may be negative. */
export function decimalNumber(min: number, max: number, example: number) {
	return v.pipe(
		v.number(),
		v.minValue(min),
		v.maxValue(max),
		withExpected(`a number from ${min} to ${max}`, example),
	);
}

/** A list with length limits, so that a typing error cannot exhaust every reader's memory. */
export function list<const T extends v.GenericSchema>(item: T, min: number, max: number, example?: unknown) {
	return v.pipe(
		v.array(item),
		v.minLength(min),
		v.maxLength(max),
		withExpected(
			`a list of ${min} to ${max} items in square brackets`,
			...(example === undefined ? [] : [example]),
		),
	);
}

const INSTANT_PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-](\d\d):(\d\d))?$/;
function toNumber(digits: string | undefined): number {
	return Number(digits ?? 0);
}

function countDays(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Why a text is not a valid instant, in English, or null. Requires ISO 8601 with a UTC offset and an existing date.
 * `Date.parse` alone accepts 30 February, and reads times without an offset as local time.
 */
function findInstantProblem(text: string): string | null {
	const parts = INSTANT_PATTERN.exec(text);
	if (!parts) return 'Write year-month-dayThour:minute:second and the offset from UTC.';
	if (parts[7] === undefined) {
		return 'The offset from UTC is missing at the end, for example Z, +05:30 or -12:00.';
	}
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(toNumber);
	if (month < 1 || month > 12 || day < 1 || day > countDays(year, month)) return 'There is no such day.';
	if (hour > 23 || minute > 59 || second > 59) return 'There is no such time; midnight is 00:00:00.';
	if (toNumber(parts[8]) * 60 + toNumber(parts[9]) > 14 * 60 || toNumber(parts[9]) > 59) {
		return 'There is no such offset; they go from -12:00 to +14:00.';
	}
	return null;
}
