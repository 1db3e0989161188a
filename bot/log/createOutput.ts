import type { Fields, Output } from './output.ts';
import { redactAddresses, redactSecrets, type Redact } from './redact.ts';

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
