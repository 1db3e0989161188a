import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Course, Programme } from '../../shared/programme/schema.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import type { FormPage } from './formPage.ts';
import { replaceProgramme } from './replaceProgramme.ts';
import { sampleAnswers } from './sampleAnswers.ts';
import { startBrowser } from './startBrowser.ts';
import { startFormWiki } from './startFormWiki.ts';
import { stubResponse, createErrorResponse } from './accessibility/interceptApi.ts';
import { goToReview, sendApplication } from './formSteps.ts';
import { visit, type Visit } from './visit.ts';

const USER = "Ann \"onfocus & 'Söhne' (x)";
/** Each would run, link or act if not treated as text. */
const PAYLOADS = [
	'<img src=x onerror="window.pwned=1">',
	'"><script>window.pwned=2</script>',
	'\'"><svg/onload=window.pwned=3>',
	'<a href="javascript:window.pwned=4">x</a>',
	'javascript:window.pwned=5',
	'[javascript:window.pwned=6 x]',
	'{{subst:PAGENAME}}',
	'\u202Etxet\u202C',
	'&lt;img src=x onerror=window.pwned=7&gt;',
	'W'.repeat(150),
] as const;
const ALL = PAYLOADS.join(' ');
const TEXTS = ['name', 'title', 'description', 'audience', 'label', 'reason'];

/** A programme with only hostile texts. */
function poison(value: unknown, key = ''): unknown {
	if (TEXTS.includes(key)) return { en: ALL };
	if (key === 'privacy') return 'javascript:window.pwned=8';
	if (key === 'address') return `"><script>window.pwned=9</script>@example.org`;
	if (Array.isArray(value)) return value.map((item) => poison(item));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]));
}

describe('untrusted text is never interpreted as markup', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	beforeAll(async () => {
		[demo, browser] = await Promise.all([startFormWiki(), startBrowser()]);
		course = demo.programme.courses[0]!;
		await demo.wiki.createAccount({ name: USER, password: PASSWORD, email: 'ann@example.org' });
		await demo.wiki.createAccount({ name: 'Unconfirmed', password: PASSWORD, emailConfirmed: false });
	});
	afterAll(async () => {
		await browser.close();
		await demo.wiki.stop();
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});

	const open = (options: Visit = {}): Promise<FormPage> =>
		visit(browser, demo, { account: 'Volunteer', ...options });

	/** Scripts that ran, and elements in the form that are not its own. */
	async function findings(page: Page): Promise<readonly string[]> {
		return page.evaluate(async () => {
			await new Promise((resolve) => setTimeout(resolve));
			const found: string[] = [];
			const { pwned } = window as unknown as { readonly pwned?: number };
			if (pwned !== undefined) found.push(`ran: ${pwned}`);
			for (const element of document.querySelectorAll('.wikilearn-application *')) {
				if (
					['IMG', 'SCRIPT', 'SVG', 'IFRAME', 'OBJECT', 'STYLE', 'BASE'].includes(
						element.tagName.toUpperCase(),
					)
				) {
					found.push(element.outerHTML);
				}
				for (const { name, value } of element.attributes) {
					if (name.startsWith('on')) found.push(`${name}=${value}`);
					const link = name === 'href' || name === 'src' || name === 'action';
					const calendar = element.hasAttribute('download') && value.startsWith('data:text/calendar;');
					if (link && !calendar && !/^(https?:|mailto:|#|\/w\/|\/wiki\/)/.test(value)) {
						found.push(`${name}=${value}`);
					}
				}
			}
			const mount = document.querySelector('.wikilearn-application')!;
			if (mount.scrollWidth > mount.clientWidth) found.push('wider than its place');
			return found;
		});
	}

	const expectShown = async (form: FormPage, payloads: readonly string[] = PAYLOADS): Promise<void> => {
		const text = (await form.mount.textContent()) ?? '';
		expect(payloads.filter((payload) => !text.includes(payload))).toEqual([]);
		expect(await findings(form.page)).toEqual([]);
	};

	/** Fills all text fields with as much hostile text as fits. */
	async function fillInHostile(form: FormPage): Promise<void> {
		for (const [question, response] of sampleAnswers(course)) {
			const text =
				question.type === 'long-text' ? ALL : question.type === 'short-text' ? ALL.slice(0, 150) : response;
			await form.answer(question, text);
		}
	}

	it('in answers: in the preview, on the receipt and on return', async () => {
		const form = await open();
		await fillInHostile(form);
		expect(await findings(form.page)).toEqual([]);
		await goToReview(form);
		await expectShown(form);
		await sendApplication(form);
		await form.receipt.waitFor();
		expect(await findings(form.page)).toEqual([]);
		await form.open();
		await form.page.waitForLoadState('networkidle');
		expect(await findings(form.page)).toEqual([]);
	});

	it('in invalid answers and restored drafts', async () => {
		const form = await open({ account: 'LocalSysop' });
		for (const question of course.questions) {
			if (['language', 'wiki', 'time-zone', 'private-email', 'number'].includes(question.type)) {
				await form.answer(question, ALL);
			}
		}
		await form.mount.locator('button[type=submit]').click();
		await form.problems.waitFor();
		expect(await findings(form.page)).toEqual([]);
		await form.open();
		await form.page.waitForLoadState('networkidle');
		expect(await findings(form.page)).toEqual([]);
	});

	it('in a user name', async () => {
		const form = await open({ account: USER });
		await fillInHostile(form);
		await goToReview(form);
		expect(await findings(form.page)).toEqual([]);
		await sendApplication(form);
		await form.receipt.waitFor();
		await expectShown(form, [USER]);
		await form.open();
		await form.page.waitForLoadState('networkidle');
		await expectShown(form, [USER]);
	});

	it.each<[string, object]>([
		['an error', createErrorResponse('hostile', ALL)],
		['an error of a known kind', createErrorResponse('abusefilter-disallowed', ALL)],
		[
			'the question of a CAPTCHA',
			{
				edit: {
					result: 'Failure',
					captcha: { type: 'question', mime: 'text/plain', id: ALL, question: ALL },
				},
			},
		],
	])('in %s of the wiki', async (_, answer) => {
		const form = await open({ account: 'LocalSysop', before: (page) => stubResponse(page, 'edit', answer) });
		await fillInHostile(form);
		await goToReview(form);
		await sendApplication(form);
		await form.error.waitFor();
		await expectShown(form);
	});

	it('in the question of a CAPTCHA that comes as HTML', async () => {
		const captcha = { type: 'question', mime: 'text/html', id: '1', question: `<b>Why</b> ${ALL}` };
		const form = await open({
			account: 'LocalSysop',
			before: (page) => stubResponse(page, 'edit', { edit: { result: 'Failure', captcha } }),
		});
		await fillInHostile(form);
		await goToReview(form);
		await sendApplication(form);
		await form.error.waitFor();
		await expectShown(form, ['Why']);
	});

	it('in the wiki’s error message for a rejected mail', async () => {
		const form = await open({
			account: 'Unconfirmed',
			before: (page) => stubResponse(page, 'emailuser', createErrorResponse('hostile', ALL)),
		});
		await fillInHostile(form);
		await goToReview(form);
		await sendApplication(form);
		await form.receipt.waitFor();
		await expectShown(form);
	});

	it('in every text of the programme', async () => {
		await replaceProgramme(demo, poison(demo.programme) as Programme);
		const form = await open({ account: 'Unconfirmed' });
		await expectShown(form);
		const fresh = await open({ account: 'SysopAbroad' });
		await expectShown(fresh);
		await fresh.mount.locator('button[type=submit]').click();
		await fresh.problems.waitFor();
		await expectShown(fresh);
		await fillInHostile(fresh);
		await goToReview(fresh);
		await expectShown(fresh);
		await stubResponse(fresh.page, 'emailuser', createErrorResponse('hostile', ALL));
		await sendApplication(fresh);
		await fresh.receipt.waitFor();
		await expectShown(fresh, ['"><script>window.pwned=9</script>@example.org']);
	});
});
