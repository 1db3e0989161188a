import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright-core';
import type { View } from './shot.ts';

export interface Look {
	readonly context: BrowserContextOptions;
	/** For the page's address. */
	readonly parameters: string;
	/** A style sheet that is put on the page. */
	readonly style?: string;
}

const night = await readFile(new URL('../browser/everyone/nightTokens.css', import.meta.url), 'utf8');
/** What a skin does at night beyond the tokens. */
const NIGHT_PAGE = 'body, .mw-page-container, .mw-body, #content { background: #101418; color: #eaecf0; }';

export const looks: Readonly<Record<View, Look>> = {
	// Narrower than where Vector puts its sidebars beside the page.
	wide: { context: { viewport: { width: 980, height: 800 } }, parameters: '?useskin=vector-2022' },
	phone: {
		context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
		parameters: '?useskin=minerva',
	},
	'right to left': {
		context: { viewport: { width: 600, height: 800 } },
		parameters: '?useskin=minerva&uselang=ar',
	},
	dark: {
		context: { viewport: { width: 600, height: 800 }, colorScheme: 'dark' },
		parameters: '?useskin=vector-2022',
		style: `${night}\n${NIGHT_PAGE}`,
	},
};
