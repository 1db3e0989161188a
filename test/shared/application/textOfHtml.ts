/** What an element's textContent would be, with `<br>` as a line break, for HTML as MediaWiki writes it. */
export function textOfHtml(html: string): string {
	return html
		.replace(/<br ?\/?>\n?/g, '\u0001')
		.replace(/<!--[^]*?-->|<style[^]*?<\/style>|<[^>]*>/g, '')
		.replace(/\n/g, ' ')
		.replace(/\u0001/g, '\n')
		.replace(
			/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|nbsp));/gi,
			(_, dec?: string, hex?: string, name?: string) =>
				name
					? ({ lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' }[name] ?? '')
					: String.fromCodePoint(dec ? Number(dec) : parseInt(hex ?? '', 16)),
		);
}
