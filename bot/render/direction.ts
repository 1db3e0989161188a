/** MediaWiki's languages that are written from right to left (`$rtl` in their `Messages*.php`). */
const rightToLeft = new Set(
	(
		'aeb-arab ar arc ary arz azb bcc bgn bqi ckb dv fa glk he kk-arab kk-cn khw ks ks-arab ku-arab lki lrc luz mzn ' +
		'nqo pnb prs ps sd sdh skr skr-arab syc ug ug-arab ur ydd yi'
	).split(' '),
);

export function direction(language: string): 'ltr' | 'rtl' {
	return rightToLeft.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}

/** Wikitext in its own language and direction, which may be others than the wiki's. */
export function inLanguage(language: string, wikitext: string): string {
	const [before, after] = around(language);
	return `${before}${wikitext}${after}`;
}

/** What stands before and after wikitext in this language. */
export function around(language: string): readonly [string, string] {
	const dir = direction(language);
	return [`<div lang="${language}" dir="${dir}" class="mw-content-${dir}">\n`, '\n</div>'];
}
