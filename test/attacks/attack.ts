/** An attack as it is kept in a file: who did what, and what is to become of it. */
export interface Attack {
	readonly name: string;
	/** Values of the programme that are other ones, by their place (`courses.0.title`). */
	readonly programme?: Readonly<Record<string, unknown>>;
	/** The programme page's text with one thing in place of another. */
	readonly programmeText?: readonly [string, string];
	readonly edits: readonly AttackEdit[];
	readonly expect: Expected;
}

/** A whole text, something at its end, or one thing in place of another. */
export interface AttackEdit {
	readonly by: string;
	readonly title: string;
	readonly text?: LongText;
	readonly append?: LongText;
	readonly replace?: readonly [string, string];
}

type LongText = string | readonly (string | { readonly repeat: string; readonly times: number })[];

interface Expected {
	/** All applications but the bystander's, with what is to be true of them. */
	readonly applications: readonly ExpectedApplication[];
	/** All that the report says, as `kind: detail`; with `…` at its end, the beginning of it. */
	readonly problems: readonly string[];
	/** What is to stand on no page that the bot keeps. */
	readonly absent?: readonly string[];
}

export interface ExpectedApplication {
	readonly applicant: string | null;
	readonly state: string;
	readonly onBehalfOf?: string;
	readonly motivation?: string;
	readonly verdict?: string;
	readonly decisions?: number;
}

export function textOf(text: LongText): string {
	if (typeof text === 'string') return text;
	return text.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('');
}
