import { hasRole, type People, type Role } from '../programme/people.ts';
import type { Author, RevisionMeta } from '../wiki/revision.ts';
import { isRevert, judgeEdit } from './markedEdit.ts';
import { readAction, splitMark, type Action, type LogAction } from './mark.ts';

/** An action that counts. */
export interface LoggedAction {
	readonly action: LogAction;
	/** The log revision that is the action; of two, the greater wins. */
	readonly revid: number;
	readonly by: Author;
	/** ISO 8601. */
	readonly at: string;
	/** What follows the mark in the summary, plain text. */
	readonly note: string;
}

/** Nobody can tell what was done here: it holds those whom it may be about, until the next release. */
export interface Uncertain {
	readonly revid: number;
	/** Null: it may be about any course. */
	readonly course: string | null;
	/** User ids; null: it may be about anybody. */
	readonly applicants: readonly number[] | null;
	readonly why: 'hidden' | 'gap' | 'imported';
}

/** A mark in the log that has no effect, or the undoing of an action, which has none either; `by` is a user name. */
interface IneffectiveMark {
	readonly revid: number;
	readonly why:
		'unauthorized' | 'reverts' | 'adds-nothing' | 'unreadable' | 'unknown-course' | 'about-oneself';
	readonly by: string;
	/** ISO 8601. */
	readonly at: string;
}

/** The log, read. */
export interface Log {
	/** In the order of their revisions. */
	readonly actions: readonly LoggedAction[];
	readonly uncertain: readonly Uncertain[];
	readonly ineffective: readonly IneffectiveMark[];
	/** The log's newest revision; 0: there is none. */
	readonly newest: number;
}

export const EMPTY_LOG: Log = { actions: [], uncertain: [], ineffective: [], newest: 0 };

/** The history of the log page, which is all that counts of it. */
export interface LogHistory {
	readonly revisions: readonly RevisionMeta[];
	/** The null revisions that imports into the log left; 0 where the wiki does not tell. */
	readonly imports: readonly number[];
	/** The revisions that they brought: whoever they say made them. */
	readonly imported?: ReadonlySet<number>;
}

/** Reads the log's history. Its text proves nothing, and who edited it blesses nothing: only marks count. */
export function readLog(
	{ revisions, imports, imported }: LogHistory,
	people: People,
	courses: readonly string[],
): Log {
	const ordered = [...revisions].sort((a, b) => a.revid - b.revid);
	const byId = new Map(ordered.map((revision) => [revision.revid, revision]));
	const actions: LoggedAction[] = [];
	const ineffective: IneffectiveMark[] = [];
	const newest = ordered[ordered.length - 1]?.revid ?? 0;
	const uncertain: Uncertain[] = imports.map((revid) => ({
		revid: revid || newest,
		course: null,
		applicants: null,
		why: 'imported',
	}));
	for (const revision of ordered) {
		const parent = byId.get(revision.parentid);
		if (revision.parentid !== 0 && !parent)
			uncertain.push({ revid: revision.revid, course: null, applicants: null, why: 'gap' });
		if (imported?.has(revision.revid)) continue;
		const read = readEdit(revision, parent, people, courses);
		if (read.kind === 'action') actions.push(read.action);
		if (read.kind === 'action' && read.isPartlyOwn)
			ineffective.push(ineffectiveMark(revision, 'about-oneself'));
		if (read.kind === 'uncertain') uncertain.push(read.uncertain);
		if (read.kind === 'ineffective') ineffective.push(ineffectiveMark(revision, read.why));
		else if (isRevert(revision) && actions.some(({ revid }) => revid === revision.parentid))
			ineffective.push(ineffectiveMark(revision, 'reverts'));
	}
	return { actions, uncertain, ineffective, newest };
}

function ineffectiveMark(
	{ revid, user, timestamp }: RevisionMeta,
	why: IneffectiveMark['why'],
): IneffectiveMark {
	return { revid, why, by: user?.name ?? '', at: timestamp };
}

type ReadEdit =
	| { readonly kind: 'nothing' }
	/** `isPartlyOwn`: what it says about its author was left out. */
	| { readonly kind: 'action'; readonly action: LoggedAction; readonly isPartlyOwn: boolean }
	| { readonly kind: 'uncertain'; readonly uncertain: Uncertain }
	| { readonly kind: 'ineffective'; readonly why: IneffectiveMark['why'] };

const NOTHING: ReadEdit = { kind: 'nothing' };

function readEdit(
	revision: RevisionMeta,
	parent: RevisionMeta | undefined,
	people: People,
	courses: readonly string[],
): ReadEdit {
	const { comment, user, timestamp, revid } = revision;
	const judged = judgeEdit(revision, parent);
	if (comment === null) return hiddenSummary(revision, judged === 'may-count', people);
	if (splitMark(comment).kind === 'none') return NOTHING;
	if (judged === 'no-parent') return NOTHING;
	if (judged !== 'may-count') return { kind: 'ineffective', why: judged };
	const read = readAction(comment);
	const action = read && isLogAction(read.action) ? read.action : null;
	if (!read || !action || namesLater(action, revid)) return { kind: 'ineffective', why: 'unreadable' };
	if (!courses.includes(action.course)) return { kind: 'ineffective', why: 'unknown-course' };
	if (!user) return { kind: 'uncertain', uncertain: { revid, ...concerned(action), why: 'hidden' } };
	if (!hasRole(people, roleFor(action), user.id, timestamp))
		return { kind: 'ineffective', why: 'unauthorized' };
	const own = withoutOneself(action, user.id);
	if (!own) return { kind: 'ineffective', why: 'about-oneself' };
	const logged = { action: own, revid, by: user, at: timestamp, note: read.note };
	return { kind: 'action', action: logged, isPartlyOwn: countApplicants(own) < countApplicants(action) };
}

/** Nobody can have seen what came later; and an import holds until a release that saw it, not until one that says so. */
function namesLater(action: LogAction, revid: number): boolean {
	switch (action.kind) {
		case 'decide':
			return action.applicants.some(({ answers }) => answers >= revid);
		case 'take-back':
			return action.of >= revid;
		case 'release':
			return action.seen >= revid;
		case 'remind':
			return false;
		case 'write':
			return action.revision >= revid;
	}
}

/** An edit by a visible account without authority never holds anything. */
function hiddenSummary(
	{ revid, user, timestamp }: RevisionMeta,
	mayCount: boolean,
	people: People,
): ReadEdit {
	if (!mayCount) return NOTHING;
	const mayAct =
		!user || hasRole(people, 'reviewer', user.id, timestamp) || hasRole(people, 'team', user.id, timestamp);
	if (!mayAct) return NOTHING;
	return { kind: 'uncertain', uncertain: { revid, course: null, applicants: null, why: 'hidden' } };
}

function isLogAction(action: Action): action is LogAction {
	return action.kind !== 'reply';
}

function roleFor({ kind }: LogAction): Role {
	return kind === 'remind' || kind === 'write' ? 'team' : 'reviewer';
}

function concerned(action: LogAction): Pick<Uncertain, 'course' | 'applicants'> {
	const { course } = action;
	if (action.kind === 'decide') return { course, applicants: action.applicants.map(({ id }) => id) };
	if (action.kind === 'take-back' && action.applicants.length > 0)
		return { course, applicants: action.applicants };
	return { course, applicants: null };
}

function countApplicants(action: LogAction): number {
	return 'applicants' in action ? action.applicants.length : 0;
}

/** Nobody decides about themselves; what a decision says of others stands. Null: it was about nobody else. */
function withoutOneself(action: LogAction, self: number): LogAction | null {
	if (action.kind === 'decide') {
		const applicants = action.applicants.filter(({ id }) => id !== self);
		return applicants.length === 0 ? null : { ...action, applicants };
	}
	if (action.kind === 'take-back' && action.applicants.length > 0) {
		const applicants = action.applicants.filter((id) => id !== self);
		return applicants.length === 0 ? null : { ...action, applicants };
	}
	return action;
}
