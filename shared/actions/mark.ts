/**
 * A mark says at the start of an edit summary what its author does: `wikilearn:decide/pb/accepted/12.3401/k3j9x2ab`.
 * Having edited a page never blesses what stands on it; only a mark does. Fields hold nothing but small letters, digits,
 * `.`, `,` and `-`, so that no link, no formatting and no other mark can arise from one.
 */
const PREFIX = 'wikilearn:';

/** MediaWiki cuts summaries at 500 characters and puts `...` in place of the end. */
export const MARK_LIMIT = 440;
/** How many applicants one decision may name. */
export const MAX_APPLICANTS = 20;

/** What the team decides about an application. */
export type Outcome = 'accepted' | 'waitlisted' | 'declined';

/** What a reviewer may say of an application; `recused`: they will not decide it. */
export type Verdict = Outcome | 'recused';

/** An applicant's user id, and the revision in which their answers last changed. */
export interface DecidedApplicant {
	readonly id: number;
	readonly answers: number;
}

export const recipientGroups = ['accepted', 'waitlisted', 'all'] as const;
/** Whom the team writes to: who has a seat, who is on the waitlist, everybody who may still take part. */
type RecipientGroup = (typeof recipientGroups)[number];

/** What the team does. Each is an edit of the log. */
export type LogAction =
	| {
			readonly kind: 'decide';
			readonly course: string;
			readonly verdict: Verdict;
			/** Of `waitlisted`: a place other than the one by time, from 1. */
			readonly place: number | null;
			readonly applicants: readonly DecidedApplicant[];
	  }
	| {
			readonly kind: 'take-back';
			readonly course: string;
			/** The log revision of the action that is taken back. */
			readonly of: number;
			/** User ids; of a release, a reminder or a message none. */
			readonly applicants: readonly number[];
	  }
	| {
			readonly kind: 'release';
			readonly course: string;
			/** The newest log revision that the reviewer saw. */
			readonly seen: number;
			/** Of every decision that is in force there, see `decisionsDigest`. */
			readonly digest: string;
	  }
	| { readonly kind: 'remind'; readonly course: string }
	| {
			readonly kind: 'write';
			readonly course: string;
			readonly to: RecipientGroup;
			/** The page and the revision that hold the text. */
			readonly page: number;
			readonly revision: number;
	  };

const replies = ['confirmed', 'declined', 'withdrawn'] as const;

/** What an applicant does. Each is an edit of the page with their application. */
export interface ReplyAction {
	readonly kind: 'reply';
	readonly course: string;
	readonly answer: (typeof replies)[number];
	/** The log revision that made the offer; null: they withdraw. */
	readonly offer: number | null;
}

export type Action = LogAction | ReplyAction;

/** `note` is what follows the mark. */
export type ReadMark =
	| { readonly kind: 'none' }
	| { readonly kind: 'broken' }
	| { readonly kind: 'mark'; readonly fields: readonly string[]; readonly note: string };

/** What stands at the very start of a summary; `broken`: it begins as a mark and is none. */
export function splitMark(summary: string): ReadMark {
	if (!summary.startsWith(PREFIX)) return { kind: 'none' };
	const [mark = ''] = summary.split(/\s/, 1);
	if (mark.length > MARK_LIMIT || !/^wikilearn:[a-z0-9.,/-]+$/.test(mark)) return { kind: 'broken' };
	return {
		kind: 'mark',
		fields: mark.slice(PREFIX.length).split('/'),
		note: summary.slice(mark.length).trim(),
	};
}

/** @param fields the mark's, its nonce among them @throws RangeError where it would be longer than summaries allow */
export function joinMark(fields: readonly (string | number)[]): string {
	const mark = PREFIX + fields.join('/');
	if (mark.length > MARK_LIMIT) throw new RangeError(`A mark of ${mark.length} characters`);
	return mark;
}

/** The action that a summary's mark names; null where it names none, or none that can be understood. */
export function readAction(summary: string): { readonly action: Action; readonly note: string } | null {
	const read = splitMark(summary);
	if (read.kind !== 'mark') return null;
	const [kind = '', ...fields] = read.fields;
	const nonce = fields.pop() ?? '';
	const action = NONCE.test(nonce) ? (readers[kind]?.(fields) ?? null) : null;
	return action && { action, note: read.note };
}

/** @param nonce makes it different from every other one, see `createNonce` @throws RangeError see {@link joinMark} */
export function writeAction(action: Action, nonce: string): string {
	return joinMark([action.kind, ...fieldsOf(action), nonce]);
}

const NONCE = /^[a-z0-9]{8,16}$/;

/** Eight random letters and digits: no honest line, setting or text is ever identical to an older revision. */
export function createNonce(random: (bytes: Uint8Array) => Uint8Array): string {
	return Array.from(random(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
}

function fieldsOf(action: Action): readonly (string | number)[] {
	const { course } = action;
	switch (action.kind) {
		case 'decide': {
			const { verdict, place, applicants } = action;
			const people = applicants.map(({ id, answers }) => `${id}.${answers}`).join(',');
			return [course, place === null ? verdict : `${verdict}-${place}`, people];
		}
		case 'take-back':
			return [course, action.of, action.applicants.join(',') || '-'];
		case 'release':
			return [course, action.seen, action.digest];
		case 'remind':
			return [course];
		case 'write':
			return [course, action.to, action.page, action.revision];
		case 'reply':
			return [course, action.answer, action.offer ?? '-'];
	}
}

type Reader = (fields: readonly string[]) => Action | null;

const readers: Readonly<Record<string, Reader | undefined>> = Object.assign(
	Object.create(null) as Record<string, Reader | undefined>,
	{
		decide: readDecide,
		'take-back': readTakeBack,
		release: readRelease,
		remind: ([course = '', ...rest]) =>
			isCourse(course) && !rest.length ? { kind: 'remind', course } : null,
		write: readWrite,
		reply: readReply,
	} satisfies Record<string, Reader>,
);

function readDecide([course = '', said = '', people = '', ...rest]: readonly string[]): Action | null {
	const [, verdict = '', place] = /^([a-z]+)(?:-([1-9]\d{0,5}))?$/.exec(said) ?? [];
	const applicants = people.split(',').map(readApplicant);
	const known = applicants.filter((applicant) => applicant !== null);
	if (!isCourse(course) || !isVerdict(verdict) || rest.length > 0) return null;
	if (known.length !== applicants.length || known.length > MAX_APPLICANTS) return null;
	if (place !== undefined && verdict !== 'waitlisted') return null;
	return {
		kind: 'decide',
		course,
		verdict,
		place: place === undefined ? null : Number(place),
		applicants: known,
	};
}

function readApplicant(text: string): DecidedApplicant | null {
	const [, id, answers] = /^([1-9]\d{0,15})\.([1-9]\d{0,15})$/.exec(text) ?? [];
	return id === undefined ? null : { id: Number(id), answers: Number(answers) };
}

function readTakeBack([course = '', of = '', people = '', ...rest]: readonly string[]): Action | null {
	const applicants = people === '-' ? [] : people.split(',').map(readId);
	const known = applicants.filter((id) => id !== null);
	const taken = readId(of);
	if (!isCourse(course) || taken === null || rest.length > 0) return null;
	if (known.length !== applicants.length || known.length > MAX_APPLICANTS) return null;
	return { kind: 'take-back', course, of: taken, applicants: known };
}

function readRelease([course = '', seen = '', digest = '', ...rest]: readonly string[]): Action | null {
	const revision = readId(seen);
	if (!isCourse(course) || revision === null || !/^[0-9a-f]{32}$/.test(digest) || rest.length > 0)
		return null;
	return { kind: 'release', course, seen: revision, digest };
}

function readWrite([
	course = '',
	to = '',
	page = '',
	revision = '',
	...rest
]: readonly string[]): Action | null {
	const [pageid, revid] = [readId(page), readId(revision)];
	const group = recipientGroups.find((name) => name === to);
	if (!isCourse(course) || !group || pageid === null || revid === null || rest.length > 0) return null;
	return { kind: 'write', course, to: group, page: pageid, revision: revid };
}

function readReply([course = '', said = '', made = '', ...rest]: readonly string[]): Action | null {
	const answer = replies.find((name) => name === said);
	const offer = made === '-' ? null : readId(made);
	if (!isCourse(course) || !answer || rest.length > 0) return null;
	if ((answer === 'withdrawn') !== (made === '-') || (made !== '-' && offer === null)) return null;
	return { kind: 'reply', course, answer, offer };
}

function readId(text: string): number | null {
	return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
}

function isCourse(text: string): boolean {
	return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

function isVerdict(text: string): text is Verdict {
	return ['accepted', 'waitlisted', 'declined', 'recused'].includes(text);
}
