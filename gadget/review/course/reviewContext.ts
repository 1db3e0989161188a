import type { Log } from '../../../shared/actions/readLog.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { ProgrammeChange } from '../../../shared/programme/programmeHistory.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import type { EvaluatedCourse } from '../../../shared/rules/evaluation.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { ReviewItem } from './reviewItem.ts';
import type { LogWriter } from './createLogWriter.ts';

/** The reviewer and the programme. */
export interface ReviewContext {
	/** The copy in the gadget, used before the wiki responds. */
	readonly programme: Programme;
	/** The reviewer's user name. */
	readonly account: string;
	/** The reviewer's user id. */
	readonly userId: number;
	readonly wiki: Wiki;
	readonly writeLog: LogWriter;
}

/** A course's current data on the wiki. */
export interface CourseSnapshot {
	/** The programme in force on the wiki. */
	readonly programme: Programme;
	readonly course: Course;
	/** Oldest first. */
	readonly items: readonly ReviewItem[];
	readonly evaluated: EvaluatedCourse;
	readonly log: Log;
	/** Null if the log page does not exist. */
	readonly logPage: LogPage['page'];
	/** Changes of the programme page. */
	readonly programmeChanges: readonly ProgrammeChange[];
	/** The reviewer's permissions. */
	readonly permissions: { readonly canDecide: boolean; readonly canWrite: boolean };
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}
