import type { RevisionMeta } from '../wiki/revision.ts';

/**
 * A mark at the start of an edit summary names the author's action: `wikilearn:decide/pb/accepted/12.3401/k3j9x2ab`.
 * Editing a page does not approve its existing content: only marks count. Fields contain only lower-case letters,
 * digits, `.`, `,` and `-`, so they cannot form a link, formatting or another mark.
 */
const PREFIX = 'wikilearn:';

/** MediaWiki truncates summaries to 500 characters and replaces the end with `...`. */
export const MAX_MARK_LENGTH = 440;
/** The maximum number of applicants in one decision. */
export const MAX_APPLICANTS = 20;

/** The team's decision about an application. */
export type Outcome = 'accepted' | 'waitlisted' | 'declined';

/** What a reviewer can log about an application; `recused`: they will not decide about it. */
export type OutcomeOrRecusal = Outcome | 'recused';

/** An applicant's user id, and the revision in which their answers last changed. */
export interface DecidedApplicant {
	readonly id: number;
	readonly answersRevid: number;
}

export const RECIPIENT_GROUPS = ['accepted', 'waitlisted', 'all'] as const;
/** Recipients of a message: people with a seat, people on the waitlist, everybody who may still take part. */
type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** An action of the team: an edit of the log. */
export type LogAction =
	| {
			readonly kind: 'decide';
			readonly course: string;
			readonly outcome: OutcomeOrRecusal;
			/** Of `waitlisted`: a place set by the reviewer, from 1; null: by submission time. */
			readonly place: number | null;
			readonly applicants: readonly DecidedApplicant[];
	  }
	| {
			readonly kind: 'take-back';
			readonly course: string;
			/** The log revision of the action that is taken back. */
			readonly takenBack: number;
			/** User ids; empty if a release, a reminder or a message is taken back. */
			readonly applicants: readonly number[];
	  }
	| {
			readonly kind: 'release';
			readonly course: string;
			/** The newest log revision that the reviewer saw. */
			readonly seenRevid: number;
			/** Of the decisions in force at that revision, see `digestDecisions`. */
			readonly digest: string;
	  }
	| { readonly kind: 'remind'; readonly course: string }
	| {
			readonly kind: 'write';
			readonly course: string;
			readonly to: RecipientGroup;
			/** The page that holds the text; `revision` is its revision. */
			readonly page: number;
			readonly revision: number;
	  };

const REPLIES = ['confirmed', 'declined', 'withdrawn'] as const;

/** An action of an applicant: an edit of the page with their application. */
export interface ReplyAction {
	readonly kind: 'reply';
	readonly course: string;
	readonly reply: (typeof REPLIES)[number];
	/** The log revision that made the offer; null for a withdrawal. */
	readonly offer: number | null;
}

export type Action = LogAction | ReplyAction;

/** `note` is the rest of the summary after the mark. */
type ParsedMark =
	| { readonly kind: 'none' }
	| { readonly kind: 'broken' }
	| { readonly kind: 'mark'; readonly fields: readonly string[]; readonly note: string };

/** Parses the mark at the start of a summary. `broken`: it has the prefix but is invalid. */
export function readMark(summary: string): ParsedMark {
	if (!summary.startsWith(PREFIX)) return { kind: 'none' };
	const [mark = ''] = summary.split(/\s/, 1);
	if (mark.length > MAX_MARK_LENGTH || !/^wikilearn:[a-z0-9.,/-]+$/.test(mark)) return { kind: 'broken' };
	return {
		kind: 'mark',
		fields: mark.slice(PREFIX.length).split('/'),
		note: summary.slice(mark.length).trim(),
	};
}

/** @param fields the mark's fields, including the nonce @throws RangeError if the mark is too long for a summary */
export function writeMark(fields: readonly (string | number)[]): string {
	const mark = PREFIX + fields.join('/');
	if (mark.length > MAX_MARK_LENGTH) throw new RangeError(`The mark is too long: ${mark.length} characters`);
	return mark;
}

/** The action in a summary's mark; null if there is none or it is invalid. */
export function readAction(summary: string): { readonly action: Action; readonly note: string } | null {
	const mark = readMark(summary);
	if (mark.kind !== 'mark') return null;
	const [kind = '', ...fields] = mark.fields;
	const nonce = fields.pop() ?? '';
	const action = NONCE.test(nonce) ? (READERS[kind]?.(fields) ?? null) : null;
	return action && { action, note: mark.note };
}

/** @param nonce makes the mark unique, see `createNonce` @throws RangeError see {@link writeMark} */
export function writeAction(action: Action, nonce: string): string {
	return writeMark([action.kind, ...listFields(action), nonce]);
}

const NONCE = /^[a-z0-9]{8,16}$/;

/** Eight random letters and digits, so that no saved text equals an older revision's (a manual revert to MediaWiki). */
export function createNonce(random: (bytes: Uint8Array) => Uint8Array): string {
	return Array.from(random(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
}

function listFields(action: Action): readonly (string | number)[] {
	const { course } = action;
	switch (action.kind) {
		case 'decide': {
			const { outcome, place, applicants } = action;
			const people = applicants.map(({ id, answersRevid }) => `${id}.${answersRevid}`).join(',');
			return [course, place === null ? outcome : `${outcome}-${place}`, people];
		}
		case 'take-back':
			return [course, action.takenBack, action.applicants.join(',') || '-'];
		case 'release':
			return [course, action.seenRevid, action.digest];
		case 'remind':
			return [course];
		case 'write':
			return [course, action.to, action.page, action.revision];
		case 'reply':
			return [course, action.reply, action.offer ?? '-'];
	}
}

type FieldsReader = (fields: readonly string[]) => Action | null;

const READERS: Readonly<Record<string, FieldsReader | undefined>> = Object.assign(
	Object.create(null) as Record<string, FieldsReader | undefined>,
	{
		decide: readDecide,
		'take-back': readTakeBack,
		release: readRelease,
		remind: ([course = '', ...rest]) =>
			isCourseId(course) && !rest.length ? { kind: 'remind', course } : null,
		write: readWrite,
		reply: readReply,
	} satisfies Record<string, FieldsReader>,
);

function readDecide([
	course = '',
	outcomeField = '',
	applicantsField = '',
	...rest
]: readonly string[]): Action | null {
	const [, outcome = '', place] = /^([a-z]+)(?:-([1-9]\d{0,5}))?$/.exec(outcomeField) ?? [];
	const applicants = applicantsField.split(',').map(readApplicant);
	const validApplicants = applicants.filter((applicant) => applicant !== null);
	if (!isCourseId(course) || !isOutcomeOrRecusal(outcome) || rest.length > 0) return null;
	if (validApplicants.length !== applicants.length || validApplicants.length > MAX_APPLICANTS) return null;
	if (place !== undefined && outcome !== 'waitlisted') return null;
	return {
		kind: 'decide',
		course,
		outcome,
		place: place === undefined ? null : Number(place),
		applicants: validApplicants,
	};
}

function readApplicant(text: string): DecidedApplicant | null {
	const [, id, answersRevid] = /^([1-9]\d{0,15})\.([1-9]\d{0,15})$/.exec(text) ?? [];
	return id === undefined ? null : { id: Number(id), answersRevid: Number(answersRevid) };
}

function readTakeBack([
	course = '',
	revisionField = '',
	applicantsField = '',
	...rest
]: readonly string[]): Action | null {
	const applicants = applicantsField === '-' ? [] : applicantsField.split(',').map(readId);
	const validApplicants = applicants.filter((id) => id !== null);
	const takenBack = readId(revisionField);
	if (!isCourseId(course) || takenBack === null || rest.length > 0) return null;
	if (validApplicants.length !== applicants.length || validApplicants.length > MAX_APPLICANTS) return null;
	return { kind: 'take-back', course, takenBack, applicants: validApplicants };
}

function readRelease([course = '', seenField = '', digest = '', ...rest]: readonly string[]): Action | null {
	const seenRevid = readId(seenField);
	if (!isCourseId(course) || seenRevid === null || !/^[0-9a-f]{32}$/.test(digest) || rest.length > 0)
		return null;
	return { kind: 'release', course, seenRevid, digest };
}

function readWrite([
	course = '',
	groupField = '',
	pageField = '',
	revisionField = '',
	...rest
]: readonly string[]): Action | null {
	const [pageid, revid] = [readId(pageField), readId(revisionField)];
	const group = RECIPIENT_GROUPS.find((name) => name === groupField);
	if (!isCourseId(course) || !group || pageid === null || revid === null || rest.length > 0) return null;
	return { kind: 'write', course, to: group, page: pageid, revision: revid };
}

function readReply([
	course = '',
	replyField = '',
	offerField = '',
	...rest
]: readonly string[]): Action | null {
	const reply = REPLIES.find((name) => name === replyField);
	const offer = offerField === '-' ? null : readId(offerField);
	if (!isCourseId(course) || !reply || rest.length > 0) return null;
	if ((reply === 'withdrawn') !== (offerField === '-') || (offerField !== '-' && offer === null)) return null;
	return { kind: 'reply', course, reply, offer };
}

function readId(text: string): number | null {
	return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
}

function isCourseId(text: string): boolean {
	return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

function isOutcomeOrRecusal(text: string): text is OutcomeOrRecusal {
	return ['accepted', 'waitlisted', 'declined', 'recused'].includes(text);
}

/**
 * Tags of edits that restore an older text, or whose content or summary MediaWiki generated. Ordinary users cannot add or
 * remove them. A wiki can turn them off (`$wgSoftwareTags`); `check` reports this.
 */
export const REVERT_TAGS = [
	'mw-undo',
	'mw-rollback',
	'mw-manual-revert',
	'mw-replace',
	'mw-contentmodelchange',
] as const;
export function isRevert({ tags }: Pick<RevisionMeta, 'tags'>): boolean {
	return REVERT_TAGS.some((tag) => tags.includes(tag));
}

/** `no-parent`: the previous revision is not in the history, so the edit's addition is unknown. */
type MarkValidity = 'may-count' | 'reverts' | 'adds-nothing' | 'no-parent';
/**
 * Whether the author can have meant the mark in a revision's summary. A link can prefill the summary of an undo, a revert
 * or an empty edit, and null revisions (moves, protections) quote titles. None of these makes the page larger, except
 * edits that carry a tag.
 *
 * @param parent the previous revision; undefined if it is not in the history or does not exist
 */
export function checkMarkedEdit(revision: RevisionMeta, parent: RevisionMeta | undefined): MarkValidity {
	if (isRevert(revision)) return 'reverts';
	if (!parent) return 'no-parent';
	return revision.size > parent.size ? 'may-count' : 'adds-nothing';
}
