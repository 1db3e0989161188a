import type { Page } from 'playwright-core';
import { writeApplication } from '../../../shared/application/writeApplication.ts';
import type { Course, Question } from '../../../shared/programme/schema.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { traceApplications } from '../../../shared/submission/traceApplications.ts';
import type { TracedApplication } from '../../../shared/submission/submission.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { login, type ApiSession } from '../../wiki/apiSession.ts';

const sessions = new WeakMap<DemoWiki, Map<string, ApiSession>>();

/** Somebody's session with the wiki's API, kept. */
export async function sessionOf(demo: DemoWiki, name: string): Promise<ApiSession> {
	const own = sessions.get(demo) ?? new Map<string, ApiSession>();
	sessions.set(demo, own);
	const session = own.get(name) ?? (await login(demo.wiki.apiUrl, name, PASSWORD));
	own.set(name, session);
	return session;
}

export function titleOf(course: Course, name: string): string {
	return `${course.page}/Applications/${name}`;
}

/** An application with an answer to every question that is public. */
export async function apply(
	demo: DemoWiki,
	course: Course,
	name: string,
	answers: Readonly<Record<string, string>> = {},
): Promise<void> {
	const given = Object.fromEntries(course.questions.map((question) => [question.id, plausible(question)]));
	const text = writeApplication({
		course: course.id,
		answers: { ...given, ...answers },
		email: 'sent',
		withdrawn: false,
	});
	const session = await sessionOf(demo, name);
	await session.edit({ title: titleOf(course, name), text, summary: 'My application' });
}

/** Adds a line at the end of an application's page, as anybody can by hand. */
export async function append(
	demo: DemoWiki,
	course: Course,
	by: string,
	to: string,
	line: string,
): Promise<void> {
	const session = await sessionOf(demo, by);
	await session.edit({ title: titleOf(course, to), appendtext: `\n${line}`, nocreate: true });
}

/** The application as its page's history tells. */
export async function applicationOf(
	demo: DemoWiki,
	course: Course,
	name: string,
): Promise<TracedApplication | undefined> {
	const title = titleOf(course, name);
	const history = await readHistory(demo.bot, title);
	const { applications } = traceApplications(
		{ kind: 'subpage', title, pageid: 0, courses: [course.id], inName: name, movedTo: null, history },
		demo.programme,
		'en',
	);
	return applications[0];
}

/** What a browser asks of a wiki for a page, as far as it is the review's. */
export function reviewRequests(page: Page): readonly string[] {
	const found: string[] = [];
	page.on('request', (request) => {
		if (decodeURIComponent(request.url()).includes('wikilearn-review')) found.push(request.url());
	});
	return found;
}

function plausible({ type, ...question }: Question): string {
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
