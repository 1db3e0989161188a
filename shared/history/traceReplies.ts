import { checkMarkedEdit, readAction, readMark } from '../actions/mark.ts';
import type { Revision } from '../wiki/revision.ts';
import { toChange, type Change } from './change.ts';
import type { Problem } from './problem.ts';
import type { TracedReply } from './submission.ts';

/** An edit with a reply in its summary. Whether it counts depends on its author. */
interface FoundReply extends TracedReply {
	readonly course: string;
}

export interface FoundReplies {
	/** Oldest first. */
	readonly replies: readonly FoundReply[];
	/** Edits that may be replies, because the summary or the author is hidden. */
	readonly uncertain: readonly Change[];
	readonly problems: readonly Problem[];
}

/** The replies in a page's history. Only an edit that added something can be one, and no revert is. */
export function traceReplies(title: string, history: readonly Revision[]): FoundReplies {
	const byId = new Map(history.map((revision) => [revision.revid, revision]));
	const replies: FoundReply[] = [];
	const uncertain: Change[] = [];
	const problems: Problem[] = [];
	for (const revision of history) {
		const { comment, user, revid, parentid } = revision;
		if (comment !== null && readMark(comment).kind === 'none') continue;
		const validity = checkMarkedEdit(revision, byId.get(parentid));
		const isValid = validity === 'may-count' || (validity === 'no-parent' && parentid !== 0);
		const change = toChange(revision);
		if (comment === null || !user || (isValid && validity === 'no-parent')) {
			if (isValid) uncertain.push(change);
			continue;
		}
		const action = readAction(comment)?.action;
		if (isValid && action?.kind === 'reply')
			replies.push({ course: action.course, reply: action.reply, offer: action.offer, change });
		else if (!isBotMark(comment))
			problems.push({
				kind: 'ineffective-mark',
				about: title,
				detail: isValid ? 'unreadable' : validity,
				revid,
			});
	}
	return { replies, uncertain, problems };
}

/** Whether a mark is one of the bot's, which are not replies to offers. */
function isBotMark(comment: string): boolean {
	const mark = readMark(comment);
	return mark.kind === 'mark' && (mark.fields[0] === 'answer' || mark.fields[0] === 'notice');
}
