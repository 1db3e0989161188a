import type { Fields, Output } from './output.ts';
import { redactAddresses, redactSecrets } from './redact.ts';

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

export function createOutput(options: OutputOptions): Output {
	const withoutSecrets = redactSecrets(options.secrets);
	const clean = (text: string): string => redactAddresses(withoutSecrets(text));
	const entry = (level: string, line: string, fields: Fields = {}): string =>
		`${clean(JSON.stringify({ time: options.now(), level, message: line, ...fields }))}\n`;
	return {
		say(line, fields) {
			if (options.json) return;
			options.stdout(options.log === 'json' ? entry('info', line, fields) : `${clean(line)}\n`);
		},
		warn(line, fields) {
			const write = options.log === 'json' && !options.json ? options.stdout : options.stderr;
			write(options.log === 'json' ? entry('warning', line, fields) : `${clean(line)}\n`);
		},
		show(text) {
			if (options.json) return;
			options.stdout(options.log === 'json' ? entry('info', text) : `${withoutSecrets(text)}\n`);
		},
		result(value) {
			if (options.json) options.stdout(`${withoutSecrets(JSON.stringify(value, null, 2))}\n`);
		},
		colors: options.colors,
		interactive: options.interactive,
	};
}
