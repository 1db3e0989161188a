/** Whether the page that is shown is the one with this title, however the title is written. */
export function isThisPage(title: string): boolean {
	return mw.Title.newFromText(title)?.getPrefixedDb() === mw.config.get('wgPageName');
}
