import { findCalls, MAX_CALLS, type Call, type Param, normalizeTemplateName } from '../wikitext/findCalls.ts';
import { findSections, type Section } from '../wikitext/findSections.ts';
import type { Range, Scan } from '../wikitext/scan.ts';
import { scanWikitext } from '../wikitext/scanWikitext.ts';
import type { Application } from './application.ts';
import { decodeAnswer } from './answerWikitext.ts';
import {
	findTemplateParameter,
	PARAMETER_NAMES,
	TEMPLATE_NAMES,
	type TemplateParameter,
} from './templateParameters.ts';

export interface FoundApplication extends Range {
	readonly application: Application;
	readonly call: Call;
	/** Problems of the call itself. */
	readonly problems: readonly CallProblem[];
	/** The innermost section that contains the call; null above the first heading. */
	readonly section: Section | null;
}

export interface FoundApplications {
	/** In source order. */
	readonly applications: readonly FoundApplication[];
	readonly problems: readonly CallProblem[];
	/** The scan of the whole text, for reuse. */
	readonly scan: Scan;
}

/**
 * Reads every application on a page, regardless of author and format. Parameters that are not the template's own are
 * answers, whether the programme knows the question or not. Without a call, both lists are empty. Never throws.
 *
 * @param tags the wiki's extension tags, if known
 * @param previous the page's previous revision, read with the same tags: calls with the same source reuse its
 * `application` objects
 */
export function readApplications(
	text: string,
	tags?: readonly string[],
	previous?: FoundApplications,
): FoundApplications {
	const scan = scanWikitext(text, tags, previous?.scan);
	const { calls, unclosed } = findCalls(scan, isApplication, scan.unchangedUntil);
	const sections = findSections(scan);
	const readOrReuse = previous && calls.length > 0 ? reuseReads(previous) : readCall;
	const applications: FoundApplication[] = [];
	const add = (call: Call, { application, problems }: ParsedCall) => {
		const { start, end } = call;
		// A reused reading has the offset of its old position.
		const callProblems = problems.map((problem) => ({ ...problem, start }));
		applications.push({
			application,
			call,
			start,
			end,
			problems: callProblems,
			section: findInnermostSection(sections, start),
		});
	};
	for (const { call, application, problems } of previous?.applications ?? [])
		if (call.end <= scan.unchangedUntil) add(call, { application, problems });
	for (const call of calls)
		if (applications.length < MAX_CALLS) add(call, readOrReuse(call, text.slice(call.start, call.end)));
	const problems: readonly CallProblem[] = [
		...unclosed.map(({ start }) => ({ kind: 'unclosed-template' as const, start })),
		...applications.flatMap(({ problems }) => problems),
		...findDuplicateCalls(applications),
		...applications.slice(MAX_CALLS - 1).map(({ start }) => ({ kind: 'too-many' as const, start })),
	];
	return { applications, problems: [...problems].sort((a, b) => a.start - b.start), scan };
}

/** Like `readCall`, but reuses the readings of calls with the same source in the previous revision. */
function reuseReads({ applications, scan }: FoundApplications): (call: Call, source: string) => ParsedCall {
	const readsBySource = new Map(
		applications.map(({ start, end, application, problems }) => [
			scan.text.slice(start, end),
			{ application, problems },
		]),
	);
	return (call, source) => readsBySource.get(source) ?? readCall(call);
}

function isApplication(rawName: string): boolean {
	return TEMPLATE_NAMES.includes(normalizeTemplateName(rawName));
}

/** Sections are in source order and nested, so the last one that starts before `position` contains it. */
function findInnermostSection(sections: readonly Section[], position: number): Section | null {
	let low = 0;
	let high = sections.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sections[middle]?.start ?? 0) <= position) low = middle + 1;
		else high = middle;
	}
	return sections[low - 1] ?? null;
}

function findDuplicateCalls(applications: readonly FoundApplication[]): readonly CallProblem[] {
	const seen = new Set<string>();
	return applications
		.filter(({ application, section }) => {
			const key = `${section?.start ?? -1} ${application.course}`;
			const isDuplicate = seen.has(key);
			seen.add(key);
			return isDuplicate;
		})
		.map(({ application, start }) => ({ kind: 'duplicate-call', start, course: application.course }));
}

/** `{{name|a=b|}}`: nothing between the last `|` and the end. */
function isEmptyPositional(param: Param): boolean {
	return param.isPositional && param.value.trim() === '';
}

/** The value of the parameter's current name, or of the first older name that has one. */
function readTemplateParameter(values: ReadonlyMap<string, string>, parameter: TemplateParameter): string {
	const name = PARAMETER_NAMES[parameter].find((candidate) => (values.get(candidate) ?? '') !== '');
	return name === undefined ? '' : (values.get(name) ?? '').trim();
}

/** An empty prototype: V8 stores objects without any prototype as hash tables, which take four times the memory. */
const EMPTY_PROTOTYPE: unknown = Object.freeze(Object.create(null));
/** In page order. The prototype is empty because a parameter may be named `constructor`. */
function collectAnswers(values: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
	const answers = Object.create(EMPTY_PROTOTYPE as object) as Record<string, string>;
	values.forEach((value, name) => {
		if (!findTemplateParameter(name)) answers[name] = value;
	});
	return answers;
}

/** A problem of a call. `start` is the offset of its `{{`. */
type CallProblem =
	/** The `}}` is missing, so the call is not read. */
	| { readonly kind: 'unclosed-template'; readonly start: number }
	/** The page has more calls than the limit; those after this one may be left out. */
	| { readonly kind: 'too-many'; readonly start: number }
	/** The application is read, with an empty course. */
	| { readonly kind: 'missing-course'; readonly start: number }
	/** A second call for the same course in the same section. Both are read. */
	| { readonly kind: 'duplicate-call'; readonly start: number; readonly course: string }
	/** A parameter occurs twice. The last one counts, as in MediaWiki. */
	| { readonly kind: 'duplicate-parameter'; readonly start: number; readonly name: string }
	/** A value without a name, for example after a `|` in hand-written text. Read as the answer `1`, `2` … */
	| { readonly kind: 'unnamed-parameter'; readonly start: number; readonly name: string }
	/** An address where only `sent` is allowed. Not read: the team is asked to remove it. */
	| { readonly kind: 'address-on-page'; readonly start: number };
interface ParsedCall {
	readonly application: Application;
	readonly problems: readonly CallProblem[];
}

/** Reads a call of the application template. The last value of a repeated parameter counts, even if it is empty. */
function readCall(call: Call): ParsedCall {
	const { start } = call;
	const problems: CallProblem[] = [];
	const values = new Map<string, string>();
	call.params.forEach((param) => {
		if (isEmptyPositional(param)) return;
		const { name } = param;
		if (values.has(name)) problems.push({ kind: 'duplicate-parameter', start, name });
		if (param.isPositional) problems.push({ kind: 'unnamed-parameter', start, name });
		values.set(name, decodeAnswer(param.value));
	});
	const course = readTemplateParameter(values, 'course');
	const email = readTemplateParameter(values, 'email');
	if (course === '') problems.push({ kind: 'missing-course', start });
	if (email.includes('@')) problems.push({ kind: 'address-on-page', start });
	const language = readTemplateParameter(values, 'language');
	const save = readTemplateParameter(values, 'save');
	const application: Application = {
		course,
		answers: collectAnswers(values),
		email: email.toLowerCase() === 'sent' ? 'sent' : 'not sent',
		...(/^[a-z]{2,12}(?:-[a-z0-9]{1,12}){0,4}$/.test(language) ? { language } : {}),
		...(/^[a-z0-9]{6,16}$/.test(save) ? { nonce: save } : {}),
	};
	return { application, problems };
}
