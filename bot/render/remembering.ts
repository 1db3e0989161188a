import type { Translate } from '../../shared/i18n/translate.ts';

/** What was said with the parameters that led here, and with further ones. */
interface Said {
	words?: string;
	readonly further: Map<string | number, Said>;
}

/** The same translations, each made once: a status page says few things and says them ten thousand times. */
export function remembering(translate: Translate): Translate {
	const all: Said = { further: new Map() };
	return (key, ...params) => {
		const said = params.reduce(step, step(all, key));
		return (said.words ??= translate(key, ...params));
	};
}

function step({ further }: Said, param: string | number): Said {
	const known = further.get(param);
	if (known) return known;
	const fresh: Said = { further: new Map() };
	further.set(param, fresh);
	return fresh;
}
