import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/formatMessage.ts';
import { splitIntoBatches, readPages, type Page } from '../../shared/wiki/readPages.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { PlannedNotice } from '../plan/plannedNotice.ts';
import { talkPageTitle } from '../plan/recipients.ts';
import type { RegionUpdate } from '../plan/regionUpdate.ts';
import { renderNoticeSection, appendSection } from '../render/notices/renderNotice.ts';
import { renderReportPage } from '../render/renderReport.ts';
import { comparePage, type PublishResult, type PageUpdate } from '../wiki/comparePage.ts';
import { logEdit } from './apply/logEdit.ts';
import {
	checkTalkPage,
	readTalkState,
	BATCH_SIZE,
	undeliverable,
	type NoticeContext,
} from './apply/noticeTarget.ts';
import { failure, regionEdit } from './apply/regionEdit.ts';
import { replyEdits } from './apply/replyEdits.ts';
import { isSaved, mayWrite } from './mayWrite.ts';
import type { CyclePlan } from './planCycle.ts';
import { doubleNotices } from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';
import type { ProgressListener } from './stageProgress.ts';

/** An edit that a cycle would make. */
export interface PlannedEdit {
	readonly title: string;
	readonly summary: string;
	/** Null if the page does not exist. */
	readonly before: string | null;
	readonly after: string;
}

/** The expected result of a plan. */
interface PlanPreview {
	readonly edits: readonly PlannedEdit[];
	/** The result for each page, as if it had been written. */
	readonly published: readonly PublishResult[];
	readonly problems: readonly Problem[];
}

/**
 * Decides like `applyPlan` for each page, and returns the edits instead of making them.
 *
 * @throws WikiError if the wiki cannot be read
 */
export async function previewPlan(
	wiki: Wiki,
	snapshot: Snapshot,
	plan: CyclePlan,
	{ translate, onProgress }: { readonly translate: TranslateInto; readonly onProgress?: ProgressListener },
): Promise<PlanPreview> {
	const { programme, wikiChanges, logPage, sent, programmeHistory } = snapshot;
	const { site } = wikiChanges;
	const translateHere = translate(programme.language);
	if (!mayWrite(snapshot, plan)) return { edits: [], published: [], problems: plan.problems };
	onProgress?.({ stage: 'publish', done: 0, total: plan.pages.length });
	const pages = await previewRegions(wiki, plan.pages, snapshot);
	const replies = await replyEdits(wiki, programme, plan.replies, translateHere);
	const notices = await previewNotices(wiki, plan.due.filter(isSaved(pages.published)), {
		programme,
		site,
		translateInto: translate,
		sent,
		formerBots: programmeHistory.formerBots,
	});
	const problems = [...plan.problems, ...notices.problems, ...doubleNotices(sent.sent)];
	const { outbox, applications } = plan;
	const reportData = { problems: [...problems, ...pages.problems], outbox, applications, at: site.now };
	const report = await previewRegions(
		wiki,
		[renderReportPage(programme, reportData, translateHere)],
		snapshot,
	);
	const parts = [
		pages,
		...replies.map(({ edit, page }) => previewEdit(edit, page)),
		await previewLog(wiki, logEdit(logPage, programme, translateHere)),
		notices,
		report,
	];
	return {
		edits: parts.flatMap(({ edits }) => edits),
		published: parts.flatMap(({ published }) => published),
		problems,
	};
}

async function previewRegions(
	wiki: Wiki,
	updates: readonly RegionUpdate[],
	{ programme, gathered, wikiChanges }: Snapshot,
): Promise<PlanPreview> {
	const unread = updates.filter(({ title }) => !gathered.present.has(title)).map(({ title }) => title);
	const read = unread.length === 0 ? [] : await readPages(wiki, unread, wikiChanges.site.batchSize);
	const present = new Map([...gathered.present, ...read]);
	const previews: PlanPreview[] = [];
	for (const update of updates) {
		const page = present.get(update.title) ?? null;
		const { edit, problem } = await regionEdit(wiki, update, page, programme.bot);
		previews.push(edit ? previewEdit(edit, page, problem) : unchanged(update.title, problem));
	}
	return join(previews);
}

function previewEdit(edit: PageUpdate, page: Page | null, problem: Problem | null = null): PlanPreview {
	const { title, summary } = edit;
	const compared = comparePage(edit, page);
	if (compared.kind === 'unchanged') return unchanged(title, edit.resetModel ? null : problem);
	if (compared.kind !== 'differs')
		return { edits: [], published: [compared], problems: [failure(edit, compared, page)] };
	const before = page && compared.before;
	return {
		edits: [{ title, summary, before, after: compared.text }],
		published: [asIfSaved(title)],
		problems: problem ? [problem] : [],
	};
}

function unchanged(title: string, problem: Problem | null): PlanPreview {
	return { edits: [], published: [{ title, kind: 'unchanged' }], problems: problem ? [problem] : [] };
}

function asIfSaved(title: string): PublishResult {
	return { title, kind: 'saved', revid: 0, edited: true };
}

async function previewLog(wiki: Wiki, edit: ReturnType<typeof logEdit>): Promise<PlanPreview> {
	if (!edit) return NOTHING;
	const { title, summary, text } = edit;
	const before = (await readPages(wiki, [title])).get(title)?.revision.text ?? null;
	return { edits: [{ title, summary, before, after: text }], published: [asIfSaved(title)], problems: [] };
}

async function previewNotices(
	wiki: Wiki,
	due: readonly PlannedNotice[],
	context: NoticeContext,
): Promise<PlanPreview> {
	const previews: PlanPreview[] = [];
	for (const batch of splitIntoBatches(due, BATCH_SIZE)) {
		const titles = [...new Set(batch.map((notice) => talkPageTitle(notice.to.name, context.site)))];
		const talkState = await readTalkState(wiki, titles, batch, context);
		for (const notice of batch) {
			const title = talkPageTitle(notice.to.name, context.site);
			const section = renderNoticeSection(notice, context.translateInto(notice.language));
			const { talk, isSent, refusal } = checkTalkPage(notice, section, talkState, context);
			const reason = undeliverable(notice) ?? refusal;
			const before = talk?.page?.revision.text ?? null;
			const after = appendSection(before ?? '', section);
			if (isSent) continue;
			previews.push(
				reason
					? { ...NOTHING, problems: [{ kind: 'undelivered', about: title, detail: reason }] }
					: {
							edits: [{ title, summary: section.summary, before, after }],
							published: [asIfSaved(title)],
							problems: [],
						},
			);
		}
	}
	return join(previews);
}

const NOTHING: PlanPreview = { edits: [], published: [], problems: [] };

function join(previews: readonly PlanPreview[]): PlanPreview {
	return {
		edits: previews.flatMap(({ edits }) => edits),
		published: previews.flatMap(({ published }) => published),
		problems: previews.flatMap(({ problems }) => problems),
	};
}
