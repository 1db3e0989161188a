import type { BrowserContextOptions } from 'playwright-core';
import type { View } from './shot.ts';

export interface Look {
	readonly context: BrowserContextOptions;
	/** For the page's address. */
	readonly parameters: string;
}

export const looks: Readonly<Record<View, Look>> = {
	// Narrower than where Vector puts its sidebars beside the page.
	wide: { context: { viewport: { width: 980, height: 800 } }, parameters: '?useskin=vector-2022' },
	phone: {
		context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
		parameters: '?useskin=minerva',
	},
};
