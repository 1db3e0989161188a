/** What HTML says, as text: nothing of it runs or is fetched, as the document that it is read into is never shown. */
export function textOfHtml(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, ' ').trim();
}
