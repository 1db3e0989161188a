/** What a line is about, for machines: `cycle`, `page`, `action`, `requests`, `milliseconds` and the like. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Where a command speaks. Secrets never get through it; email addresses only through {@link Output.show}. */
export interface Output {
	/** What happens. */
	say(line: string, fields?: Fields): void;
	/** What went wrong, and what needs a person. */
	warn(line: string, fields?: Fields): void;
	/** Text that somebody asked to see: a difference, a programme. */
	show(text: string): void;
	/** On a terminal, a line that the next one, or the next text, takes the place of; null: none. Elsewhere nothing. */
	progress(line: string | null): void;
	/** The outcome for machines, once, with `--json`. */
	result(value: unknown): void;
	readonly colors: boolean;
	/** Whether someone sits at a terminal. */
	readonly interactive: boolean;
}
