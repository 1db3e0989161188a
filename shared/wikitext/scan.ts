/** The result of `scanWikitext`. Positions are UTF-16 offsets in `text`; `end` is exclusive. */
export interface Scan {
	readonly text: string;
	/** Closed `{{…}}` in the order of closing: inner before outer. */
	readonly templates: readonly TemplateNode[];
	/** Unclosed `{{…`, outer before inner. `end` is the end of the text. */
	readonly unclosed: readonly TemplateNode[];
	/** Headings of the page itself, not in comments, extension tags or templates. In source order. */
	readonly headings: readonly Heading[];
	readonly comments: readonly Comment[];
	/** `<includeonly>…</includeonly>` and the tags `<noinclude>` and `<onlyinclude>`, which a page view does not show. */
	readonly ignored: readonly Range[];
	readonly extensions: readonly ExtensionNode[];
	/** The ends of templates after which nothing is open, in source order. Later text cannot affect the scan before them. */
	readonly checkpoints: readonly number[];
	/** Up to here, everything is the same as in the `previous` scan. */
	readonly unchangedUntil: number;
	/** The number of positions visited, a measure of the work. Linear in the text's length. */
	readonly steps: number;
}

export interface Range {
	readonly start: number;
	readonly end: number;
}

export interface Comment extends Range {
	/** Includes the white space and line break that MediaWiki removes with a comment on its own line. */
	readonly cutStart: number;
	readonly cutEnd: number;
}

export interface TemplateNode extends Range {
	/** The name first, then the parameters. */
	readonly parts: readonly Part[];
}

export interface Part extends Range {
	/** -1 for the last part of an unclosed template. */
	readonly end: number;
	/** The offset of its `=`, or -1. */
	readonly equals: number;
	/** Whether the name (the text before the `=`, or the template's name) contains a template, an argument or an extension tag. */
	readonly hasDynamicName: boolean;
}

export interface ExtensionNode extends Range {
	/** In lower case. */
	readonly name: string;
	/** null for `<name/>`. */
	readonly inner: Range | null;
}

export interface Heading extends Range {
	/** From 1 to 6. */
	readonly level: number;
	/** The source between the equals signs, with its comments. */
	readonly title: string;
}
