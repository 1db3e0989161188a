/** Languages with messages of their own, besides English; the build writes them in. */
declare const WIKILEARN_LANGUAGES: readonly string[];

/**
 * The module with a gadget's messages for the reader, if there is one. `pt-br` is read as `pt` where there is no
 * `pt-br`; `zh`, `zh-cn` and `zh-sg` as `zh-hans`.
 *
 * @param gadget `wikilearn` for the form, `wikilearn-send`
 */
export function messageModules(gadget: string): string[] {
	const reader = mw.config.get('wgUserLanguage');
	const wanted = [reader, reader.split('-')[0], /^zh(-cn|-sg|-my)?$/.test(reader) ? 'zh-hans' : ''];
	const language = wanted.find((code) => code !== undefined && WIKILEARN_LANGUAGES.includes(code));
	return language === undefined ? [] : [`ext.gadget.${gadget}-i18n-${language}`];
}
