import { randomFillSync } from 'node:crypto';
import { appendAction } from '../shared/actions/appendAction.ts';
import { digestDecisions, collectDecisions } from '../shared/actions/collectDecisions.ts';
import {
	createNonce,
	MAX_APPLICANTS,
	type Action,
	type DecidedApplicant,
	type LogAction,
	type ReplyAction,
	type OutcomeOrRecusal,
} from '../shared/actions/mark.ts';
import { readLog } from '../shared/actions/readLog.ts';
import { findFirstOpening } from '../shared/history/gatherSubmissions.ts';
import { readLogPage } from '../shared/actions/readLogPage.ts';
import type { TracedApplication } from '../shared/history/submission.ts';
import type { AnnouncedDecision } from '../shared/notices/notice.ts';
import type { Programme } from '../shared/programme/schema.ts';
import type { Wiki } from '../shared/wiki/wiki.ts';

type Decidable = Pick<TracedApplication, 'course' | 'added' | 'answersChange'>;
type ReplyTarget = Pick<TracedApplication, 'course' | 'pageid'> & {
	readonly announced: Pick<AnnouncedDecision, 'decisionRevid'> | null;
};

/** What reviewers and applicants do, as the gadget does it: marked edits through their own ports. Each gives its revision. */
interface MarkedActions {
	log(by: Wiki, action: LogAction, note?: string): Promise<number>;
	/** The same about several people of one course. */
	decide(
		by: Wiki,
		verdict: OutcomeOrRecusal,
		applications: readonly Decidable[],
		options?: { readonly place?: number | null; readonly note?: string },
	): Promise<number>;
	/** Everything that the log decides now. */
	release(by: Wiki, course: string): Promise<number>;
	/** To the offer that was announced; a withdrawal answers none. */
	reply(by: Wiki, reply: ReplyAction['reply'], application: ReplyTarget): Promise<number>;
}

export function createMarkedActions(programme: Programme): MarkedActions {
	const courses = programme.courses.map(({ id }) => id);
	const log: MarkedActions['log'] = (by, action, note = '') => saveAction(by, programme.log.id, action, note);
	return {
		log,
		decide: (by, verdict, applications, { place = null, note = '' } = {}) => {
			const [first] = applications;
			if (!first || applications.length > MAX_APPLICANTS)
				throw new Error('a decision is about 1 to 20 people');
			return log(
				by,
				{
					kind: 'decide',
					course: first.course,
					outcome: verdict,
					place,
					applicants: applications.map(toDecidedApplicant),
				},
				note,
			);
		},
		release: async (by, course) => {
			const { history } = await readLogPage(by, programme.log.id, findFirstOpening(programme));
			const read = readLog(history, programme, courses);
			const digest = digestDecisions(collectDecisions(read, course));
			return log(by, { kind: 'release', course, seenRevid: read.newestRevid, digest });
		},
		reply: (by, reply, { course, pageid, announced }) => {
			const offer = reply === 'withdrawn' ? null : (announced?.decisionRevid ?? 0);
			return saveAction(by, pageid, { kind: 'reply', course, reply, offer }, '');
		},
	};
}

function toDecidedApplicant({ added, answersChange }: Decidable): DecidedApplicant {
	return { id: added.user?.id ?? 0, answersRevid: answersChange.revid };
}

async function saveAction(wiki: Wiki, pageid: number, action: Action, note: string): Promise<number> {
	const nonce = createNonce((bytes) => randomFillSync(bytes));
	const saved = await appendAction(wiki, { pageid, action, nonce, line: describeAction(action), note });
	if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
	return saved.revid;
}

function describeAction(action: Action): string {
	return action.kind === 'reply' ? `Reply: ${action.reply}` : `${action.course}: ${action.kind}`;
}
