import { judgeEdit } from '../actions/markedEdit.ts';
import { readAction, splitMark } from '../actions/mark.ts';
import type { Revision } from '../wiki/revision.ts';
import { changeOf, type Change } from './change.ts';
import type { Problem } from './problem.ts';
import type { TracedReply } from './submission.ts';

/** An edit whose summary is a reply; whose it is decides whether it counts. */
interface FoundReply extends TracedReply {
	readonly course: string;
}

export interface FoundReplies {
	/** Oldest first. */
	readonly replies: readonly FoundReply[];
	/** Edits that may be replies: the summary or the author is hidden. */
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
		if (comment !== null && splitMark(comment).kind === 'none') continue;
		const judged = judgeEdit(revision, byId.get(parentid));
		const mayCount = judged === 'may-count' || (judged === 'no-parent' && parentid !== 0);
		const change = changeOf(revision);
		if (comment === null || !user || (mayCount && judged === 'no-parent')) {
			if (mayCount) uncertain.push(change);
			continue;
		}
		const action = readAction(comment)?.action;
		if (mayCount && action?.kind === 'reply')
			replies.push({ course: action.course, answer: action.answer, offer: action.offer, change });
		else if (!isOther(comment))
			problems.push({
				kind: 'ineffective-mark',
				about: title,
				detail: mayCount ? 'unreadable' : judged,
				revid,
			});
	}
	return { replies, uncertain, problems };
}

/** The bot's own marks, which are about something else. */
function isOther(comment: string): boolean {
	const read = splitMark(comment);
	return read.kind === 'mark' && (read.fields[0] === 'answer' || read.fields[0] === 'notice');
}
