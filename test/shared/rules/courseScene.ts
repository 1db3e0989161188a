import type { Application } from '../../../shared/application/application.ts';
import type { ReplyAction } from '../../../shared/actions/mark.ts';
import type { Change } from '../../../shared/history/change.ts';
import type { TracedApplication } from '../../../shared/history/submission.ts';
import type { NoticeKind, SentNotice } from '../../../shared/notices/notice.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import { evaluateCourse } from '../../../shared/rules/evaluateCourse.ts';
import type { CourseFacts, EvaluatedApplication, EvaluatedCourse } from '../../../shared/rules/evaluation.ts';
import { createCycleProgramme } from '../../bot/cycle/createCycleProgramme.ts';
import { fillInPlaceholderIds } from '../../programmeIds.ts';
import { hour, LogBuilder } from '../actions/logBuilder.ts';
import { course as anyCourse } from './assessRequirement.ts';

export { hour } from '../actions/logBuilder.ts';
export { RITA, ROB, EVE } from '../actions/logBuilder.ts';

/** The applicants' user ids. */
export const ANA = 7;
export const BEN = 8;
export const CEM = 9;
const NAMES: ReadonlyMap<number, string> = new Map([
	[ANA, 'Ana'],
	[BEN, 'Ben'],
	[CEM, 'Cem'],
]);

/** Two seats; open from hour 0 to 100, announced from hour 200 on, promotions until 800, begins at 1000. */
export const course: Course = {
	...anyCourse,
	seats: 2,
	opens: hour(0),
	closes: hour(100),
	notify: hour(200),
	promoteUntil: hour(800),
	starts: hour(1000),
	questions: [
		{ id: 'motivation', label: 'Why?', type: 'long-text', required: true },
		{ id: 'address', label: 'Address', type: 'private-email', required: true },
	],
};

interface ApplicationOptions {
	/** The revision that first put it on the page. */
	readonly revid: number;
	/** Hours. */
	readonly at: number;
	readonly answers?: Readonly<Record<string, string>>;
	readonly email?: Application['email'];
	readonly page?: string;
}

/** What happened to one course, hour by hour, and what it comes to. */
export class CourseScene {
	readonly log = new LogBuilder();
	readonly applications: TracedApplication[] = [];
	readonly sent: SentNotice[] = [];
	readonly arrivals = new Map<number, string>();
	readonly names = new Map<string, { readonly id: number; readonly namedSince: string | null } | null>();
	heldUntil: string | null = null;
	programme: Programme = fillInPlaceholderIds({
		...createCycleProgramme(Date.parse(hour(0))),
		courses: [course],
		offers: { confirmDays: 7, reminderDays: 2 },
	});
	course: Course = course;

	/** An application on its own page. @returns its place among the applications */
	apply(id: number, applying: ApplicationOptions, changes: Partial<TracedApplication> = {}): number {
		const { revid, at, page = NAMES.get(id) ?? `User ${id}` } = applying;
		const change = this.change(id, revid, at);
		const application = createApplication(applying);
		this.applications.push({
			kind: 'subpage',
			title: `Course/Applications/${page}`,
			pageid: 300 + this.applications.length,
			section: '',
			titleUserName: page,
			course: course.id,
			added: change,
			versions: [{ change, application }],
			lastChange: change,
			answersChange: change,
			application,
			changedByOthers: null,
			removed: null,
			isRemovedByApplicant: false,
			replies: [],
			uncertainReplyRevid: 0,
			...changes,
		});
		return this.applications.length - 1;
	}

	/** Its applicant saves it again. @param sameAnswers whether only the address was handed over */
	save(index: number, applying: ApplicationOptions, sameAnswers = false): void {
		this.alter(index, (previous) => {
			const change = this.change(previous.added.user?.id ?? 0, applying.revid, applying.at);
			const application = createApplication(applying);
			return {
				versions: [...previous.versions, { change, application }],
				application,
				lastChange: change,
				...(sameAnswers ? {} : { answersChange: change }),
			};
		});
	}

	reply(index: number, reply: ReplyAction['reply'], offer: number | null, revid: number, at: number): void {
		this.alter(index, ({ replies, added }) => ({
			replies: [...replies, { reply, offer, change: this.change(added.user?.id ?? 0, revid, at) }],
		}));
	}

	alter(index: number, change: (application: TracedApplication) => Partial<TracedApplication>): void {
		const current = this.applications[index];
		if (!current) throw new RangeError('There is no such application');
		this.applications[index] = { ...current, ...change(current) };
	}

	/** A notice of a decision, or of something else. */
	announce(id: number, about: string, at: number, kind: NoticeKind = 'decision'): SentNotice {
		const notice: SentNotice = {
			course: course.id,
			applicant: id,
			kind,
			about,
			at: hour(at),
			title: `User talk:${NAMES.get(id) ?? `User ${id}`}`,
			revid: 5000 + this.sent.length,
		};
		this.sent.push(notice);
		return notice;
	}

	facts(at: number): CourseFacts {
		const { programme, course: now, applications, names, arrivals, sent, heldUntil } = this;
		const log = this.log.read();
		return {
			programme,
			course: now,
			applications,
			titleNames: names,
			arrivals,
			log,
			sentNotices: sent,
			heldUntil,
			at: hour(at),
		};
	}

	evaluate(at: number): EvaluatedCourse {
		return evaluateCourse(this.facts(at));
	}

	/** The applications of one account, oldest first. */
	of(id: number, at: number): readonly EvaluatedApplication[] {
		return this.evaluate(at).applications.filter(({ added }) => added.user?.id === id);
	}

	/** An account's only application. */
	find(id: number, at: number): EvaluatedApplication {
		const [found, ...more] = this.of(id, at);
		if (!found || more.length > 0) throw new RangeError(`${more.length} more`);
		return found;
	}

	private change(id: number, revid: number, at: number): Change {
		const name = NAMES.get(id) ?? `User ${id}`;
		return { revid, parentid: 0, timestamp: hour(at), user: { id, name } };
	}
}

function createApplication({
	answers = { motivation: 'To help' },
	email = 'sent',
}: ApplicationOptions): Application {
	return { course: course.id, answers, email };
}
