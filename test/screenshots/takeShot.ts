import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { FormPage } from '../browser/formPage.ts';
import { logIn } from '../browser/logIn.ts';
import { PASSWORD } from '../demo/accounts.ts';
import type { DemoWiki } from '../demo/startDemoWiki.ts';
import answers from './answers.json' with { type: 'json' };
import type { Place, Shot, View } from './shot.ts';
import type { Programme, Course } from '../../shared/programme/schema.ts';

/** Of 100; below it letters get edges. */
const QUALITY = 70;
/** CSS pixels around what is shown. */
const MARGIN = 8;

/** Takes a picture. @returns it as WebP */
export async function takeShot(browser: Browser, demo: DemoWiki, shot: Shot): Promise<Buffer> {
	const look = VIEW_OPTIONS[shot.view];
	const context = await browser.newContext(look.context);
	try {
		const page = await context.newPage();
		if (shot.account !== undefined) await logIn(page, demo.wiki, shot.account, PASSWORD);
		await page.goto(demo.wiki.pageUrl(titleOf(shot.place, demo.programme)) + look.parameters);
		await page.waitForLoadState('networkidle');
		if (shot.ready !== undefined) await page.locator(shot.ready).first().waitFor();
		const form = new FormPage(page, demo.wiki, shownCourse(demo.programme));
		if (shot.actions?.includes('answer everything')) await answerEverything(form, demo);
		// No field has the focus, and nothing is scrolled.
		await page.locator('body').evaluate((body) => {
			if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
			body.scrollIntoView();
		});
		await page.waitForLoadState('networkidle');
		return await capture(page, shot);
	} finally {
		await context.close();
	}
}

async function answerEverything(form: FormPage, { programme }: DemoWiki): Promise<void> {
	for (const question of shownCourse(programme).questions) {
		const answer = new Map(Object.entries(answers)).get(question.id);
		if (answer === undefined) throw new Error(`answers.json has none for ${question.id}`);
		await form.answer(question, answer);
	}
}

/** Playwright knows only PNG and JPEG, which are some times larger. */
async function capture(page: Page, { of, height }: Shot): Promise<Buffer> {
	const box = await page.locator(of).first().boundingBox();
	if (!box) throw new Error(`nothing to be seen of ${of}`);
	const clip = {
		x: Math.max(0, box.x - MARGIN),
		y: Math.max(0, box.y - MARGIN),
		width: box.width + 2 * MARGIN,
		height: Math.min(box.height, height ?? Infinity) + 2 * MARGIN,
		scale: 1,
	};
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: QUALITY,
		clip,
		captureBeyondViewport: true,
	});
	return Buffer.from(data, 'base64');
}

interface ViewOptions {
	readonly context: BrowserContextOptions;
	/** For the page's address. */
	readonly parameters: string;
}

const VIEW_OPTIONS: Readonly<Record<View, ViewOptions>> = {
	// Narrower than where Vector puts its sidebars beside the page.
	wide: { context: { viewport: { width: 980, height: 800 } }, parameters: '?useskin=vector-2022' },
	phone: {
		context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
		parameters: '?useskin=minerva',
	},
};
/** The course whose form and applications are shown: the second, which asks for no rights. */
function shownCourse({ courses }: Programme): Course {
	const course = courses[1];
	if (!course) throw new Error('the programme has no second course');
	return course;
}

/** The title of a page of the demo's wiki. */
function titleOf(place: Place, programme: Programme): string {
	switch (place) {
		case 'course':
			return shownCourse(programme).page;
		case 'application':
			return `${programme.courses[0]?.page ?? ''}/Applications/SysopAbroad`;
		case 'review':
			return `${programme.root}/Review`;
		case 'status':
			return `${programme.root}/Status`;
	}
}
