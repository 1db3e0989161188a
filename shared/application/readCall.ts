import type { Call, Param } from '../wikitext/findCalls.ts';
import type { Application } from './application.ts';
import { decodeAnswer } from './decodeAnswer.ts';
import { ownParameter, parameterNames, type OwnParameter } from './parameterNames.ts';

/** What is odd about an application on a page. `start` is the offset of the call's `{{`. */
export type ReadProblem =
	/** The call's `}}` is missing: nothing of it is read. */
	| { readonly kind: 'unclosed-template'; readonly start: number }
	/** There are more calls than are read; what stands below this one may be left out. */
	| { readonly kind: 'too-many'; readonly start: number }
	/** The application is read, with an empty course. */
	| { readonly kind: 'missing-course'; readonly start: number }
	/** A second call for the same course in the same section. Both are read. */
	| { readonly kind: 'duplicate-call'; readonly start: number; readonly course: string }
	/** The same parameter twice: the last one counts, as in MediaWiki. */
	| { readonly kind: 'duplicate-parameter'; readonly start: number; readonly name: string }
	/** A value without a name, as a `|` in hand-written text makes it. It is read as the answer `1`, `2` … */
	| { readonly kind: 'unnamed-parameter'; readonly start: number; readonly name: string }
	/** An address where only `sent` should stand. It is not read: the team is asked to remove it. */
	| { readonly kind: 'address-on-page'; readonly start: number };

export interface ReadCall {
	readonly application: Application;
	readonly problems: readonly ReadProblem[];
}

/** What a call of the application template says. Of parameters given twice the last counts, even when empty. */
export function readCall(call: Call): ReadCall {
	const { start } = call;
	const problems: ReadProblem[] = [];
	const given = new Map<string, string>();
	call.params.forEach((param) => {
		if (isStray(param)) return;
		const { name } = param;
		if (given.has(name)) problems.push({ kind: 'duplicate-parameter', start, name });
		if (param.positional) problems.push({ kind: 'unnamed-parameter', start, name });
		given.set(name, decodeAnswer(param.value));
	});
	const course = ownValue(given, 'course');
	const email = ownValue(given, 'email');
	if (course === '') problems.push({ kind: 'missing-course', start });
	if (email.includes('@')) problems.push({ kind: 'address-on-page', start });
	const language = ownValue(given, 'language');
	const save = ownValue(given, 'save');
	const application: Application = {
		course,
		answers: answersOf(given),
		email: email.toLowerCase() === 'sent' ? 'sent' : 'not sent',
		...(/^[a-z]{2,12}(?:-[a-z0-9]{1,12}){0,4}$/.test(language) ? { language } : {}),
		...(/^[a-z0-9]{6,16}$/.test(save) ? { save } : {}),
	};
	return { application, problems };
}

/** `{{name|a=b|}}`: nothing between the last `|` and the end. */
function isStray(param: Param): boolean {
	return param.positional && param.value.trim() === '';
}

/** Under its present name, or the first older one that has a value. */
function ownValue(given: ReadonlyMap<string, string>, own: OwnParameter): string {
	const name = parameterNames[own].find((candidate) => (given.get(candidate) ?? '') !== '');
	return name === undefined ? '' : (given.get(name) ?? '').trim();
}

/** Has no properties and inherits none. What has no prototype at all is kept as a hash table, four times as large. */
const nothing: unknown = Object.freeze(Object.create(null));

/** In the page's order, without a prototype to speak of: a parameter may be called `constructor`. */
function answersOf(given: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
	const answers = Object.create(nothing as object) as Record<string, string>;
	given.forEach((value, name) => {
		if (!ownParameter(name)) answers[name] = value;
	});
	return answers;
}
