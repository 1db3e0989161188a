/** What a parse tree says, with positions in the wikitext that it was made of. */
interface TreeReading {
	readonly text: string;
	readonly templates: readonly {
		start: number;
		end: number;
		title: string;
		params: readonly (readonly [name: string | null, value: string])[];
	}[];
	readonly headings: readonly { start: number; level: number }[];
	readonly comments: readonly { start: number; text: string }[];
	readonly extensions: readonly { start: number; end: number; name: string }[];
}

interface Open {
	readonly tag: string;
	readonly start: number;
	readonly level: number;
	readonly params: [string | null, string][];
	title: string;
	paramName: string | null;
	name: string;
	paramsSeen: number;
}

const entities: Readonly<Record<string, string>> = {
	'&lt;': '<',
	'&gt;': '>',
	'&amp;': '&',
	'&quot;': '"',
	'&#039;': "'",
};

/** Writes the tree (`prop=parsetree`) back to wikitext and notes where each node stood. */
export function wikitextOfTree(xml: string): TreeReading {
	const open: Open[] = [];
	const templates: TreeReading['templates'][number][] = [];
	const headings: TreeReading['headings'][number][] = [];
	const comments: TreeReading['comments'][number][] = [];
	const extensions: TreeReading['extensions'][number][] = [];
	let text = '';
	const tokens = /<(\/?)([a-z-]+)([^>]*?)(\/?)>|&(?:lt|gt|amp|quot|#039);|[^<&]+/g;
	for (const [token, slash, tag, attributes = '', empty] of xml.matchAll(tokens)) {
		if (tag === undefined) {
			text += entities[token] ?? token;
			continue;
		}
		const parent = open.at(-1);
		if (slash === '') {
			const level = Number(/level="(\d)"/.exec(attributes)?.[1] ?? 0);
			if (tag === 'part') text += '|';
			const node: Open = {
				tag,
				start: text.length,
				level,
				params: [],
				title: '',
				paramName: null,
				name: '',
				paramsSeen: 0,
			};
			if (tag === 'template') text += '{{';
			if (tag === 'tplarg') text += '{{{';
			if (tag === 'ext') text += '<';
			if (tag === 'inner' && parent?.tag === 'ext') text += '>';
			if (tag === 'h') headings.push({ start: text.length, level });
			if (tag === 'value' && empty === '/' && parent) open.at(-2)?.params.push([parent.paramName, '']);
			if (tag === 'name' && empty === '/' && parent) {
				parent.paramName = attributes.includes('index') ? null : '';
			}
			if (empty === '') open.push(node);
			continue;
		}
		const node = open.pop()!;
		const outer = open.at(-1);
		const content = text.slice(node.start);
		if (tag === 'title' && outer) outer.title = content;
		if (tag === 'name' && outer) outer.paramName = outer.name = content;
		if (tag === 'inner' && outer) outer.paramsSeen++;
		if (tag === 'value' && outer) open.at(-2)?.params.push([outer.paramName, content]);
		if (tag === 'comment') comments.push({ start: node.start, text: content });
		if (tag === 'template') text += '}}';
		if (tag === 'tplarg') text += '}}}';
		if (tag === 'ext' && node.paramsSeen === 0) text += '/>';
		if (tag === 'template') {
			templates.push({ start: node.start, end: text.length, title: node.title, params: node.params });
		}
		if (tag === 'ext') {
			extensions.push({ start: node.start, end: text.length, name: node.name.toLowerCase() });
		}
	}
	return { text, templates, headings, comments, extensions };
}
