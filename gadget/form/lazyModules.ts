import type * as MyApplication from '../my-application/main.ts';
import type * as Requirements from '../requirements/main.ts';
import type * as Submit from '../submit/main.ts';

/** The languages with messages, besides English. Inserted by the build. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/** For readers who have applied for any course. */
export const loadMyApplication = () => loadModule('my-application') as Promise<typeof MyApplication>;

/** For readers who are logged in, after the form is displayed. */
export const loadRequirements = () => loadModule('requirements') as Promise<typeof Requirements>;

/** How long to wait after the reader presses a button. */
const LOAD_TIMEOUT_MS = 15_000;

/**
 * Loads the module for sending. Rejects on a timeout, and can then be called again. `mw.loader` itself would wait forever
 * for a lost request.
 */
export function loadSubmit() {
	const timeout = new Promise((_, reject) => {
		window.setTimeout(() => {
			for (const module of moduleNames('submit')) {
				if (mw.loader.getState(module) !== 'ready') mw.loader.state({ [module]: 'registered' });
			}
			reject(new Error('submit: loading timed out'));
		}, LOAD_TIMEOUT_MS);
	});
	return Promise.race([loadModule('submit'), timeout]) as Promise<typeof Submit>;
}

/** Loads one of our modules with its messages. If the connection breaks, the promise may stay pending. */
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
