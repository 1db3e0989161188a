import { writeApplication } from '../../shared/application/writeApplication.ts';
import type { Application } from '../../shared/application/application.ts';
import { readApplications } from '../../shared/application/readApplications.ts';
import { noticeMark } from '../../shared/notice/noticeMark.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { sampleAnswers } from './sampleAnswers.ts';

/** Somebody's application page, and what others do about it, without the form. */
export class OwnApplication {
	readonly title: string;

	constructor(
		private readonly demo: DemoWiki,
		private readonly course: Course,
		readonly account: string,
	) {
		this.title = `${course.page}/Applications/${account}`;
	}

	/** The applicant makes it. Gives their user id. */
	async make(more: Partial<Application> = {}): Promise<number> {
		const session = await login(this.demo.wiki.apiUrl, this.account, PASSWORD);
		const given = Array.from(sampleAnswers(this.course))
			.filter(([{ type }]) => type !== 'private-email')
			.map(([{ id }, answer]): [string, string] => [id, answer]);
		const application: Application = {
			course: this.course.id,
			answers: Object.fromEntries(given),
			email: 'sent',
			withdrawn: false,
			...more,
		};
		await session.edit({ title: this.title, text: writeApplication(application), createonly: true });
		const { query } = await session.get<{ query: { userinfo: { id: number } } }>({
			action: 'query',
			meta: 'userinfo',
		});
		return query.userinfo.id;
	}

	/** A reviewer, or somebody else. */
	async decide(outcome: string, by = this.demo.programme.reviewers[0] ?? ''): Promise<void> {
		const session = await login(this.demo.wiki.apiUrl, by, PASSWORD);
		const appendtext = `\n{{WikiLearn decision|outcome=${outcome}|by=${by}}}`;
		await session.edit({ title: this.title, appendtext, nocreate: true });
	}

	/** The bot, as its cycle does. */
	async tell(applicant: number, outcome: string): Promise<void> {
		const revid = (await this.page()).revid;
		const mark = noticeMark({
			course: this.course.id,
			applicant,
			kind: 'decision',
			about: `${outcome}-${String(revid)}`,
		});
		await this.demo.bot.act({
			action: 'edit',
			title: `User talk:${this.account}`,
			text: 'News',
			summary: `News ${mark}`,
		});
	}

	/** The bot changes what it owns of the page. */
	async touch(): Promise<void> {
		await this.demo.bot.act({ action: 'edit', title: this.title, appendtext: '\n<!-- touched -->' });
	}

	async page(): Promise<{ readonly revid: number; readonly text: string; readonly author: string }> {
		const found = (await readPages(this.demo.bot, [this.title])).get(this.title);
		const { revid = 0, text, user } = found?.revision ?? {};
		return { revid, text: text ?? '', author: user?.name ?? '' };
	}

	async application(): Promise<Application | undefined> {
		return readApplications((await this.page()).text).applications[0]?.application;
	}

	/** The replies on the page, in order. */
	async replies(): Promise<readonly string[]> {
		const { text } = await this.page();
		return Array.from(text.matchAll(/\{\{WikiLearn reply\|answer=([a-z-]+)\|/g), ([, answer = '']) => answer);
	}
}
