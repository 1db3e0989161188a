import * as v from 'valibot';
import { instantProblem } from './instantProblem.ts';
import { byteLength, maxUserNameBytes, titleProblem, userNameProblem } from './title.ts';

/*
 * The kinds of values that a programme page is made of. `expected` and `examples` are what a person is told who wrote
 * something else; the reference page and the JSON Schema take them from here too.
 */

/** What is said about a kind of value: what is right, and an example of it. */
function told<T>(expected: string, ...examples: unknown[]) {
	// Without examples of its own, a kind keeps those of the kind that it narrows.
	const more = examples.length === 0 ? {} : { examples };
	return v.metadata<T, { expected: string; examples?: unknown[] }>({ expected, ...more });
}

/** What a value is for, as the reference page and editors say it. */
export function described<const T extends v.GenericSchema>(schema: T, description: string) {
	return v.pipe(schema, v.description<v.InferOutput<T>, string>(description));
}

/** Only runs on text of the right type; `problem` says in English what is wrong with it, or null. */
function unless(problem: (text: string) => string | null) {
	return v.rawCheck<string>(({ dataset, addIssue }) => {
		const message = dataset.typed ? problem(dataset.value) : null;
		if (message !== null) addIssue({ message });
	});
}

export const languageCode = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,12}(-[a-z0-9]{1,12}){0,4}$/),
	told('a MediaWiki language code in small letters', 'en', 'pt-br'),
);

const words = v.pipe(
	v.string(),
	v.regex(/\S/),
	v.maxLength(2000),
	told('text of 1 to 2000 characters', 'Motivation'),
);

/** A text in one language, or in several: `{"en": "Why?", "es": "¿Por qué?"}`. Keys are MediaWiki language codes. */
export const localText = v.pipe(
	v.union([words, v.pipe(v.record(languageCode, words), v.minEntries(1))]),
	told('a text, or a text for each language', 'Why?', { en: 'Why?', es: '¿Por qué?' }),
);
export type LocalText = v.InferOutput<typeof localText>;

export const instant = v.pipe(
	v.string(),
	unless(instantProblem),
	told('a date and time with its offset from UTC', '2021-01-14T23:59:59-12:00'),
);

export const id = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]*$/),
	v.maxLength(40),
	told('a short name of small letters, digits and hyphens that starts with a letter', 'home-wiki'),
);

export const title = v.pipe(
	v.string(),
	unless(titleProblem),
	told('a page title', 'Community Development/WikiLearn/Partnership Building'),
);

/** A page below which accounts have subpages: `PAGE/Applications/USER NAME` must stay a legal title. */
const maxPageBytes = 255 - '/Applications/'.length - maxUserNameBytes;
export const pageWithSubpages = v.pipe(
	title,
	unless((text) =>
		byteLength(text) > maxPageBytes
			? `The title has ${byteLength(text)} bytes; with more than ${maxPageBytes}, "/Applications/" and a user name would not fit behind it.`
			: null,
	),
	told(`a page title of at most ${maxPageBytes} bytes`),
);

export const userName = v.pipe(
	v.string(),
	unless(userNameProblem),
	told('an account’s name, without "User:"', 'WikiLearnBot'),
);

export const identifier = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(1),
	v.maxValue(Number.MAX_SAFE_INTEGER),
	told('a whole number from 1', 4321),
);

/** Somebody with a role, and when they have it. */
export const person = v.pipe(
	v.strictObject({
		name: described(userName, 'Their name, for readers.'),
		id: described(identifier, 'Their user id, which a rename keeps. `deploy` fills it in.'),
		from: described(instant, 'What they did before does not count.'),
		until: v.optional(
			described(
				instant,
				'What they do after does not count. What they did before still does: removing the row would void it.',
			),
		),
	}),
	told('an account’s name, its user id, and from when on it counts', {
		name: 'ExampleReviewer',
		id: 1234,
		from: '2020-12-01T00:00:00Z',
	}),
);

export const address = v.pipe(
	v.string(),
	v.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/),
	v.maxLength(254),
	told('an email address', 'team@example.org'),
);

export const httpsOrTitle = v.pipe(
	v.string(),
	unless((text) => {
		if (/^http:/i.test(text)) return 'Use https://, not http://.';
		return /^https:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/.test(text) ? null : titleProblem(text);
	}),
	v.maxLength(500),
	told('an https address or a page title', 'https://foundation.wikimedia.org/wiki/Privacy_policy'),
);

export const group = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9_-]*$/i),
	v.maxLength(100),
	told('a user group’s internal name', 'sysop'),
);

export function whole(min: number, max: number, example: number) {
	return v.pipe(
		v.number(),
		v.integer(),
		v.minValue(min),
		v.maxValue(max),
		told(`a whole number from ${min} to ${max}`, example),
	);
}

export const yesOrNo = v.pipe(v.boolean(), told('true or false', true));

/** Hours a week may be halves; a question's limits may be negative. */
export function amount(min: number, max: number, example: number) {
	return v.pipe(
		v.number(),
		v.minValue(min),
		v.maxValue(max),
		told(`a number from ${min} to ${max}`, example),
	);
}

/** A list with its bounds: without them a slip of the keyboard could cost every reader memory. */
export function list<const T extends v.GenericSchema>(item: T, min: number, max: number, example?: unknown) {
	return v.pipe(
		v.array(item),
		v.minLength(min),
		v.maxLength(max),
		told(`a list of ${min} to ${max} items in square brackets`, ...(example === undefined ? [] : [example])),
	);
}
