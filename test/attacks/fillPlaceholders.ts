import type { LogAction, Outcome, ReplyAction } from '../../shared/actions/mark.ts';

/** The values of `«…»` in stories. */
export interface PlaceholderValues {
	/** By the `as` of its step, or `TITLE@N`. */
	readonly revision: (ref: string) => Promise<number>;
	readonly userId: (name: string) => number;
	readonly pageId: (title: string) => Promise<number>;
	/** The revision in which an applicant's answers last changed. */
	readonly answers: (name: string, course: 'iah' | 'pb') => Promise<number>;
	/** The release of all current decisions. */
	readonly release: (course: 'iah' | 'pb') => Promise<Extract<LogAction, { kind: 'release' }>>;
	/** The wiki's clock plus some days, ISO 8601. */
	readonly now: (days: number) => Promise<string>;
	readonly mark: (action: LogAction | ReplyAction) => string;
}

/**
 * Replaces the placeholders in a story's text: `«decide OUTCOME NAME [COURSE]»`, `«take back REF NAME»`, `«release
 * [COURSE]»`, `«confirmed REF»`, `«declined REF»`, `«withdrawn»`, `«remind»` are marks; `«id NAME»`, `«page TITLE»`,
 * `«REF»` numbers; `«digest»` is that of a release now, `«now»` and `«in a day»` are instants.
 */
export async function fillPlaceholders(text: string, values: PlaceholderValues): Promise<string> {
	let filled = '';
	let at = 0;
	for (const match of text.matchAll(/«([^»]*)»/g)) {
		filled += text.slice(at, match.index) + (await resolvePlaceholder(match[1] ?? '', values));
		at = match.index + match[0].length;
	}
	return filled + text.slice(at);
}

async function resolvePlaceholder(placeholder: string, values: PlaceholderValues): Promise<string> {
	const [first = '', ...rest] = placeholder.split(' ');
	const [second = '', third = ''] = rest;
	switch (first) {
		case 'id':
			return String(values.userId(second));
		case 'now':
			return values.now(0);
		case 'in':
			return values.now(1);
		case 'page':
			return String(await values.pageId(rest.join(' ')));
		case 'decide': {
			const course = parseCourse(rest[2]);
			const applicant = { id: values.userId(third), answersRevid: await values.answers(third, course) };
			const verdict = second as Outcome;
			return values.mark({ kind: 'decide', course, outcome: verdict, place: null, applicants: [applicant] });
		}
		case 'take': {
			const of = await values.revision(third);
			const applicants = rest.slice(2).map((name) => values.userId(name));
			return values.mark({ kind: 'take-back', course: 'iah', takenBack: of, applicants });
		}
		case 'digest':
			return (await values.release('iah')).digest;
		case 'release':
			return values.mark(await values.release(parseCourse(second)));
		case 'confirmed':
		case 'declined':
			return values.mark({
				kind: 'reply',
				course: 'iah',
				reply: first,
				offer: await values.revision(second),
			});
		case 'withdrawn':
			return values.mark({ kind: 'reply', course: 'iah', reply: first, offer: null });
		case 'remind':
			return values.mark({ kind: 'remind', course: 'iah' });
		default:
			return String(await values.revision(placeholder));
	}
}

function parseCourse(word: string | undefined): 'iah' | 'pb' {
	return word === 'pb' ? 'pb' : 'iah';
}
