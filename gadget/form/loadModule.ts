/** Languages with messages of their own, besides English; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/** Fetches a module of ours, once it is wanted, with its messages. Where the connection breaks off, it may never come. */
export async function loadModule(name: 'send' | 'qualify' | 'own'): Promise<unknown> {
	return (await mw.loader.using(modulesOf(name)))(gadgetOf(name));
}

/** How long people wait who pressed a button. */
const PATIENCE_MS = 15_000;

/**
 * The same for what somebody waits for: rejects where it does not come in time, and calling again asks the wiki again.
 * mw.loader itself would wait for ever for the request that was lost.
 */
export function loadOrGiveUp(name: 'send'): Promise<unknown> {
	const late = new Promise((_, reject) => {
		window.setTimeout(() => {
			for (const module of modulesOf(name)) {
				if (mw.loader.getState(module) !== 'ready') mw.loader.state({ [module]: 'registered' });
			}
			reject(new Error(`${name}: no answer`));
		}, PATIENCE_MS);
	});
	return Promise.race([loadModule(name), late]);
}

const gadgetOf = (name: string): string => `ext.gadget.wikilearn-${name}`;

function modulesOf(name: string): string[] {
	const gadget = gadgetOf(name);
	const language = mw.language.getFallbackLanguageChain().find((code) => WIKILEARN_LANGUAGES.includes(code));
	return language === undefined ? [gadget] : [gadget, `${gadget}-i18n-${language}`];
}
