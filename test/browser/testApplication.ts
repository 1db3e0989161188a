import type { Outcome } from '../../shared/actions/mark.ts';
import { writeApplication } from '../../shared/application/writeApplication.ts';
import type { Application } from '../../shared/application/application.ts';
import { readApplications } from '../../shared/application/readApplications.ts';
import { writeNoticeMark } from '../../shared/notices/notice.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { applicationOf, decide } from './review/reviewWiki.ts';
import { sampleAnswers } from './sampleAnswers.ts';

/** A user's application page, and what others do with it, without the form. */
export class TestApplication {
	readonly title: string;

	constructor(
		private readonly demo: DemoWiki,
		private readonly course: Course,
		readonly account: string,
	) {
		this.title = `${course.page}/Applications/${account}`;
	}

	/** The applicant creates it. */
	async create(more: Partial<Application> = {}): Promise<void> {
		const session = await login(this.demo.wiki.apiUrl, this.account, PASSWORD);
		const publicAnswers = Array.from(sampleAnswers(this.course))
			.filter(([{ type }]) => type !== 'private-email')
			.map(([{ id }, answer]): [string, string] => [id, answer]);
		const application: Application = {
			course: this.course.id,
			answers: Object.fromEntries(publicAnswers),
			email: 'sent',
			...more,
		};
		await session.edit({ title: this.title, text: writeApplication(application), createonly: true });
	}

	/** A decision by a reviewer, or another user. Returns the log revision. */
	decide(outcome: Outcome, by = this.demo.programme.reviewers[0]?.name ?? ''): Promise<number> {
		return decide(this.demo, this.course, by, this.account, outcome);
	}

	/** Announces as the bot does in a cycle; or another user who writes the same. */
	async announce(outcome: Outcome, decision: number, by?: string): Promise<void> {
		const applicant = (await this.trace())?.added.user?.id ?? 0;
		const about = `${outcome}-${decision}`;
		const edit = {
			action: 'edit',
			title: `User talk:${this.account}`,
			appendtext: `\n\nNews of ${decision}`,
			summary: writeNoticeMark({ course: this.course.id, applicant, kind: 'decision', about }),
		};
		if (by === undefined) await this.demo.bot.edit(edit);
		else await (await login(this.demo.wiki.apiUrl, by, PASSWORD)).post(edit);
	}

	/** The bot edits its own region. */
	async editAsBot(): Promise<void> {
		await this.demo.bot.edit({ action: 'edit', title: this.title, appendtext: '\n<!-- touched -->' });
	}

	async page(): Promise<{ readonly revid: number; readonly text: string; readonly author: string }> {
		const found = (await readPages(this.demo.bot, [this.title])).get(this.title);
		const { revid = 0, text, user } = found?.revision ?? {};
		return { revid, text: text ?? '', author: user?.name ?? '' };
	}

	async application(): Promise<Application | undefined> {
		return readApplications((await this.page()).text).applications[0]?.application;
	}

	/** The applicant's valid replies, in order. */
	async replies(): Promise<readonly string[]> {
		return (await this.trace())?.replies.map(({ reply }) => reply) ?? [];
	}

	private trace(): ReturnType<typeof applicationOf> {
		return applicationOf(this.demo, this.course, this.account);
	}
}
