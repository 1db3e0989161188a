import { decodeAnswer } from '../../../shared/application/decodeAnswer.ts';
import { findCalls, type Call } from '../../../shared/wikitext/findCalls.ts';
import { scanWikitext } from '../../../shared/wikitext/scanWikitext.ts';
import { HEAD_TEMPLATE } from '../renderHead.ts';
import { ROW_TEMPLATE } from '../renderRow.ts';

/** What a status region says about an application. */
export interface ShownRow {
	readonly course: string;
	readonly state: string;
	readonly user: string;
	readonly page: string;
	/** What readers see of it, without what is told apart below. */
	readonly seen: string;
	/** The place on the waitlist, or the end of the offer, as readers see it. */
	readonly standing: string;
	/** The edit behind it that readers are shown. */
	readonly diff: string;
}

export interface ShownHead {
	readonly phase: string;
	readonly taken: number;
	readonly seats: number;
	readonly total: number;
	/** Who is next on the waitlist; empty: nobody. */
	readonly next: string;
}

/** What a status region says, read off the page itself. */
export interface Shown {
	/** By a key that an application keeps. */
	readonly rows: ReadonlyMap<string, ShownRow>;
	/** By course; none on the parts after the first. */
	readonly heads: ReadonlyMap<string, ShownHead>;
	/** The region without what is for the bot alone: alike, if readers see the same. */
	readonly seen: string;
}

/** Parameters that the templates do not show. */
const unseen = new Set(['id', 'course', 'key', 'user', 'taken', 'seats', 'total', 'next']);

/** Parameters of a row that say something of their own. */
const toldApart = ['standing', 'diff'];

/** The inverse of `renderRow` and `renderHead`, as far as a summary needs it; whatever people did to it, it never throws. */
export function readShown(region: string): Shown {
	const scan = scanWikitext(region);
	const { calls } = findCalls(scan, (name) => [ROW_TEMPLATE, HEAD_TEMPLATE].includes(name.trim()));
	const rows = new Map<string, ShownRow>();
	const heads = new Map<string, ShownHead>();
	const seen: string[] = [];
	let end = 0;
	for (const call of calls) {
		const params = new Map(call.params.map(({ name, value }) => [name, decodeAnswer(value)]));
		const param = (name: string) => params.get(name) ?? '';
		if (call.name === HEAD_TEMPLATE) {
			heads.set(param('course'), {
				phase: param('key'),
				taken: Number(param('taken')),
				seats: Number(param('seats')),
				total: Number(param('total')),
				next: param('next'),
			});
		} else {
			rows.set(`${param('id')} ${param('course')} ${param('page')}`, {
				course: param('course'),
				state: param('key'),
				user: param('user'),
				page: param('page'),
				seen: seenOf(call, toldApart),
				standing: param('standing'),
				diff: param('diff'),
			});
		}
		seen.push(region.slice(end, call.start), seenOf(call));
		end = call.end;
	}
	seen.push(region.slice(end));
	return { rows, heads, seen: seen.join('').replace(/\s+/g, ' ').trim() };
}

function seenOf(call: Call, without: readonly string[] = []): string {
	const params = call.params.filter(({ name }) => !without.includes(name) && !unseen.has(name));
	return `${call.name} ${params.map(({ name, value }) => `${name}=${value.trim()}`).join('|')}`;
}
