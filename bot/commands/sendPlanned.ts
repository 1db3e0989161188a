import { performance } from 'node:perf_hooks';
import { noticeId } from '../../shared/notice/noticeMark.ts';
import type { PlannedNotice, Undelivered } from '../notices/plannedNotice.ts';
import { sendNotices, type SendResult } from '../notices/sendNotices.ts';
import { talkTitle } from '../notices/talkTitle.ts';
import { translateInto } from '../translateInto.ts';
import type { AsBot } from './asBot.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit.ts';
import { tellProgress } from './tellProgress.ts';

/** What became of a notice. `not saved`: it can be tried again at once. */
type Outcome = 'sent' | 'would be sent' | 'not saved' | Undelivered;

/**
 * Sends what a command planned, says what became of each, and gives the exit code.
 *
 * @param before how many of those whom the command is about had it before
 * @throws WikiError where the wiki cannot be talked to
 */
export async function sendPlanned(
	{ wiki, site, cycle: { programme, stopped } }: AsBot,
	planned: readonly PlannedNotice[],
	before: number,
	{ out, dryRun }: Context,
): Promise<number> {
	if (stopped !== null && !dryRun) {
		out.warn(`Nothing is sent, the stop page forbids writing: ${stopped}`);
		out.result({ ok: false, exit: EXIT.personNeeded, dryRun, stopped, notices: [] });
		return EXIT.personNeeded;
	}
	const tell = tellProgress(out, () => performance.now(), false);
	const result = await sendNotices(wiki, planned, {
		programme,
		site,
		translateInto,
		tell: (done, of) => {
			tell({ stage: 'tell', done, of });
		},
	});
	out.progress(null);
	const notices = planned.map((notice) => ({
		to: notice.to.name,
		page: talkTitle(notice.to.name, site),
		course: notice.course,
		kind: notice.kind,
		language: notice.language,
		text: notice.text,
		outcome: outcomeOf(notice, result, dryRun),
	}));
	for (const { page, outcome } of notices) {
		const fields = { page, action: outcome };
		if (isDone(outcome)) out.say(`${page}: ${outcome}`, fields);
		else out.warn(`${page}: not sent, ${describeOutcome(outcome)}`, fields);
	}
	const count = notices.filter(({ outcome }) => isDone(outcome)).length;
	out.say(
		`${count} of ${notices.length} ${dryRun ? 'would be sent' : 'sent'}${before === 0 ? '' : `; ${before} had it before`}.`,
	);
	const code = exitOf(notices.map(({ outcome }) => outcome));
	out.result({ ok: code === EXIT.done, exit: code, dryRun, stopped, before, notices });
	return code;
}

function outcomeOf(notice: PlannedNotice, { sent, held }: SendResult, dryRun: boolean): Outcome {
	const id = noticeId(notice);
	// In a dry run nothing has a revision of its own by which the sent ones could be told apart.
	const why = held.get(id);
	if (why !== undefined) return why;
	if (dryRun) return 'would be sent';
	return sent.some((one) => noticeId(one) === id) ? 'sent' : 'not saved';
}

function isDone(outcome: Outcome): boolean {
	return outcome === 'sent' || outcome === 'would be sent';
}

function describeOutcome(outcome: Outcome): string {
	return outcome === 'not saved'
		? 'the wiki did not save it. Run it again: nobody gets it twice'
		: translateInto('en')(`wikilearn-problem-undelivered-${outcome}`);
}

function exitOf(outcomes: readonly Outcome[]): number {
	if (outcomes.includes('not saved')) return EXIT.failed;
	return outcomes.every(isDone) ? EXIT.done : EXIT.personNeeded;
}
