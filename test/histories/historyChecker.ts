import { readLogPage } from '../../shared/actions/readLogPage.ts';
import { announcesDecision, getNoticeId, type SentNotice } from '../../shared/notices/notice.ts';
import { readHistory } from '../../shared/wiki/readPages.ts';
import type { RevisionMeta } from '../../shared/wiki/revision.ts';
import type { CourseWorld, Done } from '../world/courseWorld.ts';
import { READER } from '../world/world.ts';
import type { MeantDecision, Oracle } from './oracle.ts';

const QUARTER_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

type Application = Done['applications'][number];

/** Compares a cycle's result with what users did. Remembers every notice seen. */
export class HistoryChecker {
	private readonly sent = new Map<number, SentNotice>();

	constructor(
		private readonly course: CourseWorld,
		private readonly oracle: Oracle,
	) {}

	/** @param now the wiki's clock before the cycle, milliseconds @throws Error that says what is wrong */
	async check(done: Done, now: number): Promise<void> {
		const log = await this.visibleLog();
		this.checkNotices(done.sent, now);
		for (const { release } of done.courses)
			if (release.release) {
				const meant = this.oracle.releases.get(release.release.revid);
				assertThat(meant?.by === release.release.by.id, `release ${release.release.revid} was not meant`);
			}
		for (const application of done.applications) {
			this.checkDecisions(application, log);
			await this.checkReplies(application);
		}
	}

	private checkNotices(sent: readonly SentNotice[], now: number): void {
		const newNotices = sent.filter(({ revid }) => !this.sent.has(revid));
		for (const notice of newNotices) this.sent.set(notice.revid, notice);
		const all = [...this.sent.values()];
		for (const notice of newNotices) {
			const id = getNoticeId(notice);
			assertThat(all.filter((notice) => getNoticeId(notice) === id).length === 1, `${id} was sent twice`);
			if (!announcesDecision(notice)) continue;
			const [outcome, revid] = notice.about.split('-');
			const meant = this.oracle.decisions.get(Number(revid));
			const isMeant = meant?.course === notice.course && meant.people.has(notice.applicant);
			assertThat(isMeant && meant.outcome === outcome, `${id} tells of what nobody decided`);
			if (meant) this.checkReleased(meant, notice, now);
		}
	}

	private checkReleased(meant: MeantDecision, notice: SentNotice, now: number): void {
		const { releases, takenBack, changedPeople } = this.oracle;
		const findCoveringRelease = [...releases.values()].filter(
			({ revid, course, seen, at }) =>
				course === meant.course &&
				seen >= meant.revid &&
				// The bot reads the clock slightly later.
				at + QUARTER_MS <= now + 60_000 &&
				!takenBack.some(({ of }) => of === revid),
		);
		assertThat(findCoveringRelease.length > 0, `${getNoticeId(notice)} was not released`);
		assertThat(
			now + 60_000 >= changedPeople + DAY_MS,
			`${getNoticeId(notice)} within a day of a change of people`,
		);
	}

	private checkDecisions(application: Application, log: ReadonlyMap<number, RevisionMeta>): void {
		const { added, title, course, versions, state, decision, decisions, announced } = application;
		const id = added.user?.id ?? 0;
		for (const { revid, outcome, by } of decisions) {
			const meant = this.oracle.decisions.get(revid);
			const isMeant = meant?.outcome === outcome && meant.course === course && meant.people.has(id);
			assertThat(isMeant && meant.by === by.id && by.id !== id, `${title}: decision ${revid} was not meant`);
		}
		if (state === 'unverified') return;
		const isIntact = (revid: number): boolean => {
			const revision = log.get(revid);
			return Boolean(revision?.user && revision.comment !== null && log.has(revision.parentid));
		};
		const withdrawal = Math.max(
			0,
			...application.replies.flatMap(({ reply, change }) => (reply === 'withdrawn' ? [change.revid] : [])),
		);
		const isTakenBack = (revid: number): boolean =>
			this.oracle.takenBack.some(
				(takeBack) => takeBack.of === revid && takeBack.people.includes(id) && isIntact(takeBack.revid),
			);
		const decisionsInForce = [...this.oracle.decisions.values()]
			.filter(
				({ revid, people, by }) => people.has(id) && by !== id && isIntact(revid) && !isTakenBack(revid),
			)
			.filter((meant) => meant.course === course && meant.revid > withdrawal)
			.filter(({ people }) => versions.some(({ change }) => change.revid === people.get(id)))
			.map(({ revid }) => revid);
		const newest = Math.max(0, ...decisionsInForce);
		const isAnnouncedStanding =
			announced !== null && !isTakenBack(announced.decisionRevid) && newest < announced.decisionRevid;
		const expected = isAnnouncedStanding ? announced.decisionRevid : newest;
		// A second application may have its own withdrawal.
		if ((decision?.revid ?? 0) !== expected && state !== 'superseded' && state !== 'withdrawn')
			throw new Error(`${title}: decision ${decision?.revid ?? 0} is in force instead of ${expected}`);
	}

	private async checkReplies(application: Application): Promise<void> {
		const { added, title, replies, pageid, course } = application;
		if (!added.user) return;
		for (const { change, reply, offer } of replies) {
			const meant = this.oracle.replies.get(change.revid);
			const isMeant = meant?.action.reply === reply && meant.action.offer === offer;
			assertThat(isMeant && meant.by === added.user.id, `${title}: reply ${change.revid} was not meant`);
		}
		const own = [...this.oracle.replies.values()].filter(
			({ by, pageid: on, action }) => by === added.user?.id && on === pageid && action.course === course,
		);
		if (own.length === 0) return;
		const history = await readHistory(await this.course.world.as(READER), title);
		for (const { revid } of own) {
			const revision = history.find((revision) => revision.revid === revid);
			const isIntact =
				revision?.user &&
				revision.comment !== null &&
				history.some((parent) => parent.revid === revision.parentid);
			if (isIntact && !replies.some(({ change }) => change.revid === revid))
				throw new Error(`${title}: reply ${revid} is lost`);
		}
	}

	private async visibleLog(): Promise<ReadonlyMap<number, RevisionMeta>> {
		const { world, programme } = this.course;
		const { history } = await readLogPage(await world.as(READER), programme.log.id, '2000-01-01T00:00:00Z');
		return new Map(history.revisions.map((revision) => [revision.revid, revision]));
	}
}

function assertThat(condition: boolean | undefined, message: string): void {
	if (condition !== true) throw new Error(message);
}
