import type { Translate } from '../../shared/i18n/translate.ts';

/** What was said with the parameters that led here, and with further ones. */
interface Said {
	words: string | null;
	further: Map<string | number, Said> | null;
}

/** The same translations, each made once: a status page says few things and says them ten thousand times. */
export function remembering(translate: Translate): Translate {
	const all: Said = { words: null, further: null };
	return (key, ...params) => {
		const said = params.reduce(step, step(all, key));
		return (said.words ??= translate(key, ...params));
	};
}

function step(said: Said, param: string | number): Said {
	said.further ??= new Map();
	const known = said.further.get(param);
	if (known) return known;
	const fresh: Said = { words: null, further: null };
	said.further.set(param, fresh);
	return fresh;
}
