/** Languages with messages of their own, besides English; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/** How long a module may take. mw.loader itself waits for ever where the connection broke off. */
const PATIENCE_MS = 10_000;

/** Fetches a module of ours, once it is wanted, with its messages. Rejects where it does not come; calling again tries again. */
export async function loadModule(name: 'send' | 'qualify' | 'own'): Promise<unknown> {
	const gadget = `ext.gadget.wikilearn-${name}`;
	const language = mw.language.getFallbackLanguageChain().find((code) => WIKILEARN_LANGUAGES.includes(code));
	const modules = language === undefined ? [gadget] : [gadget, `${gadget}-i18n-${language}`];
	return (await Promise.race([mw.loader.using(modules), giveUp(modules)]))(gadget);
}

function giveUp(modules: readonly string[]): Promise<never> {
	return new Promise((_, reject) => {
		window.setTimeout(() => {
			// Otherwise the next attempt would wait for the request that was lost.
			for (const module of modules) {
				if (mw.loader.getState(module) !== 'ready') mw.loader.state({ [module]: 'registered' });
			}
			reject(new Error(`${modules.join(', ')}: no answer`));
		}, PATIENCE_MS);
	});
}
