import type { LogAction, Outcome, ReplyAction } from '../../shared/actions/mark.ts';

/** What `«…»` in a story can stand for. */
export interface Known {
	/** By the `as` of its step, or `TITLE@N`. */
	readonly revision: (ref: string) => Promise<number>;
	readonly userId: (name: string) => number;
	readonly pageId: (title: string) => Promise<number>;
	/** The revision in which somebody's answers last changed. */
	readonly answers: (name: string, course: 'iah' | 'pb') => Promise<number>;
	/** What a release would have to say now. */
	readonly release: (course: 'iah' | 'pb') => Promise<Extract<LogAction, { kind: 'release' }>>;
	/** The wiki's clock so many days from now, ISO 8601. */
	readonly now: (days: number) => Promise<string>;
	readonly mark: (action: LogAction | ReplyAction) => string;
}

/**
 * Fills in what a story's text leaves open: `«decide OUTCOME NAME [COURSE]»`, `«take back REF NAME»`, `«release [COURSE]»`,
 * `«confirmed REF»`, `«declined REF»`, `«withdrawn»`, `«remind»` are marks; `«id NAME»`, `«page TITLE»`, `«REF»` numbers;
 * `«digest»` is what a release would carry now, `«now»` and `«in a day»` are instants.
 */
export async function fillIn(text: string, known: Known): Promise<string> {
	let filled = '';
	let at = 0;
	for (const match of text.matchAll(/«([^»]*)»/g)) {
		filled += text.slice(at, match.index) + (await valueOf(match[1] ?? '', known));
		at = match.index + match[0].length;
	}
	return filled + text.slice(at);
}

async function valueOf(words: string, known: Known): Promise<string> {
	const [first = '', ...rest] = words.split(' ');
	const [second = '', third = ''] = rest;
	switch (first) {
		case 'id':
			return String(known.userId(second));
		case 'now':
			return known.now(0);
		case 'in':
			return known.now(1);
		case 'page':
			return String(await known.pageId(rest.join(' ')));
		case 'decide': {
			const course = courseOf(rest[2]);
			const applicant = { id: known.userId(third), answers: await known.answers(third, course) };
			const verdict = second as Outcome;
			return known.mark({ kind: 'decide', course, verdict, place: null, applicants: [applicant] });
		}
		case 'take': {
			const of = await known.revision(third);
			const applicants = rest.slice(2).map((name) => known.userId(name));
			return known.mark({ kind: 'take-back', course: 'iah', of, applicants });
		}
		case 'digest':
			return (await known.release('iah')).digest;
		case 'release':
			return known.mark(await known.release(courseOf(second)));
		case 'confirmed':
		case 'declined':
			return known.mark({ kind: 'reply', course: 'iah', answer: first, offer: await known.revision(second) });
		case 'withdrawn':
			return known.mark({ kind: 'reply', course: 'iah', answer: first, offer: null });
		case 'remind':
			return known.mark({ kind: 'remind', course: 'iah' });
		default:
			return String(await known.revision(words));
	}
}

function courseOf(word: string | undefined): 'iah' | 'pb' {
	return word === 'pb' ? 'pb' : 'iah';
}
