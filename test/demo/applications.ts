import type { Programme } from '../../shared/programme/schema.ts';
import { writeApplication } from '../../shared/application/writeApplication.ts';
import { getCoursePages } from '../../shared/programme/coursePages.ts';
import { readSite } from '../../shared/wiki/readSite.ts';
import type { Wiki as Port } from '../../shared/wiki/wiki.ts';
import { login, type ApiSession } from '../wiki/apiSession.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { PASSWORD } from './accounts.ts';

interface DemoApplication {
	readonly by: string;
	readonly course: 'iah' | 'pb';
	/** Made with the form, as a subpage; by hand, as a section of the talk page; or broken in some way. */
	readonly form: 'subpage' | 'section' | 'unclosed' | 'no template';
	readonly answers?: Readonly<Record<string, string>>;
}

/** A dozen, by accounts that the rights check tells apart. */
const demoApplications: readonly DemoApplication[] = [
	{ by: 'LocalSysop', course: 'iah', form: 'subpage' },
	{ by: 'LocalRollbacker', course: 'iah', form: 'subpage' },
	{ by: 'SysopAbroad', course: 'iah', form: 'subpage' },
	{ by: 'Rollbacker', course: 'iah', form: 'section' },
	{ by: 'Steward', course: 'iah', form: 'subpage' },
	{ by: 'BlockedAbroad', course: 'iah', form: 'subpage' },
	{ by: 'Newcomer', course: 'iah', form: 'unclosed' },
	{ by: 'Āmina Yūsuf', course: 'pb', form: 'subpage', answers: { 'partnership-level': 'beginner' } },
	{
		by: 'Иван Петров',
		course: 'pb',
		form: 'section',
		answers: { motivation: 'Библиотека | музей}} и архив ~~~~\n\n* всё [[вместе]]' },
	},
	{
		by: '李小龍',
		course: 'pb',
		form: 'subpage',
		answers: { motivation: '與圖書館合作 https://example.org/wiki?a=b|c' },
	},
	{ by: 'LockedUser', course: 'pb', form: 'subpage' },
	{ by: 'Newcomer', course: 'pb', form: 'no template' },
];

/** Makes the applications as edits by the accounts themselves, through the wiki's API. */
export async function createApplications(
	wiki: Wiki,
	bot: Port,
	programme: Programme,
	print: (line: string) => void,
): Promise<void> {
	const site = await readSite(bot);
	const sessions = new Map<string, ApiSession>();
	for (const application of demoApplications) {
		const session = sessions.get(application.by) ?? (await login(wiki.apiUrl, application.by, PASSWORD));
		sessions.set(application.by, session);
		const course = programme.courses.find(({ id }) => id === application.course);
		if (!course) throw new Error(`The example programme has no course ${application.course}.`);
		const text = writeText(application, programme);
		const summary = 'My application';
		if (application.form === 'section') {
			const { talk } = getCoursePages(course, site);
			await session.edit({
				title: talk,
				section: 'new',
				sectiontitle: 'Application',
				text: `${text}\n\n~~~~`,
				summary,
			});
		} else {
			const title = `${course.page}/Applications/${application.by}`;
			await session.edit({ title, text, summary, createonly: true });
		}
		print(`${application.by} applied for ${application.course} (${application.form})`);
	}
}

function writeText({ form: how, course, answers }: DemoApplication, programme: Programme): string {
	if (how === 'no template') return 'I would like to take part, please!';
	const allAnswers = { ...plausibleAnswers(programme, course), ...answers };
	const page = writeApplication({ course, answers: allAnswers, email: 'sent' });
	return how === 'unclosed' ? page.replace('\n}}', '\n') : page;
}

function plausibleAnswers(programme: Programme, courseId: string): Record<string, string> {
	const answers: Record<string, string> = {};
	for (const question of programme.courses.find(({ id }) => id === courseId)?.questions ?? []) {
		const answer = plausibleAnswer(question);
		if (answer !== null) answers[question.id] = answer;
	}
	return answers;
}

function plausibleAnswer(question: Programme['courses'][number]['questions'][number]): string | null {
	switch (question.type) {
		case 'private-email':
			return null;
		case 'commitment':
			return 'yes';
		case 'one-of':
		case 'some-of':
			return question.options[0]?.id ?? '';
		case 'number':
			return String(question.min ?? 1);
		case 'language':
			return 'en';
		case 'wiki':
			return 'metawiki';
		case 'time-zone':
			return 'Europe/Athens';
		case 'availability':
			return 'mon can 16:00-20:00; wed rather 17:00-19:00';
		case 'short-text':
			return 'English, and some French';
		case 'long-text':
			return question.id === 'use'
				? 'I will hold two workshops in our user group, and write down what works.'
				: 'I have helped newcomers on my home wiki for years, and now I want to do it well.';
	}
}
