/** The fake wiki's namespaces by id, as on an English wiki with the site name "Meta". */
export const NAMESPACES: ReadonlyMap<number, string> = new Map([
	[0, ''],
	[1, 'Talk'],
	[2, 'User'],
	[3, 'User talk'],
	[4, 'Meta'],
	[5, 'Meta talk'],
	[6, 'File'],
	[7, 'File talk'],
	[8, 'MediaWiki'],
	[9, 'MediaWiki talk'],
	[10, 'Template'],
	[11, 'Template talk'],
	[12, 'Help'],
	[13, 'Help talk'],
	[14, 'Category'],
	[15, 'Category talk'],
]);

const ids: ReadonlyMap<string, number> = new Map([
	...[...NAMESPACES].filter(([, name]) => name !== '').map(([id, name]) => [name.toLowerCase(), id] as const),
	['project', 4] as const,
	['project talk', 5] as const,
]);

export function namespaceOf(title: string): number {
	const colon = title.indexOf(':');
	return colon < 0 ? 0 : (ids.get(title.slice(0, colon).toLowerCase()) ?? 0);
}

/** A normalized title; null if invalid. */
export function normalizeTitle(requested: string): string | null {
	const text = requested.replace(/[ _]+/g, ' ').trim().replace(/^: ?/, '');
	if (text === '' || /[#<>[\]{|}]/.test(text)) return null;
	const ns = namespaceOf(text);
	if (ns === 0) return upperFirst(text);
	const rest = text.slice(text.indexOf(':') + 1).trim();
	return rest === '' ? null : `${NAMESPACES.get(ns) ?? ''}:${upperFirst(rest)}`;
}

/** The title without its namespace. */
export function withoutNamespace(title: string): string {
	return namespaceOf(title) === 0 ? title : title.slice(title.indexOf(':') + 1);
}

function upperFirst(text: string): string {
	const [first = ''] = text;
	return first.toUpperCase() + text.slice(first.length);
}

/** The default content model of a title. */
export function defaultModel(title: string): string {
	const ns = namespaceOf(title);
	if (ns !== 8 && !(ns === 2 && title.includes('/'))) return 'wikitext';
	const ending = /\.(json|css|js)$/.exec(title)?.[1];
	return ending === undefined ? 'wikitext' : ending === 'js' ? 'javascript' : ending;
}
