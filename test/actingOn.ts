import { randomFillSync } from 'node:crypto';
import { appendAction } from '../shared/actions/appendAction.ts';
import { decisionsDigest, decisionsIn } from '../shared/actions/decisions.ts';
import {
	createNonce,
	MAX_APPLICANTS,
	type Action,
	type DecidedApplicant,
	type LogAction,
	type ReplyAction,
	type Verdict,
} from '../shared/actions/mark.ts';
import { readLog } from '../shared/actions/readLog.ts';
import { firstOpening } from '../shared/history/gatherSubmissions.ts';
import { readLogPage } from '../shared/actions/readLogPage.ts';
import type { TracedApplication } from '../shared/history/submission.ts';
import type { AnnouncedDecision } from '../shared/notices/notice.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Wiki } from '../shared/wiki/wiki.ts';

type Decidable = Pick<TracedApplication, 'course' | 'added' | 'answersSince'>;
type Replying = Pick<TracedApplication, 'course' | 'pageid'> & {
	readonly announced: Pick<AnnouncedDecision, 'decision'> | null;
};

/** What reviewers and applicants do, as the gadget does it: marked edits through their own ports. Each gives its revision. */
export interface Acting {
	log(by: Wiki, action: LogAction, note?: string): Promise<number>;
	/** The same about several people of one course. */
	decide(
		by: Wiki,
		verdict: Verdict,
		applications: readonly Decidable[],
		options?: { readonly place?: number | null; readonly note?: string },
	): Promise<number>;
	/** Everything that the log decides now. */
	release(by: Wiki, course: string): Promise<number>;
	/** To the offer that was announced; a withdrawal answers none. */
	reply(by: Wiki, answer: ReplyAction['answer'], application: Replying): Promise<number>;
}

export function actingOn(programme: Programme): Acting {
	const courses = programme.courses.map(({ id }) => id);
	const log: Acting['log'] = (by, action, note = '') => append(by, programme.log.id, action, note);
	return {
		log,
		decide: (by, verdict, applications, { place = null, note = '' } = {}) => {
			const [first] = applications;
			if (!first || applications.length > MAX_APPLICANTS)
				throw new Error('a decision is about 1 to 20 people');
			return log(
				by,
				{ kind: 'decide', course: first.course, verdict, place, applicants: applications.map(decided) },
				note,
			);
		},
		release: async (by, course) => {
			const { history } = await readLogPage(by, programme.log.id, firstOpening(programme));
			const read = readLog(history, programme, courses);
			const digest = decisionsDigest(decisionsIn(read, course));
			return log(by, { kind: 'release', course, seen: read.newest, digest });
		},
		reply: (by, answer, { course, pageid, announced }) => {
			const offer = answer === 'withdrawn' ? null : (announced?.decision ?? 0);
			return append(by, pageid, { kind: 'reply', course, answer, offer }, '');
		},
	};
}

function decided({ added, answersSince }: Decidable): DecidedApplicant {
	return { id: added.user?.id ?? 0, answers: answersSince.revid };
}

async function append(wiki: Wiki, pageid: number, action: Action, note: string): Promise<number> {
	const nonce = createNonce((bytes) => randomFillSync(bytes));
	const saved = await appendAction(wiki, { pageid, action, nonce, line: lineOf(action), note });
	if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
	return saved.revid;
}

function lineOf(action: Action): string {
	return action.kind === 'reply' ? `Reply: ${action.answer}` : `${action.course}: ${action.kind}`;
}
