import type { Page } from 'playwright-core';
import {
	collectDecisions,
	UNDECIDED,
	type ApplicantDecisions,
} from '../../../shared/actions/collectDecisions.ts';
import {
	createNonce,
	writeAction,
	type LogAction,
	type OutcomeOrRecusal,
} from '../../../shared/actions/mark.ts';
import { readLog, type Log } from '../../../shared/actions/readLog.ts';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import { findFirstOpening } from '../../../shared/history/gatherSubmissions.ts';
import { readLogPage } from '../../../shared/actions/readLogPage.ts';
import type { TracedApplication } from '../../../shared/history/submission.ts';
import { traceApplications } from '../../../shared/history/traceApplications.ts';
import type { Course, Question } from '../../../shared/programme/schema.ts';
import { readAccountsByName } from '../../../shared/wiki/readAccountsByName.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';

const sessions = new WeakMap<DemoWiki, Map<string, ApiSession>>();

/** A user's API session, cached. */
export async function openSession(demo: DemoWiki, name: string): Promise<ApiSession> {
	const own = sessions.get(demo) ?? new Map<string, ApiSession>();
	sessions.set(demo, own);
	const session = own.get(name) ?? (await login(demo.wiki.apiUrl, name, PASSWORD));
	own.set(name, session);
	return session;
}

export function titleOf(course: Course, name: string): string {
	return `${course.page}/Applications/${name}`;
}

/** An application with an answer to every public question. */
export async function apply(
	demo: DemoWiki,
	course: Course,
	name: string,
	answers: Readonly<Record<string, string>> = {},
): Promise<void> {
	const plausibleAnswers = Object.fromEntries(
		course.questions.map((question) => [question.id, plausibleAnswer(question)]),
	);
	const text = writeApplication({
		course: course.id,
		answers: { ...plausibleAnswers, ...answers },
		email: 'sent',
	});
	const session = await openSession(demo, name);
	await session.edit({ title: titleOf(course, name), text, summary: 'My application' });
}

/** Adds an action to the log, as by the review page or by hand. Returns its revision. */
export async function addAction(demo: DemoWiki, by: string, action: LogAction, note = ''): Promise<number> {
	const session = await openSession(demo, by);
	const nonce = createNonce((bytes) => crypto.getRandomValues(bytes));
	const { edit } = await session.post<{ edit: { newrevid: number } }>({
		action: 'edit',
		pageid: demo.programme.log.id,
		appendtext: `\n* A test (${nonce})`,
		summary: `${writeAction(action, nonce)} ${note}`.trim(),
	});
	return edit.newrevid;
}

/** A decision on the current revision of an application. */
export async function decide(
	demo: DemoWiki,
	course: Course,
	by: string,
	to: string,
	verdict: OutcomeOrRecusal,
	note = '',
): Promise<number> {
	const application = await applicationOf(demo, course, to);
	const applicants = [
		{ id: application?.added.user?.id ?? 0, answersRevid: application?.answersChange.revid ?? 0 },
	];
	return addAction(
		demo,
		by,
		{ kind: 'decide', course: course.id, outcome: verdict, place: null, applicants },
		note,
	);
}

export async function readActions({ bot, programme }: DemoWiki): Promise<Log> {
	const { history } = await readLogPage(bot, programme.log.id, findFirstOpening(programme));
	return readLog(
		history,
		programme,
		programme.courses.map(({ id }) => id),
	);
}

/** The log's decisions on a user's application. */
export async function findDecisions(
	demo: DemoWiki,
	course: Course,
	name: string,
): Promise<ApplicantDecisions> {
	const id = (await readAccountsByName(demo.bot, [name])).get(name)?.id ?? 0;
	return collectDecisions(await readActions(demo), course.id).get(id) ?? UNDECIDED;
}

/** The application, from its page's history. */
export async function applicationOf(
	demo: DemoWiki,
	course: Course,
	name: string,
): Promise<TracedApplication | undefined> {
	const title = titleOf(course, name);
	const history = await readHistory(demo.bot, title);
	const submission = {
		kind: 'subpage',
		title,
		pageid: 1,
		courses: [course.id],
		titleUserName: name,
	} as const;
	const { applications } = traceApplications(
		{ ...submission, movedTo: null, isImported: false, history },
		demo.programme,
		'en',
	);
	return applications[0];
}

/** The review's own requests of a page, as recorded. */
export function recordReviewRequests(page: Page): readonly string[] {
	const found: string[] = [];
	page.on('request', (request) => {
		if (decodeURIComponent(request.url()).includes('wikilearn-review')) found.push(request.url());
	});
	return found;
}

function plausibleAnswer({ type, ...question }: Question): string {
	switch (type) {
		case 'private-email':
			return '';
		case 'commitment':
			return 'yes';
		case 'one-of':
		case 'some-of':
			return 'options' in question ? (question.options[0]?.id ?? '') : '';
		case 'number':
			return '1';
		case 'language':
			return 'en';
		case 'wiki':
			return 'metawiki';
		case 'time-zone':
			return 'Europe/Athens';
		case 'availability':
			return 'mon can 16:00-20:00';
		case 'short-text':
			return 'English, Twi';
		case 'long-text':
			return 'I have helped newcomers on my home wiki for years, and now I want to do it well.';
	}
}
