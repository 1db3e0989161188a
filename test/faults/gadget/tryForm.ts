import type { Browser } from 'playwright-core';
import { readApplications } from '../../../shared/application/readApplications.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { readHistory } from '../../../shared/wiki/readPages.ts';
import { SeededRandom } from '../../bot/cycle/seededRandom.ts';
import { FormPage } from '../../browser/formPage.ts';
import { startBrowser } from '../../browser/startBrowser.ts';
import { startFormWiki } from '../../browser/startFormWiki.ts';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { login } from '../../wiki/apiSession.ts';
import type { FaultPart, FaultRow } from '../part.ts';
import { failRequest, formFaults, listRequests, type FormFault } from './formFault.ts';
import { logInByApi } from './logInByApi.ts';
import { formScenes, type FormScene } from './scenes.ts';

interface FormCase {
	readonly name: string;
	readonly scene: FormScene;
	readonly label: string;
	readonly nth: number;
	readonly fault: FormFault;
}

/** Makes each request of the form fail in each way, from opening the page to withdrawing, in a real browser. */
export const tryForm: FaultPart = async ({ seed, every, print }) => {
	const trial = await FormTrial.start();
	try {
		const cases = await trial.cases();
		return [await tryCases(trial, pickRandom(cases, seed, Math.ceil(cases.length / every)), print)];
	} finally {
		await trial.stop();
	}
};

/** A random sample of the given size. */
export function pickRandom<T>(all: readonly T[], seed: number, count: number): readonly T[] {
	const random = new SeededRandom(seed);
	const places = all.map((formCase) => ({ one: formCase, at: random.next() })).sort((a, b) => a.at - b.at);
	return places.slice(0, count).map(({ one: formCase }) => formCase);
}

export async function tryCases(
	trial: FormTrial,
	cases: readonly FormCase[],
	print: (line: string) => void = () => undefined,
): Promise<FaultRow> {
	const wrong: string[] = [];
	for (const [index, formCase] of cases.entries()) {
		const problem = await trial.try(formCase);
		print(`${index + 1} of ${cases.length} ${formCase.name}: ${problem ?? 'well'}`);
		if (problem !== null) wrong.push(`${formCase.name}: ${problem}`);
	}
	const detail = wrong[0] ?? 'text kept, a way on, one page, no edit and no mail twice';
	return {
		name: 'requests of the form, each failing in each way',
		times: cases.length,
		lost: wrong.length,
		detail,
	};
}

/** A wiki, a browser, and a new account for each case. */
export class FormTrial {
	private accounts = 0;

	private constructor(
		private readonly demo: DemoWiki,
		private readonly browser: Browser,
		private readonly course: Course,
	) {}

	static async start(): Promise<FormTrial> {
		const [demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		const [course] = demo.programme.courses;
		if (!course) throw new Error('the programme has no course');
		return new FormTrial(demo, browser, course);
	}

	async stop(): Promise<void> {
		await this.browser.close();
		await this.demo.wiki.stop();
	}

	/** Every request of each scene, from an undisturbed run, with every fault. */
	async cases(): Promise<readonly FormCase[]> {
		const cases: FormCase[] = [];
		for (const [name, scene] of Object.entries(formScenes)) {
			const { form, title, account } = await this.open(scene);
			const labels = await listRequests(form.page);
			await scene.act(form, this.course);
			await form.page.context().close();
			const problem = await this.problemOf(scene, title, account);
			if (problem !== null) throw new Error(`${name}, undisturbed: ${problem}`);
			for (const [index, label] of labels.entries()) {
				const nth = labels.slice(0, index + 1).filter((candidate) => candidate === label).length;
				for (const fault of Object.keys(formFaults) as FormFault[])
					cases.push({ name: `${name}, ${label} (${nth}): ${fault}`, scene, label, nth, fault });
			}
		}
		return cases;
	}

	/** The problem, or null. */
	async try({ scene, label, nth, fault }: FormCase): Promise<string | null> {
		const { form, title, account } = await this.open(scene);
		try {
			const failed = await failRequest(form.page, label, nth, fault);
			await scene.act(form, this.course);
			if (failed() === 0) return 'nothing failed';
			// Leaving the page aborts its requests; those that reached the wiki are finished by then.
			await form.page.goto('about:blank');
			return await this.problemOf(scene, title, account);
		} catch (error) {
			return String(error).slice(0, 500);
		} finally {
			await form.page.context().close();
		}
	}

	private async open(scene: FormScene): Promise<{ form: FormPage; title: string; account: string }> {
		const { wiki } = this.demo;
		const account = `Trial ${++this.accounts}`;
		await wiki.createAccount({ name: account, password: PASSWORD, registered: '2019-03-01T00:00:00Z' });
		const title = `${this.course.page}/Applications/${account}`;
		if (scene.before !== null) {
			const session = await login(wiki.apiUrl, account, PASSWORD);
			await session.edit({ title, text: scene.before });
		}
		const context = await this.browser.newContext();
		await logInByApi(context, wiki, account, PASSWORD);
		const page = await context.newPage();
		page.on('dialog', (dialog) => void dialog.accept());
		return { form: new FormPage(page, wiki, this.course), title, account };
	}

	private async problemOf(scene: FormScene, title: string, account: string): Promise<string | null> {
		const history = await readHistory(this.demo.bot, title);
		const text = history.at(-1)?.text ?? '';
		if (history.length !== scene.revisions) return `${history.length} revisions`;
		if (!scene.after.test(text)) return `the page says ${text.slice(0, 200)}`;
		if (readApplications(text).applications.length !== 1) return 'not one application';
		const mails = (await this.demo.wiki.mails()).filter(({ subject }) => subject.endsWith(`: ${account}`));
		const isLost = text.includes('| email = not sent');
		if (mails.length > scene.mails || (mails.length < scene.mails && !isLost)) return `${mails.length} mails`;
		return null;
	}
}
