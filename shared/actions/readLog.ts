import { hasRole, type People, type Role } from '../programme/people.ts';
import type { Author, RevisionMeta } from '../wiki/revision.ts';
import { checkMarkedEdit, isRevert, readAction, readMark, type Action, type LogAction } from './mark.ts';

/** An action that counts. */
export interface LoggedAction {
	readonly action: LogAction;
	/** The action's log revision; if actions conflict, the greater one wins. */
	readonly revid: number;
	readonly by: Author;
	/** ISO 8601. */
	readonly at: string;
	/** The rest of the summary after the mark, plain text. */
	readonly note: string;
}

/** An action that cannot be read. Holds the decisions about those whom it may concern until the next release. */
export interface UncertainAction {
	readonly revid: number;
	/** Null: any course. */
	readonly course: string | null;
	/** User ids; null: any applicant. */
	readonly applicants: readonly number[] | null;
	readonly reason: 'hidden' | 'gap' | 'imported';
}

/** A mark without effect, or a revert of an action, which has no effect either. `by` is a user name. */
interface IneffectiveMark {
	readonly revid: number;
	readonly reason:
		'unauthorized' | 'reverts' | 'adds-nothing' | 'unreadable' | 'unknown-course' | 'about-oneself';
	readonly by: string;
	/** ISO 8601. */
	readonly at: string;
}

/** The parsed log. */
export interface Log {
	/** In revision order. */
	readonly actions: readonly LoggedAction[];
	readonly uncertain: readonly UncertainAction[];
	readonly ineffective: readonly IneffectiveMark[];
	/** The log's newest revision; 0 if there is none. */
	readonly newestRevid: number;
}

export const EMPTY_LOG: Log = { actions: [], uncertain: [], ineffective: [], newestRevid: 0 };

/** The history of the log page. */
export interface LogHistory {
	readonly revisions: readonly RevisionMeta[];
	/** The null revisions of imports into the log; 0 if the wiki does not report one. */
	readonly imports: readonly number[];
	/** The imported revisions. Their recorded authors prove nothing. */
	readonly imported?: ReadonlySet<number>;
}

/** Reads the log from its history. Only marks count: not the page's text, nor who edited it. */
export function readLog(
	{ revisions, imports, imported }: LogHistory,
	people: People,
	courses: readonly string[],
): Log {
	const ordered = [...revisions].sort((a, b) => a.revid - b.revid);
	const byId = new Map(ordered.map((revision) => [revision.revid, revision]));
	const actions: LoggedAction[] = [];
	const ineffective: IneffectiveMark[] = [];
	const newestRevid = ordered[ordered.length - 1]?.revid ?? 0;
	const uncertain: UncertainAction[] = imports.map((revid) => ({
		revid: revid || newestRevid,
		course: null,
		applicants: null,
		reason: 'imported',
	}));
	for (const revision of ordered) {
		const parent = byId.get(revision.parentid);
		if (revision.parentid !== 0 && !parent)
			uncertain.push({ revid: revision.revid, course: null, applicants: null, reason: 'gap' });
		if (imported?.has(revision.revid)) continue;
		const edit = readEdit(revision, parent, people, courses);
		if (edit.kind === 'action') actions.push(edit.action);
		if (edit.kind === 'action' && edit.isPartlyOwn)
			ineffective.push(createIneffectiveMark(revision, 'about-oneself'));
		if (edit.kind === 'uncertain') uncertain.push(edit.uncertain);
		if (edit.kind === 'ineffective') ineffective.push(createIneffectiveMark(revision, edit.reason));
		else if (isRevert(revision) && actions.some(({ revid }) => revid === revision.parentid))
			ineffective.push(createIneffectiveMark(revision, 'reverts'));
	}
	return { actions, uncertain, ineffective, newestRevid };
}

function createIneffectiveMark(
	{ revid, user, timestamp }: RevisionMeta,
	reason: IneffectiveMark['reason'],
): IneffectiveMark {
	return { revid, reason, by: user?.name ?? '', at: timestamp };
}

type ParsedEdit =
	| { readonly kind: 'nothing' }
	/** `isPartlyOwn`: the part about its author was removed. */
	| { readonly kind: 'action'; readonly action: LoggedAction; readonly isPartlyOwn: boolean }
	| { readonly kind: 'uncertain'; readonly uncertain: UncertainAction }
	| { readonly kind: 'ineffective'; readonly reason: IneffectiveMark['reason'] };

const NOTHING: ParsedEdit = { kind: 'nothing' };

function readEdit(
	revision: RevisionMeta,
	parent: RevisionMeta | undefined,
	people: People,
	courses: readonly string[],
): ParsedEdit {
	const { comment, user, timestamp, revid } = revision;
	const validity = checkMarkedEdit(revision, parent);
	if (comment === null) return readHiddenEdit(revision, validity === 'may-count', people);
	if (readMark(comment).kind === 'none') return NOTHING;
	if (validity === 'no-parent') return NOTHING;
	if (validity !== 'may-count') return { kind: 'ineffective', reason: validity };
	const marked = readAction(comment);
	const action = marked && isLogAction(marked.action) ? marked.action : null;
	if (!marked || !action || namesLaterRevision(action, revid))
		return { kind: 'ineffective', reason: 'unreadable' };
	if (!courses.includes(action.course)) return { kind: 'ineffective', reason: 'unknown-course' };
	if (!user) return { kind: 'uncertain', uncertain: { revid, ...getScope(action), reason: 'hidden' } };
	if (!hasRole(people, getRequiredRole(action), user.id, timestamp))
		return { kind: 'ineffective', reason: 'unauthorized' };
	const allowed = removeAuthor(action, user.id);
	if (!allowed) return { kind: 'ineffective', reason: 'about-oneself' };
	const logged = { action: allowed, revid, by: user, at: timestamp, note: marked.note };
	return { kind: 'action', action: logged, isPartlyOwn: countApplicants(allowed) < countApplicants(action) };
}

/** An action cannot refer to a later revision. So no release can claim to cover an import that came after it. */
function namesLaterRevision(action: LogAction, revid: number): boolean {
	switch (action.kind) {
		case 'decide':
			return action.applicants.some(({ answersRevid }) => answersRevid >= revid);
		case 'take-back':
			return action.takenBack >= revid;
		case 'release':
			return action.seenRevid >= revid;
		case 'remind':
			return false;
		case 'write':
			return action.revision >= revid;
	}
}

/** Ignores the hidden edits of visible accounts without a role, whose actions would not count. */
function readHiddenEdit(
	{ revid, user, timestamp }: RevisionMeta,
	isValidEdit: boolean,
	people: People,
): ParsedEdit {
	if (!isValidEdit) return NOTHING;
	const canAct =
		!user || hasRole(people, 'reviewer', user.id, timestamp) || hasRole(people, 'team', user.id, timestamp);
	if (!canAct) return NOTHING;
	return { kind: 'uncertain', uncertain: { revid, course: null, applicants: null, reason: 'hidden' } };
}

function isLogAction(action: Action): action is LogAction {
	return action.kind !== 'reply';
}

function getRequiredRole({ kind }: LogAction): Role {
	return kind === 'remind' || kind === 'write' ? 'team' : 'reviewer';
}

function getScope(action: LogAction): Pick<UncertainAction, 'course' | 'applicants'> {
	const { course } = action;
	if (action.kind === 'decide') return { course, applicants: action.applicants.map(({ id }) => id) };
	if (action.kind === 'take-back' && action.applicants.length > 0)
		return { course, applicants: action.applicants };
	return { course, applicants: null };
}

function countApplicants(action: LogAction): number {
	return 'applicants' in action ? action.applicants.length : 0;
}

/** Nobody can decide about themselves: removes the author from the applicants. Null if nobody else is left. */
function removeAuthor(action: LogAction, author: number): LogAction | null {
	if (action.kind === 'decide') {
		const applicants = action.applicants.filter(({ id }) => id !== author);
		return applicants.length === 0 ? null : { ...action, applicants };
	}
	if (action.kind === 'take-back' && action.applicants.length > 0) {
		const applicants = action.applicants.filter((id) => id !== author);
		return applicants.length === 0 ? null : { ...action, applicants };
	}
	return action;
}
