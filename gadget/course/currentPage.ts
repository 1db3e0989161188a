/** Whether the reader followed a notice's link that asks for a preferred email address. */
export function isAddressRequested(): boolean {
	return mw.util.getParamValue('wikilearn') === 'email';
}

/** Whether the current page has this title, in any spelling. */
export function isCurrentPage(title: string): boolean {
	return mw.Title.newFromText(title)?.getPrefixedDb() === mw.config.get('wgPageName');
}
