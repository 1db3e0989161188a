import type { Page } from 'playwright-core';

/** The focused element. */
export interface FocusedElement {
	readonly id: string;
	readonly tag: string;
	readonly className: string;
	readonly type: string;
	/** Whether it has a visible focus ring. */
	readonly ring: boolean;
	/** Whether it is fully within the window and not covered (by a sticky header). */
	readonly seen: boolean;
}

export function readFocus(page: Page): Promise<FocusedElement> {
	return page.evaluate(() => {
		const element = document.activeElement ?? document.body;
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const at = document.elementFromPoint(
			(left + right) / 2,
			Math.max(top + 2, Math.min((top + bottom) / 2, innerHeight - 2)),
		);
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		return {
			id: element.id,
			tag: element.tagName.toLowerCase(),
			className: element.className,
			type: element.getAttribute('type') ?? '',
			ring: outlineStyle !== 'none' && outlineWidth !== '0px',
			seen: top >= 0 && at !== null && (element.contains(at) || at.contains(element)),
		};
	});
}

/**
 * Presses Tab until the target has the focus. Returns all stops including the last.
 *
 * @throws Error if the target is not reached
 */
export async function tabTo(
	page: Page,
	isTarget: (stop: FocusedElement) => boolean,
): Promise<readonly FocusedElement[]> {
	const stops: FocusedElement[] = [];
	for (let press = 0; press < 200; press++) {
		await page.keyboard.press('Tab');
		const stop = await readFocus(page);
		stops.push(stop);
		if (isTarget(stop)) return stops;
	}
	throw new Error(
		`Tab did not reach the target, only ${stops.map(({ tag, id }) => `${tag}#${id}`).join(' ')}`,
	);
}
