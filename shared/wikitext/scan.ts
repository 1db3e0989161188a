/** What `scanWikitext` found. All positions are UTF-16 offsets into `text`; `end` is the first offset after. */
export interface Scan {
	readonly text: string;
	/** Closed `{{…}}`, in the order in which they close: inner before outer. */
	readonly templates: readonly TemplateNode[];
	/** `{{…` that never close, outer before inner. `end` is the text's length. */
	readonly unclosed: readonly TemplateNode[];
	/** Headings on the page itself: none in comments, extension tags or templates. In source order. */
	readonly headings: readonly Heading[];
	readonly comments: readonly Comment[];
	/** `<includeonly>…</includeonly>` and the tags `<noinclude>`, `<onlyinclude>`, which a page view does not show. */
	readonly ignored: readonly Range[];
	readonly extensions: readonly ExtensionNode[];
	/** Where a template closed and nothing else was open, in source order: what stands before is read so whatever follows. */
	readonly checkpoints: readonly number[];
	/** Up to here all is as in the scan before, which was given. */
	readonly unchangedUntil: number;
	/** How much work it was: positions looked at. Grows in proportion to the text. */
	readonly steps: number;
}

export interface Range {
	readonly start: number;
	readonly end: number;
}

export interface Comment extends Range {
	/** With the white space and the line break that go with a comment which has lines of its own. */
	readonly cutStart: number;
	readonly cutEnd: number;
}

export interface TemplateNode extends Range {
	/** The name first, then the parameters. */
	readonly parts: readonly Part[];
}

export interface Part extends Range {
	/** -1 for the last part of a template that never closes. */
	readonly end: number;
	/** Where its `=` stands, or -1. */
	readonly equals: number;
	/** Whether the text before the `=` (or the whole, for a template's name) holds a template, an argument or an extension tag. */
	readonly hasDynamicName: boolean;
}

export interface ExtensionNode extends Range {
	/** Lower case. */
	readonly name: string;
	/** null for `<name/>`. */
	readonly inner: Range | null;
}

export interface Heading extends Range {
	/** 1 to 6. */
	readonly level: number;
	/** The source between the equals signs, comments and all. */
	readonly title: string;
}
