/** A line of `MediaWiki:Gadgets-definition`. */
interface Definition {
	/** The gadget's name; its module is `ext.gadget.NAME`. */
	readonly name: string;
	/** Its pages, without `Gadget-`. */
	readonly files: readonly string[];
	/** The module names it depends on. */
	readonly dependencies: readonly string[];
}

/** Reads definition lines as the Gadgets extension does. Other lines (headings) are left out. */
export function readDefinitions(text: string): readonly Definition[] {
	return text.split('\n').flatMap((line) => {
		const match = /^\*+ *([a-zA-Z][\w:.-]*)\s*(?:\[(.*?)\]\s*)?((?:\|[^|]*)+)$/.exec(line);
		if (!match) return [];
		const [, name = '', options = '', files = ''] = match;
		const dependencies = options
			.split('|')
			.map((option) => option.trim())
			.filter((option) => option.startsWith('dependencies='));
		return [
			{
				name,
				files: files
					.split('|')
					.map((file) => file.trim())
					.filter((file) => file !== ''),
				dependencies: dependencies.flatMap((option) => option.slice('dependencies='.length).split(',')),
			},
		];
	});
}

/** The languages' line, written once with `LANGUAGE`, for each of them. */
export function expandLanguages(text: string, languages: readonly string[]): string {
	return text
		.split('\n')
		.flatMap((line) =>
			line.includes('LANGUAGE') ? languages.map((language) => line.replaceAll('LANGUAGE', language)) : [line],
		)
		.join('\n');
}
