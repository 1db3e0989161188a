import type * as Own from '../my-application/main.ts';
import type * as Qualify from '../requirements/main.ts';
import type * as Send from '../submit/main.ts';

/** Languages with messages of their own, besides English; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/** For those who have applied, for this course or another. */
export const loadMyApplication = () => loadModule('own') as Promise<typeof Own>;

/** For those who are logged in, once the form is there. */
export const loadRequirements = () => loadModule('qualify') as Promise<typeof Qualify>;

/** How long people wait who pressed a button. */
const LOAD_TIMEOUT_MS = 15_000;

/**
 * For those who answer. Rejects where it does not come in time, and calling again asks the wiki again: mw.loader itself
 * would wait for ever for the request that was lost.
 */
export function loadSubmit() {
	const timeout = new Promise((_, reject) => {
		window.setTimeout(() => {
			for (const module of moduleNames('send')) {
				if (mw.loader.getState(module) !== 'ready') mw.loader.state({ [module]: 'registered' });
			}
			reject(new Error('send: no answer'));
		}, LOAD_TIMEOUT_MS);
	});
	return Promise.race([loadModule('send'), timeout]) as Promise<typeof Send>;
}

/** Fetches a module of ours, once it is wanted, with its messages. Where the connection breaks off, it may never come. */
function loadModule(name: string): Promise<unknown> {
	return Promise.resolve(mw.loader.using(moduleNames(name))).then((require): unknown =>
		require(gadgetModule(name)),
	);
}

const gadgetModule = (name: string): string => `ext.gadget.wikilearn-${name}`;

function moduleNames(name: string): string[] {
	const gadget = gadgetModule(name);
	const language = mw.language.getFallbackLanguageChain().find((code) => WIKILEARN_LANGUAGES.includes(code));
	return language === undefined ? [gadget] : [gadget, `${gadget}-i18n-${language}`];
}
