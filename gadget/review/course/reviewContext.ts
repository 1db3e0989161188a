import type { Log } from '../../../shared/actions/readLog.ts';
import type { LogPage } from '../../../shared/actions/readLogPage.ts';
import type { ProgrammeChange } from '../../../shared/programme/programmeHistory.ts';
import type { Course, Programme } from '../../../shared/programme/schema.ts';
import type { EvaluatedCourse } from '../../../shared/rules/evaluation.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import type { ReviewItem } from './reviewItem.ts';
import type { LogWriter } from './createLogWriter.ts';

/** Who reviews, where. */
export interface ReviewContext {
	/** As it travels with the gadget: for what is shown before the wiki was asked. */
	readonly programme: Programme;
	/** The reader's name. */
	readonly account: string;
	/** The reader's user id. */
	readonly userId: number;
	readonly wiki: Wiki;
	readonly writeLog: LogWriter;
}

/** A course as the wiki has it. */
export interface CourseSnapshot {
	/** In force on the wiki. */
	readonly programme: Programme;
	readonly course: Course;
	/** Oldest first. */
	readonly items: readonly ReviewItem[];
	readonly evaluated: EvaluatedCourse;
	readonly log: Log;
	/** Null: there is no log page. */
	readonly logPage: LogPage['page'];
	/** Of the programme page. */
	readonly programmeChanges: readonly ProgrammeChange[];
	/** What the reader may do. */
	readonly permissions: { readonly canDecide: boolean; readonly canWrite: boolean };
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}
