/**
 * Gives the mount the reader's language and direction, or English where the form has no messages in the reader's: it
 * stands in text of the page's language, which may be another.
 */
export function speakReadersLanguage(mount: HTMLElement): void {
	const page = document.documentElement;
	const own = mw.messages.exists('wikilearn-form-optional');
	mount.lang = own ? page.lang : 'en';
	mount.dir = own ? page.dir : 'ltr';
}
