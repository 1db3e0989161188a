import { statusRegion } from '../../../shared/application/statusRegion.ts';
import { readProgramme } from '../../../shared/programme/readProgramme.ts';
import pilot from '../../../shared/programme/wikilearn.json' with { type: 'json' };
import type { Submission } from '../../../shared/submission/submission.ts';

const read = readProgramme(pilot);
if (!read.ok) throw new Error('the example programme is not valid');
/** Applications close on 2021-01-15 at 12:00 UTC, answers go out on 2021-01-18. */
export const { programme } = read;
export const course = programme.courses[0]!;

let revisions = 0;
let pages = 0;

const ids: Readonly<Record<string, number>> = { WikiLearnBot: 1, ReviewerOne: 2, ReviewerTwo: 3 };
const idOf = (name: string): number => ids[name] ?? 100 + name.charCodeAt(0);

/** A revision: who saved what, on a day of January 2021. */
export type Saved = readonly [by: string, text: string, day?: number];

/** A subpage in somebody's name, with its history. */
export function subpage(inName: string, ...history: readonly Saved[]): Submission {
	return {
		kind: 'subpage',
		title: `${course.page}/Applications/${inName}`,
		pageid: ++pages,
		courses: [course.id],
		inName,
		movedTo: null,
		history: history.map(([name, text, day = 5]) => ({
			revid: ++revisions,
			parentid: 0,
			timestamp: `2021-01-${String(day).padStart(2, '0')}T00:00:00Z`,
			user: { id: idOf(name), name },
			text,
			tags: [],
		})),
	};
}

/** An application with every required answer. */
export function application(more = ''): string {
	const answers = course.questions
		.filter(({ type }) => type !== 'private-email')
		.map(({ id }) => `| ${id} = yes`)
		.join('\n');
	return `{{WikiLearn application\n| course = ${course.id}\n| email = sent\n${answers}\n${more}}}`;
}

/** The bot's part of the page. */
export function status(verdict: string): string {
	return statusRegion(`{{WikiLearn status/application|key=received|verdict=${verdict}}}`);
}

export function decision(outcome: string): string {
	return `\n\n{{WikiLearn decision|outcome=${outcome}}}`;
}

export { idOf };
