import type { Translate } from '../../shared/i18n/translate.ts';

/** The same translations, each made once: a status page says few things and says them ten thousand times. */
export function remembering(translate: Translate): Translate {
	const said = new Map<string, string>();
	return (key, ...params) => {
		const asked = params.length === 0 ? key : JSON.stringify([key, ...params]);
		const known = said.get(asked);
		if (known !== undefined) return known;
		const words = translate(key, ...params);
		said.set(asked, words);
		return words;
	};
}
