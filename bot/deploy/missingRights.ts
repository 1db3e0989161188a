/** A right that the account lacks, and the pages that require it. */
interface MissingRight {
	readonly right: string;
	readonly pages: readonly string[];
}

const RIGHT_BY_EXTENSION: Readonly<Record<string, string>> = {
	js: 'editsitejs',
	css: 'editsitecss',
	json: 'editsitejson',
};

/** The rights that the account lacks to write these pages, by MediaWiki's rules since 1.32. */
export function findMissingRights(
	pages: readonly { readonly title: string; readonly isNew: boolean }[],
	rights: readonly string[],
): readonly MissingRight[] {
	const needed = new Map<string, string[]>();
	for (const { title, isNew } of pages) {
		for (const right of rightsNeededFor(title, isNew))
			needed.set(right, [...(needed.get(right) ?? []), title]);
	}
	return [...needed]
		.filter(([right]) => !rights.includes(right))
		.map(([right, titles]) => ({ right, pages: titles }));
}

function rightsNeededFor(title: string, isNew: boolean): readonly string[] {
	const basic = isNew ? ['edit', 'createpage'] : ['edit'];
	if (!title.startsWith('MediaWiki:')) return basic;
	const special = RIGHT_BY_EXTENSION[/\.(js|css|json)$/.exec(title)?.[1] ?? ''];
	return [...basic, 'editinterface', ...(special === undefined ? [] : [special])];
}

/** What to do about them, as messages. */
export function describeMissingRights(account: string, missing: readonly MissingRight[]): readonly string[] {
	const lines = missing.map(({ right, pages }) => {
		const [first = ''] = pages;
		const more = pages.length > 1 ? ` and ${pages.length - 1} more` : '';
		return `${account} lacks the right “${right}”, needed for ${first}${more}.`;
	});
	return [
		...lines,
		'Deploy as an interface administrator, with a bot password (Special:BotPasswords) that has the grants “Edit existing pages”, “Create, edit, and move pages”, “Edit the MediaWiki namespace and sitewide/user JSON” and “Edit sitewide and user CSS/JS”. Nothing was written.',
	];
}
