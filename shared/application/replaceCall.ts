import type { Call, Param } from '../wikitext/findCalls.ts';
import { trimBlanks } from '../wikitext/trimBlanks.ts';
import type { Application } from './application.ts';
import { ownParameter, parameterNames } from './parameterNames.ts';
import { readCall } from './readCall.ts';
import { writeParameters } from './writeParameters.ts';

/**
 * The page with another application in place of a call on it. What says the same already, and everything around the
 * call, stays byte for byte, comments and odd parameters too. Answers that the new application lacks are removed, new
 * ones go to the end.
 *
 * @param call as `readApplications` found it on this very text
 * @throws RangeError if a new question's id cannot name a parameter
 */
export function replaceCall(text: string, call: Call, application: Application): string {
	const changes = changedValues(call, application);
	const gone = removed(call, application);
	const touchesPositions = call.params.some(
		(param) => param.positional && (gone.has(param) || changes.has(param.name)),
	);
	const last = new Map(call.params.map((param): [string, Param] => [param.name, param]));
	let at = call.start;
	let written = '';
	for (const param of call.params) {
		const value = last.get(param.name) === param ? changes.get(param.name) : undefined;
		written += text.slice(at, param.start - (gone.has(param) ? 1 : 0));
		at = param.end;
		if (!gone.has(param)) written += writeParam(text, param, value, touchesPositions);
	}
	written += text.slice(at, call.end - 2) + newParameters(text, call, last, changes);
	return `${text.slice(0, call.start)}${written}}}${text.slice(call.end)}`;
}

/** The encoded values to write, by the parameter's name on this page. */
function changedValues(call: Call, application: Application): ReadonlyMap<string, string> {
	const { application: old } = readCall(call);
	const names = call.params.map(({ name }) => name);
	const changes = new Map<string, string>();
	const kept = { ...application, answers: changedAnswers(old, application) };
	for (const [name, value] of writeParameters(kept)) {
		const own = ownParameter(name);
		if (own && own !== 'withdrawn' && old[own] === application[own]) continue;
		const present = own ? effectiveName(call, parameterNames[own]) : name;
		changes.set(names.includes(present) ? present : name, value);
	}
	return changes;
}

function changedAnswers(old: Application, application: Application): Readonly<Record<string, string>> {
	const changed = Object.create(null) as Record<string, string>;
	Object.keys(application.answers).forEach((id) => {
		const answer = application.answers[id];
		if (answer !== undefined && answer !== old.answers[id]) changed[id] = answer;
	});
	return changed;
}

/** Which of a parameter's names has the value that counts; the present one if none has. */
function effectiveName(call: Call, names: readonly string[]): string {
	const named = (name: string): boolean =>
		call.params.some((param) => param.name === name && trimBlanks(param.value) !== '');
	return names.find(named) ?? names[0] ?? '';
}

function removed(call: Call, application: Application): ReadonlySet<Param> {
	const { application: old } = readCall(call);
	const isGone = {
		course: false,
		email: false,
		// What is there and means nothing stays, as what says the same does.
		language: application.language === undefined && old.language !== undefined,
		save: application.save === undefined && old.save !== undefined,
		withdrawn: false,
	};
	return new Set(
		call.params.filter((param) => {
			const own = ownParameter(param.name);
			if (own) return isGone[own];
			const stray = param.positional && param.value.trim() === '';
			return !stray && application.answers[param.name] === undefined;
		}),
	);
}

/** Values without a name get theirs when any of them changes: a `=` in one would name it, and the rest would shift. */
function writeParam(text: string, param: Param, value: string | undefined, nameIt: boolean): string {
	const blanks = /^[ \t\n]*/.exec(param.value)?.[0] ?? '';
	const name = param.positional && nameIt ? `${param.name} =` : text.slice(param.start, param.valueStart);
	if (value === undefined) return name + param.value;
	const trimmed = trimBlanks(param.value);
	const after = trimmed === '' ? '' : param.value.slice(param.value.indexOf(trimmed) + trimmed.length);
	return name + blanks + value + after;
}

function newParameters(
	text: string,
	call: Call,
	last: ReadonlyMap<string, Param>,
	changes: ReadonlyMap<string, string>,
): string {
	const lineBreak = text.charAt(call.end - 3) === '\n' ? '\n' : '';
	return Array.from(changes)
		.filter(([name]) => !last.has(name))
		.map(([name, value]) => `| ${name} = ${value}${lineBreak}`)
		.join('');
}
