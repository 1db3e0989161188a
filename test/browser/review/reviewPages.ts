import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { PASSWORD } from '../../demo/accounts.ts';
import type { DemoWiki } from '../../demo/startDemoWiki.ts';
import { logIn } from '../logIn.ts';

/** Page object of the queue and its applications. */
export class ReviewPages {
	constructor(
		readonly page: Page,
		private readonly demo: DemoWiki,
	) {}

	/** A logged-in user in their own browser context, which the caller closes. */
	static async of(
		browser: Browser,
		demo: DemoWiki,
		account: string,
		options: BrowserContextOptions = {},
	): Promise<ReviewPages> {
		const page = await (await browser.newContext(options)).newPage();
		await logIn(page, demo.wiki, account, PASSWORD);
		return new ReviewPages(page, demo);
	}

	get frame(): Locator {
		return this.page.locator('.wikilearn-review-page');
	}

	get form(): Locator {
		return this.page.locator('.wikilearn-decision-form');
	}

	get error(): Locator {
		return this.frame.locator('.wikilearn-notice-error');
	}

	get success(): Locator {
		return this.frame.locator('.wikilearn-notice-success');
	}

	get items(): Locator {
		return this.frame.locator('.wikilearn-item');
	}

	/** An application in the list. */
	item(name: string): Locator {
		return this.items.filter({ hasText: name });
	}

	/** Opens the queue and waits for the applications. */
	async openQueue(parameters = ''): Promise<void> {
		await this.page.goto(this.demo.wiki.pageUrl(`${this.demo.programme.root}/Review`) + parameters);
		await this.frame.locator('.wikilearn-figures').waitFor();
	}

	/** Opens an application from the queue. */
	async openApplication(name: string, parameters = ''): Promise<void> {
		await this.openQueue(parameters);
		await this.frame.locator('#wikilearn-filter-state').selectOption('');
		await this.item(name).click();
		await this.frame.locator('.wikilearn-seats').waitFor();
	}

	/** Picks a decision by its keyboard shortcut. */
	async pick(key: 'a' | 'w' | 'd' | 'r'): Promise<void> {
		await this.page.keyboard.press(key);
		await this.form.locator('input:checked').waitFor();
	}

	/** Publishes the picked decision. */
	async publish(): Promise<void> {
		await this.frame.getByRole('button', { name: 'Publish decision' }).click();
	}
}
