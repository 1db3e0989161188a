/** An attack, as stored in a JSON file: who did what, and the expected outcome. */
export interface Attack {
	readonly name: string;
	/** Changed values of the programme, by path (`courses.0.title`). */
	readonly programme?: Readonly<Record<string, unknown>>;
	/** A replacement in the programme page's text: from, to. */
	readonly programmeText?: readonly [string, string];
	readonly edits: readonly AttackEdit[];
	readonly expect: Expected;
}

/** A whole new text, an addition at the end, or a replacement. */
export interface AttackEdit {
	readonly by: string;
	readonly title: string;
	readonly text?: LongText;
	readonly append?: LongText;
	readonly replace?: readonly [string, string];
}

type LongText = string | readonly (string | { readonly repeat: string; readonly times: number })[];

interface Expected {
	/** All applications but the bystander's, with what must be true of them. */
	readonly applications: readonly ExpectedApplication[];
	/** The complete report, as `kind: detail`; a trailing `…` matches any rest. */
	readonly problems: readonly string[];
	/** What must not appear on any of the bot's pages. */
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
