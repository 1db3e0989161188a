/** What a line is about, for machines: `cycle`, `page`, `action`, `requests`, `milliseconds` and the like. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where a command speaks. Secrets never get through it; email addresses only through {@link Output.print}. */
export interface Output {
	/** What happens. */
	info(line: string, fields?: LogFields): void;
	/** What went wrong, and what needs a person. */
	warn(line: string, fields?: LogFields): void;
	/** Text that somebody asked to see: a difference, a programme. */
	print(text: string): void;
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
	let currentLine: string | null = null;
	const progress = (line: string | null): void => {
		if (!options.interactive || options.json || options.log === 'json' || line === currentLine) return;
		options.stdout(`${currentLine === null ? '' : CLEAR_LINE}${line === null ? '' : redact(line)}`);
		currentLine = line;
	};
	const redactSecretsIn = redactSecrets(options.secrets);
	const redact = (text: string): string => redactAddresses(redactSecretsIn(text));
	const entry = (level: string, line: string, fields: LogFields = {}): string =>
		`${redactJson({ time: options.now(), level, message: line, ...fields }, redact)}\n`;
	return {
		info(line, fields) {
			if (options.json) return;
			progress(null);
			options.stdout(options.log === 'json' ? entry('info', line, fields) : `${redact(line)}\n`);
		},
		warn(line, fields) {
			progress(null);
			const write = options.log === 'json' && !options.json ? options.stdout : options.stderr;
			write(options.log === 'json' ? entry('warning', line, fields) : `${redact(line)}\n`);
		},
		print(text) {
			if (options.json) return;
			progress(null);
			options.stdout(options.log === 'json' ? entry('info', text) : `${redactSecretsIn(text)}\n`);
		},
		progress,
		result(value) {
			if (options.json) options.stdout(`${redactJson(value, redactSecretsIn, 2)}\n`);
		},
		colors: options.colors,
		interactive: options.interactive,
	};
}

/** Texts are cleaned before JSON escapes what is in them: escaped twice, a secret would not be known again. */
function redactJson(value: unknown, redact: Redact, indent = 0): string {
	return JSON.stringify(
		value,
		(_, inner: unknown) => (typeof inner === 'string' ? redact(inner) : inner),
		indent,
	);
}

/** Removes what must not be seen from a text. */
type Redact = (text: string) => string;
const EMAIL_ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,}/gu;
/** Shorter ones would be found in innocent words. */
const MIN_SECRET_LENGTH = 4;
/**
 * Makes a function that replaces secrets, however a library may have written them into a message: as they are, as a
 * part of an address, within JSON, or as the base64 of an `Authorization` header.
 */
function redactSecrets(secrets: readonly string[]): Redact {
	const forms = secrets
		.filter((secret) => secret.length >= MIN_SECRET_LENGTH)
		.flatMap((secret) => [
			secret,
			encodeURIComponent(secret),
			JSON.stringify(secret).slice(1, -1),
			Buffer.from(secret).toString('base64'),
		]);
	const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, '[secret]'), text);
}

/** Nobody's, by RFC 2606: messages say with them how an address is written. */
const EXAMPLE_ADDRESS = /@example\.(com|net|org)$/;
/** Email addresses that a message quotes: an applicant's may be among them. */
export function redactAddresses(text: string): string {
	return text.replace(EMAIL_ADDRESS, (address) =>
		EXAMPLE_ADDRESS.test(address) ? address : '[email address]',
	);
}
