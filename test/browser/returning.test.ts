import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readApplications } from '../../shared/application/readApplications.ts';
import type { Application } from '../../shared/application/application.ts';
import { readPages } from '../../shared/wiki/readPages.ts';
import type { Course } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import { login } from '../wiki/apiSession.ts';
import { FormPage } from './formPage.ts';
import { freshPage } from './freshPage.ts';
import { logIn } from './logIn.ts';
import { TestApplication } from './testApplication.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';

let demo: DemoWiki;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
});
afterAll(async () => {
	await browser.close();
	await demo.wiki.stop();
});
beforeEach(async () => {
	page = await freshPage(browser, demo.wiki);
});
afterEach(async () => {
	await demo.wiki.setSettings('');
	await page.close();
});

const courseOf = (id: string): Course => demo.programme.courses.find((course) => course.id === id)!;

async function open(account: string, id = 'iah'): Promise<FormPage> {
	await logIn(page, demo.wiki, account, PASSWORD);
	const form = new FormPage(page, demo.wiki, courseOf(id));
	await form.open();
	return form;
}

async function apply(account: string): Promise<FormPage> {
	const form = await open(account);
	await form.answerAll(sampleAnswers(courseOf('iah')));
	await form.send();
	await form.receipt.waitFor();
	return form;
}

async function savedOf(account: string, id = 'iah'): Promise<Application | undefined> {
	const title = `${courseOf(id).page}/Applications/${account}`;
	const found = (await readPages(demo.bot, [title])).get(title);
	return readApplications(found?.revision.text ?? '').applications[0]?.application;
}

/** Sets the wiki's clock to a fixed offset (milliseconds) from one of the course's instants. */
function setClock(instant: string, offset: number): Promise<void> {
	const time = Math.round((Date.parse(instant) + offset) / 1000);
	return demo.wiki.setSettings(`Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( ${time} );`);
}

const HOUR = 3_600_000;

describe('a draft', () => {
	it('is stored per course and account, restored with a note, and deleted once the application is saved', async () => {
		const form = await open('Volunteer');
		await form.control('motivation').fill('Written before the battery was empty');
		await form.control('preferred-email').fill('ama@example.org');
		await page.waitForFunction(() => JSON.stringify(localStorage).includes('battery'));
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('ama@example.org');
		page.on('dialog', (dialog) => void dialog.accept());
		await form.open();
		expect(await form.control('motivation').inputValue()).toBe('Written before the battery was empty');
		expect(await form.mount.innerText()).toContain('What you wrote on this device is here again');

		const other = new FormPage(page, demo.wiki, courseOf('pb'));
		await other.open();
		expect(await other.control('motivation').inputValue()).toBe('');

		await form.open();
		await form.answerAll(sampleAnswers(courseOf('iah')));
		await form.send();
		await form.receipt.waitFor();
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('wikilearn-draft-iah');
	});

	it('is not shown to another account, and can be discarded', async () => {
		const form = await open('Newcomer');
		await form.control('motivation').fill('Mine alone');
		await page.waitForFunction(() => JSON.stringify(localStorage).includes('Mine alone'));
		page.on('dialog', (dialog) => void dialog.accept());
		await page.context().clearCookies();
		await logIn(page, demo.wiki, 'Rollbacker', PASSWORD);
		await form.open();
		expect(await form.control('motivation').inputValue()).toBe('');
		await page.context().clearCookies();
		await logIn(page, demo.wiki, 'Newcomer', PASSWORD);
		await form.open();
		await form.mount.getByRole('button', { name: 'Start with an empty form' }).click();
		expect(await form.control('motivation').inputValue()).toBe('');
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Mine alone');
	});

	it('is not restored after 30 days', async () => {
		const form = await open('Newcomer');
		const at = new Date(Date.now() - 31 * 24 * HOUR).toISOString();
		await page.evaluate(
			(text) => {
				localStorage.setItem('wikilearn-draft-iah-Newcomer', text);
			},
			JSON.stringify({ at, answers: { motivation: 'Long ago' } }),
		);
		await form.open();
		expect(await form.control('motivation').inputValue()).toBe('');
	});

	it.each([
		['full', "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"],
		[
			'forbidden',
			"Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });",
		],
	])('cannot be stored when storage is %s, and the form still works', async (name, script) => {
		const account = name === 'full' ? 'Steward' : 'BlockedAbroad';
		await page.addInitScript({ content: script });
		await apply(account);
		expect((await savedOf(account))?.answers.motivation).toContain('newcomers');
	});

	it('warns before leaving with unsent text, but not after sending', async () => {
		const requests: string[] = [];
		page.on('dialog', (dialog) => {
			requests.push(dialog.type());
			void dialog.accept();
		});
		const form = await open('SysopAbroad');
		await page.goto(demo.wiki.pageUrl('Main Page'));
		expect(requests).toEqual([]);
		await form.open();
		await form.answerAll(sampleAnswers(courseOf('iah')));
		await page.goto(demo.wiki.pageUrl('Main Page'));
		expect(requests).toEqual(['beforeunload']);
		await form.open();
		await form.control('preferred-email').fill('ama@example.org');
		await form.send();
		await form.receipt.waitFor();
		await page.goto(demo.wiki.pageUrl('Main Page'));
		expect(requests).toEqual(['beforeunload']);
	});
});

describe('do I qualify', () => {
	it.each([
		['SysopAbroad', 'Rollbacker', /Administrator or other advanced rights: met\s+sysop on enwiki/],
		['Āmina Yūsuf', '', /Administrator or other advanced rights: not met\s+None of these rights/],
	])('shows %s the requirements with evidence', async (account, _, words) => {
		const form = await open(account, 'iah');
		const shown = form.mount.locator('.wikilearn-requirements-check, .wikilearn-my-application');
		await shown.waitFor();
		expect(await shown.innerText()).toMatch(words);
	});
});

describe('the preview', () => {
	it('renders the text that is saved, as parsed by the wiki', async () => {
		const form = await open('李小龍');
		await form.answerAll(sampleAnswers(courseOf('iah')));
		const request = page.waitForRequest((candidate) => candidate.postData()?.includes('parse') === true);
		await form.check();
		const shown = new URLSearchParams((await request).postData() ?? '').get('text');
		expect(await form.preview.innerText()).toContain('Identifying and Addressing');
		expect(await form.preview.innerText()).toContain('ama@example.org');
		await form.confirm();
		await form.receipt.waitFor();
		const title = `${courseOf('iah').page}/Applications/李小龍`;
		const saved = (await readPages(demo.bot, [title])).get(title)?.revision.text;
		expect(shown).not.toBeNull();
		expect(saved).toBe(shown?.trimEnd());
	});
});

describe('the receipt', () => {
	it('offers the dates as a calendar file, and watches the application', async () => {
		const form = await apply('Иван Петров');
		const href = await form.receipt.locator('a[download]').getAttribute('href');
		const file = decodeURIComponent(href?.split(',')[1] ?? '');
		expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
		const stamp = new Date(courseOf('iah').starts).toISOString().replace(/[-:]|\.\d+/g, '');
		expect(file).toContain(`DTSTART:${stamp}`);
		const session = await login(demo.wiki.apiUrl, 'Иван Петров', PASSWORD);
		const watched = await session.get<{ watchlistraw: { title: string }[] }>({
			action: 'query',
			list: 'watchlistraw',
		});
		expect(watched.watchlistraw.map(({ title }) => title)).toContain(
			`${courseOf('iah').page}/Applications/Иван Петров`,
		);
	});
});

describe('returning to an application', () => {
	it('shows status and evidence; answers can be edited without sending the address again', async () => {
		const form = await apply('LocalRollbacker');
		await form.open();
		await form.own.waitFor();
		expect(await form.own.innerText()).toMatch(/State: received/);
		expect(await form.own.innerText()).toMatch(/rollbacker on metawiki/);
		await form.own.getByRole('button', { name: 'Change your answers' }).click();
		await form.control('motivation').fill(`Another reason ${'and so on '.repeat(10)}`);
		await form.send();
		await form.receipt.waitFor();
		const saved = await savedOf('LocalRollbacker');
		expect(saved).toMatchObject({ email: 'sent', language: 'en' });
		expect(saved?.answers.motivation).toContain('Another reason');
		expect(saved?.answers.availability).toBe('mon can 18:00-20:00');
	});

	it('withdraws with a marked edit, and applies again with the same answers', async () => {
		const form = await apply('LocalSysop');
		await form.open();
		await form.own.getByRole('button', { name: 'Withdraw your application' }).click();
		await form.own.getByRole('button', { name: 'Yes, withdraw it' }).click();
		await form.own.getByText('State: withdrawn').waitFor();
		const application = new TestApplication(demo, courseOf('iah'), 'LocalSysop');
		expect(await application.replies()).toEqual(['withdrawn']);
		await form.own.getByRole('button', { name: 'Apply again' }).click();
		await form.send();
		await form.receipt.waitFor();
		await form.open();
		await form.own.getByText('State: received').waitFor();
	});

	it('shows a decision once announced, and allows withdrawing after the deadline', async () => {
		const form = await apply('LockedUser');
		const application = new TestApplication(demo, courseOf('iah'), 'LockedUser');
		const decision = await application.decide('waitlisted');
		await form.open();
		await form.own.waitFor();
		expect(await form.own.innerText()).toContain('State: received');
		await application.announce('waitlisted', decision);
		await setClock(courseOf('iah').closes, HOUR);
		await form.open();
		await form.own.waitFor();
		expect(await form.own.innerText()).toContain('State: waitlisted');
		expect(await form.own.getByRole('button', { name: 'Change your answers' }).count()).toBe(0);
		await form.own.getByRole('button', { name: 'Withdraw your application' }).click();
		await form.own.getByRole('button', { name: 'Yes, withdraw it' }).click();
		await form.own.getByText('State: withdrawn').waitFor();
	});

	it('offers the common answers for the other course, and keeps existing answers', async () => {
		const form = await apply('Rollbacker');
		await form.receipt.getByRole('link', { name: 'Partnership Building', exact: true }).click();
		const other = new FormPage(page, demo.wiki, courseOf('pb'));
		await other.card.waitFor();
		await other.control('languages').fill('Twi');
		await other.mount.getByRole('button', { name: 'Fill in the same answers' }).click();
		expect(await other.control('motivation').inputValue()).toContain('newcomers');
		expect(await other.control('languages').inputValue()).toBe('Twi');
		expect(await other.control('time-zone').inputValue()).toBe('Africa/Accra');
	});
});

describe('the course card', () => {
	it.each([
		['before it opens', 'opens', -HOUR, /Applications open on/, 0],
		['in the last 72 hours', 'closes', -30 * HOUR, /Applications close in 30 hours/, 1],
		['in the last hour', 'closes', -HOUR / 2, /Applications close in less than an hour/, 1],
		['once it is closed', 'closes', HOUR, /Applications are closed.*Where the applications stand/s, 0],
	] as const)('%s', async (_, date, offset, words, forms) => {
		await setClock(courseOf('pb')[date], offset);
		const form = await open('Newcomer', 'pb');
		expect(await form.mount.innerText()).toMatch(words);
		expect(await form.mount.locator('form').count()).toBe(forms);
	});
});
