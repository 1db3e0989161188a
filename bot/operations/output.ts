/** Structured fields of a log line: `cycle`, `page`, `action`, `requests`, `milliseconds` and the like. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** A command's output. Secrets are redacted everywhere, email addresses everywhere but in {@link Output.print}. */
export interface Output {
	/** Normal messages. */
	info(line: string, fields?: LogFields): void;
	/** Errors, and what needs attention. */
	warn(line: string, fields?: LogFields): void;
	/** Text that was asked for: a diff, a programme. */
	print(text: string): void;
	/** On a terminal, a line that the next output overwrites; null clears it. No output elsewhere. */
	progress(line: string | null): void;
	/** The machine-readable result; called once, with `--json`. */
	result(value: unknown): void;
	readonly colors: boolean;
	/** Whether a user sits at a terminal. */
	readonly interactive: boolean;
}

export interface OutputOptions {
	/** Stdout contains one JSON document, the result. */
	readonly json: boolean;
	/** `json`: each line is a JSON object. */
	readonly log: 'lines' | 'json';
	readonly secrets: readonly string[];
	readonly colors: boolean;
	readonly interactive: boolean;
	readonly stdout: (text: string) => void;
	readonly stderr: (text: string) => void;
	/** ISO 8601, for log lines. */
	readonly now: () => string;
}

/** Moves to the start of the line and clears it. */
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

/** Redacts before JSON escapes strings: a secret that is escaped twice would not match. */
function redactJson(value: unknown, redact: Redact, indent = 0): string {
	return JSON.stringify(
		value,
		(_, inner: unknown) => (typeof inner === 'string' ? redact(inner) : inner),
		indent,
	);
}

/** Removes secrets and addresses from a text. */
type Redact = (text: string) => string;
const EMAIL_ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,}/gu;
/** Shorter secrets would match ordinary words. */
const MIN_SECRET_LENGTH = 4;
/**
 * Creates a function that replaces secrets in each form that a library may use: verbatim, URL-encoded, JSON-escaped,
 * or as the base64 of an `Authorization` header.
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

/** Reserved by RFC 2606; messages use them as examples. */
const EXAMPLE_ADDRESS = /@example\.(com|net|org)$/;
/** Removes email addresses from a message; one may be an applicant's. */
export function redactAddresses(text: string): string {
	return text.replace(EMAIL_ADDRESS, (address) =>
		EXAMPLE_ADDRESS.test(address) ? address : '[email address]',
	);
}
