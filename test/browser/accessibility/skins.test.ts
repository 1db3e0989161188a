import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../shared/programme/schema.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import type { FormPage } from '../formPage.ts';
import { setUpFormWiki } from '../setUpFormWiki.ts';
import { findAccessibilityProblems } from './findAccessibilityProblems.ts';
import { fillForm } from '../formSteps.ts';
import { visit, type Visit } from '../visit.ts';

const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 320, height: 640 } };
/** A 1280 × 800 window, zoomed to 200 %. */
const ZOOMED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
const SKINS = ['vector-2022', 'vector', 'minerva', 'monobook', 'timeless'];
/** A dark skin without design tokens. */
const DARK_SKIN =
	'body, #content, .mw-body, #mw-content { background: #101418; color: #eaecf0; } a { color: #9bf; }';

describe('in every skin', () => {
	let demo: DemoWiki;
	let browser: Browser;
	let course: Course;

	setUpFormWiki((started) => {
		({ demo, browser, course } = started);
	});

	/** The form with errors: it shows every kind of text, box and control. */
	async function withMistakes(options: Visit): Promise<FormPage> {
		const form = await visit(browser, demo, { account: 'Volunteer', ...options });
		await form.mount.locator('button[type=submit]').click();
		await form.problems.waitFor();
		return form;
	}

	/** How many pixels the form overflows its container, and the page its window because of the form. */
	function overflow({ page }: FormPage): Promise<readonly number[]> {
		return page.evaluate(() => {
			const mount = document.querySelector<HTMLElement>('.wikilearn-application')!;
			const root = document.documentElement;
			const own = mount.scrollWidth - mount.clientWidth;
			const whole = root.scrollWidth;
			mount.style.display = 'none';
			return [own, whole - Math.max(root.scrollWidth, innerWidth)];
		});
	}

	const looks = SKINS.flatMap((skin) => [
		[skin, '1280 px', WIDE] as const,
		[skin, '320 px', NARROW] as const,
		[skin, '200 %', ZOOMED] as const,
	]);

	it.each(looks)('%s at %s: no accessibility problems, no horizontal scrolling', async (skin, _, context) => {
		const form = await withMistakes({ parameters: `?useskin=${skin}`, context });
		expect(await findAccessibilityProblems(form.page)).toEqual([]);
		expect((await overflow(form)).filter((pixels) => pixels > 0)).toEqual([]);
	});

	it.each(['vector-2022', 'minerva'])('%s from right to left', async (skin) => {
		const form = await withMistakes({ parameters: `?uselang=ar&useskin=${skin}`, context: NARROW });
		expect(await form.mount.getAttribute('dir')).toBe('rtl');
		expect(await form.mount.getAttribute('lang')).toBe('ar');
		const [button, mount] = await Promise.all([
			form.mount.locator('button[type=submit]').boundingBox(),
			form.mount.boundingBox(),
		]);
		expect(button!.x + button!.width).toBeGreaterThan(mount!.x + mount!.width - 2);
		// English labels of the programme are right-aligned too, with the question mark at their end.
		const label = form.mount.locator('.wikilearn-field > label').first();
		expect(await label.evaluate((element) => getComputedStyle(element).textAlign)).toMatch(
			/right|match-parent/,
		);
		const last = await label.evaluate((element) => {
			const range = document.createRange();
			const text = element.firstChild!;
			const at = (from: number): DOMRect => {
				range.setStart(text, from);
				range.setEnd(text, from + 1);
				return range.getBoundingClientRect();
			};
			const end = text.textContent!.length - 1;
			return {
				mark: text.textContent![end],
				after: at(end).left - at(end - 1).left,
			};
		});
		expect(last.mark).toBe('?');
		expect(last.after).toBeGreaterThan(0);
		// The same for a requirement's name, before the verdict in the reader's language.
		const requirement = form.mount.locator('.wikilearn-requirements > li').first();
		const [name, verdict] = await Promise.all([
			requirement.locator('> bdi').boundingBox(),
			requirement.locator('> b').boundingBox(),
		]);
		expect(name!.x + name!.width).toBeGreaterThan(verdict!.x + verdict!.width);
		expect(await findAccessibilityProblems(form.page)).toEqual([]);
		expect((await overflow(form)).filter((pixels) => pixels > 0)).toEqual([]);
	});

	it.each<[string, Visit, string | URL]>([
		['a light skin, though the device is dark', { context: { ...WIDE, colorScheme: 'dark' } }, ':root {}'],
		['a skin at night', { context: WIDE }, new URL('nightTokens.css', import.meta.url)],
		['a dark skin without tokens', { context: WIDE, parameters: '?useskin=timeless' }, DARK_SKIN],
	])('%s keeps contrast', async (_, options, style) => {
		const form = await withMistakes(options);
		await form.page.addStyleTag({ content: style instanceof URL ? await readFile(style, 'utf8') : style });
		expect(await findAccessibilityProblems(form.page)).toEqual([]);
		await fillForm(form, course);
		expect(await findAccessibilityProblems(form.page)).toEqual([]);
	});

	it.each(['light', 'dark'] as const)(
		'forced colours (%s) keep borders and marks visible',
		async (colorScheme) => {
			const form = await visit(browser, demo, {
				account: 'Volunteer',
				context: { ...WIDE, forcedColors: 'active', colorScheme },
			});
			await fillForm(form, course);
			// axe-core reads the style sheet's colors, not the forced ones.
			expect(await findAccessibilityProblems(form.page, ['color-contrast'])).toEqual([]);
			const edges = await form.mount.locator('.wikilearn-input, button').evaluateAll((controls) =>
				controls.map((control) => {
					const { borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(control);
					return (
						borderTopStyle === 'solid' && borderTopWidth !== '0px' && borderTopColor !== 'rgba(0, 0, 0, 0)'
					);
				}),
			);
			expect(edges).not.toContain(false);
			expect(await form.mount.locator('.wikilearn-week .wikilearn-can').textContent()).toBe('✓');
		},
	);

	it('nothing is animated with reduced motion', async () => {
		const form = await withMistakes({ context: { ...WIDE, reducedMotion: 'reduce' } });
		const moving = await form.mount.locator('*').evaluateAll((elements) =>
			elements
				.map((element) => getComputedStyle(element))
				.filter(
					(style) =>
						style.animationName !== 'none' ||
						style.scrollBehavior !== 'auto' ||
						style.transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0.01),
				)
				.map((style) => `${style.animationName} ${style.transition}`),
		);
		expect(moving).toEqual([]);
	});

	it.each([
		['de', 'de', 'ltr'],
		['pt-br', 'pt-BR', 'ltr'],
		['he', 'en', 'ltr'],
	])('a reader of %s loads the messages of one language at most', async (reader, lang, dir) => {
		const requests: string[] = [];
		const form = await visit(browser, demo, {
			account: 'Volunteer',
			parameters: `?uselang=${reader}`,
			before: (page) => {
				page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
				return Promise.resolve();
			},
		});
		const languages = requests.flatMap((url) =>
			[...url.matchAll(/wikilearn[a-z-]*-i18n-([a-z]+)/g)].map(([, language]) => language),
		);
		expect([...new Set(languages)]).toEqual(lang === 'en' ? [] : [reader.split('-')[0]]);
		expect([await form.mount.getAttribute('lang'), await form.mount.getAttribute('dir')]).toEqual([
			lang,
			dir,
		]);
	});
});
