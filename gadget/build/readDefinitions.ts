/** A line of `MediaWiki:Gadgets-definition`. */
interface Definition {
	/** The gadget's name; its module is `ext.gadget.NAME`. */
	readonly name: string;
	/** Its pages, without the prefix `Gadget-`. */
	readonly files: readonly string[];
	/** The names of the modules it depends on. */
	readonly dependencies: readonly string[];
}

/** Reads definition lines like the Gadgets extension. Skips other lines (headings). */
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

/** Repeats the line that contains `LANGUAGE` for each language. */
export function expandLanguages(text: string, languages: readonly string[]): string {
	return text
		.split('\n')
		.flatMap((line) =>
			line.includes('LANGUAGE') ? languages.map((language) => line.replaceAll('LANGUAGE', language)) : [line],
		)
		.join('\n');
}
