import type { Log } from '../../shared/actions/readLog.ts';
import type { LogPage } from '../../shared/actions/readLogPage.ts';
import type { Problem } from '../../shared/history/problem.ts';
import type { ProgrammeChange } from '../../shared/programme/programmeHistory.ts';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import type { Verdict } from '../../shared/rules/eligibility.ts';
import type { EvaluatedApplication, EvaluatedCourse } from '../../shared/rules/evaluation.ts';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import type { LogWriter } from './createLogWriter.ts';

/** Who reviews, where. */
export interface Reviewing {
	/** As it travels with the gadget: for what is shown before the wiki was asked. */
	readonly programme: Programme;
	/** The reader's name. */
	readonly account: string;
	/** The reader's user id. */
	readonly id: number;
	readonly wiki: Wiki;
	readonly write: LogWriter;
}

/** A course as the wiki has it. */
export interface CourseRead {
	/** In force on the wiki. */
	readonly programme: Programme;
	readonly course: Course;
	/** Oldest first. */
	readonly all: readonly Reviewable[];
	readonly evaluated: EvaluatedCourse;
	readonly log: Log;
	/** Null: there is no log page. */
	readonly logPage: LogPage['page'];
	/** Of the programme page. */
	readonly changes: readonly ProgrammeChange[];
	/** What the reader may do. */
	readonly may: { readonly decide: boolean; readonly write: boolean };
	/** The wiki's clock, ISO 8601. */
	readonly now: string;
}

/** An application as reviewers see it. */
export interface Reviewable {
	/** The same as long as the application is, whatever is changed on its page. */
	readonly key: string;
	readonly course: Course;
	readonly one: EvaluatedApplication;
	/** What the bot last found of its requirements. */
	readonly verdict: Verdict;
	/** What a person should look at in it. */
	readonly problems: readonly Problem[];
}
