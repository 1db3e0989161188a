/** Languages with messages of their own, besides English; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/** Fetches a module of ours, once it is wanted, with its messages. Rejects where the wiki cannot be reached; calling again tries again. */
export async function loadModule(name: 'send' | 'qualify' | 'own'): Promise<unknown> {
	const gadget = `ext.gadget.wikilearn-${name}`;
	const language = mw.language.getFallbackLanguageChain().find((code) => WIKILEARN_LANGUAGES.includes(code));
	const messages = language === undefined ? [] : [`${gadget}-i18n-${language}`];
	return (await mw.loader.using([gadget, ...messages]))(gadget);
}
