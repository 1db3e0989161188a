import type { Problem } from '../../shared/history/problem.ts';
import type { TranslateInto } from '../../shared/i18n/translate.ts';
import { inBatches, readPages, type Page } from '../../shared/wiki/readPages.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { PlannedNotice } from '../plan/plannedNotice.ts';
import { talkTitle } from '../plan/talkTitle.ts';
import type { WantedRegion } from '../plan/wantedRegion.ts';
import { noticeSection, withSection } from '../render/notices/noticeText.ts';
import { renderReportPage } from '../render/renderReportPage.ts';
import { comparePage, type Published, type Wanted } from '../wiki/comparePage.ts';
import { logEdit } from './apply/logEdit.ts';
import { lookAt, readTalk, TOGETHER, undeliverable, type NoticeContext } from './apply/noticeTarget.ts';
import { failure, regionEdit } from './apply/regionEdit.ts';
import { replyEdits } from './apply/replyEdits.ts';
import { isSaved, mayWrite } from './mayWrite.ts';
import type { Plan } from './planCycle.ts';
import { sentTwice } from './problems.ts';
import type { Snapshot } from './readSnapshot.ts';
import type { TellProgress } from './stageProgress.ts';

/** An edit that a cycle would make. */
export interface PlannedEdit {
	readonly title: string;
	readonly summary: string;
	/** Null where there is no page yet. */
	readonly before: string | null;
	readonly after: string;
}

/** What would become of a plan. */
export interface PlanPreview {
	readonly edits: readonly PlannedEdit[];
	/** Each page as if it had been written. */
	readonly published: readonly Published[];
	readonly problems: readonly Problem[];
}

/**
 * Decides about each page of a plan as `applyPlan` does, and shows the edits instead of making them.
 *
 * @throws WikiError where the wiki cannot be looked at
 */
export async function previewPlan(
	wiki: Wiki,
	snapshot: Snapshot,
	plan: Plan,
	{ translate, tell }: { readonly translate: TranslateInto; readonly tell?: TellProgress },
): Promise<PlanPreview> {
	const { programme, news, logPage, sent, programmeHistory } = snapshot;
	const { site } = news;
	const words = translate(programme.language);
	if (!mayWrite(snapshot, plan)) return { edits: [], published: [], problems: plan.problems };
	tell?.({ stage: 'save', done: 0, of: plan.pages.length });
	const pages = await previewRegions(wiki, plan.pages, snapshot);
	const replies = await replyEdits(wiki, programme, plan.replies, words);
	const notices = await previewNotices(wiki, plan.due.filter(isSaved(pages.published)), {
		programme,
		site,
		translateInto: translate,
		sent,
		formerBots: programmeHistory.formerBots,
	});
	const problems = [...plan.problems, ...notices.problems, ...sentTwice(sent.sent)];
	const { outbox, applications } = plan;
	const shown = { problems: [...problems, ...pages.problems], outbox, applications, at: site.now };
	const report = await previewRegions(wiki, [renderReportPage(programme, shown, words)], snapshot);
	const parts = [
		pages,
		...replies.map(({ edit, page }) => previewEdit(edit, page)),
		await previewLog(wiki, logEdit(logPage, programme, words)),
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
	wanted: readonly WantedRegion[],
	{ programme, gathered, news }: Snapshot,
): Promise<PlanPreview> {
	const unread = wanted.filter(({ title }) => !gathered.present.has(title)).map(({ title }) => title);
	const read = unread.length === 0 ? [] : await readPages(wiki, unread, news.site.batch);
	const present = new Map([...gathered.present, ...read]);
	const previews: PlanPreview[] = [];
	for (const region of wanted) {
		const page = present.get(region.title) ?? null;
		const { edit, problem } = await regionEdit(wiki, region, page, programme.bot);
		previews.push(edit ? previewEdit(edit, page, problem) : unchanged(region.title, problem));
	}
	return join(previews);
}

function previewEdit(edit: Wanted, page: Page | null, problem: Problem | null = null): PlanPreview {
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

function asIfSaved(title: string): Published {
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
	for (const some of inBatches(due, TOGETHER)) {
		const titles = [...new Set(some.map((notice) => talkTitle(notice.to.name, context.site)))];
		const seen = await readTalk(wiki, titles, some, context);
		for (const notice of some) {
			const title = talkTitle(notice.to.name, context.site);
			const section = noticeSection(notice, context.translateInto(notice.language));
			const { talk, isSent, refused } = lookAt(notice, section, seen, context);
			const why = undeliverable(notice) ?? refused;
			const before = talk?.page?.revision.text ?? null;
			const after = withSection(before ?? '', section);
			if (isSent) continue;
			previews.push(
				why
					? { ...NOTHING, problems: [{ kind: 'undelivered', about: title, detail: why }] }
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
