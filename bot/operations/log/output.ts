import { redactAddresses, redactSecrets, type Redact } from './redact.ts';

/** What a line is about, for machines: `cycle`, `page`, `action`, `requests`, `milliseconds` and the like. */
type Fields = Readonly<Record<string, string | number | boolean | null>>;

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

export interface OutputOptions {
	/** Stdout holds one JSON document, the result, and nothing else. */
	readonly json: boolean;
	/** `json`: each line is a JSON object. */
	readonly log: 'lines' | 'json';
	readonly secrets: readonly string[];
	readonly colors: boolean;
	readonly interactive: boolean;
	readonly stdout: (text: string) => void;
	readonly stderr: (text: string) => void;
	/** ISO 8601, for lines of a log. */
	readonly now: () => string;
}

/** Back to the line's beginning, and away with what stands there. */
const CLEAR_LINE = '\r\u001b[2K';

export function createOutput(options: OutputOptions): Output {
	let shown: string | null = null;
	const progress = (line: string | null): void => {
		if (!options.interactive || options.json || options.log === 'json' || line === shown) return;
		options.stdout(`${shown === null ? '' : CLEAR_LINE}${line === null ? '' : clean(line)}`);
		shown = line;
	};
	const withoutSecrets = redactSecrets(options.secrets);
	const clean = (text: string): string => redactAddresses(withoutSecrets(text));
	const entry = (level: string, line: string, fields: Fields = {}): string =>
		`${cleanJson({ time: options.now(), level, message: line, ...fields }, clean)}\n`;
	return {
		say(line, fields) {
			if (options.json) return;
			progress(null);
			options.stdout(options.log === 'json' ? entry('info', line, fields) : `${clean(line)}\n`);
		},
		warn(line, fields) {
			progress(null);
			const write = options.log === 'json' && !options.json ? options.stdout : options.stderr;
			write(options.log === 'json' ? entry('warning', line, fields) : `${clean(line)}\n`);
		},
		show(text) {
			if (options.json) return;
			progress(null);
			options.stdout(options.log === 'json' ? entry('info', text) : `${withoutSecrets(text)}\n`);
		},
		progress,
		result(value) {
			if (options.json) options.stdout(`${cleanJson(value, withoutSecrets, 2)}\n`);
		},
		colors: options.colors,
		interactive: options.interactive,
	};
}

/** Texts are cleaned before JSON escapes what is in them: escaped twice, a secret would not be known again. */
function cleanJson(value: unknown, clean: Redact, indent = 0): string {
	return JSON.stringify(
		value,
		(_, inner: unknown) => (typeof inner === 'string' ? clean(inner) : inner),
		indent,
	);
}
