/** Whether the reader followed the link of a notice that asks for a preferred address. */
export function isAddressRequested(): boolean {
	return mw.util.getParamValue('wikilearn') === 'email';
}

/** Whether the page that is shown is the one with this title, however the title is written. */
export function isCurrentPage(title: string): boolean {
	return mw.Title.newFromText(title)?.getPrefixedDb() === mw.config.get('wgPageName');
}
