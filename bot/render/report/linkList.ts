import { encodeAnswer } from '../../../shared/application/encodeAnswer.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import { pageLink } from '../pageLink.ts';

export interface Link {
	readonly target: string;
	readonly text: string;
}

/**
 * Links as wikitext, each in its own direction, separated by commas, in the order of their texts; of many the first ones and how many
 * more.
 */
export function linkList(links: readonly Link[], most: number, translate: Translate): string {
	const inOrder = [...links].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
	const shown = inOrder.slice(0, most).map(({ target, text }) => `<bdi>${pageLink(target, text)}</bdi>`);
	const more = links.length - shown.length;
	return [...shown, ...(more > 0 ? [encodeAnswer(translate('wikilearn-report-others', more))] : [])].join(
		', ',
	);
}

/** A link to an application's page with the user's part of its title, or the whole title of any other page. */
export function linkTo(title: string): Link {
	const [, name] = /\/Applications\/([^/]+)$/.exec(title) ?? [];
	return { target: title, text: name ?? title };
}
