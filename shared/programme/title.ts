/** MediaWiki's limit in bytes for a title without its namespace. */
const MAX_TITLE_BYTES = 255;

/**
 * Normalizes a page title for comparison: spaces for underscores, single spaces, and a capital first letter of the
 * namespace and of the title. Not for display.
 */
export function normalizeTitle(title: string): string {
	const collapsed = title.replace(/[_\s]+/g, ' ').trim();
	const withNamespace = collapsed.replace(/^[^:]*: */, (namespace) => capitalize(namespace.trim()));
	const nameStart = withNamespace.lastIndexOf(':') + 1;
	return withNamespace.slice(0, nameStart) + capitalize(withNamespace.slice(nameStart));
}

/**
 * Why MediaWiki would reject this page title, in English, or null. Follows `MediaWikiTitleCodec::splitTitleString`, but
 * also rejects full web addresses and `//`: MediaWiki accepts some of them, but they are mistakes.
 */
export function findTitleProblem(title: string): string | null {
	if (title.trim() === '') return 'A page title cannot be empty.';
	if (/^(https?:)?\/\//.test(title)) return 'Give the page title, not its web address.';
	const illegal = /[#<>[\]|{}\u0000-\u001f\u007f\ufffd]/.exec(title);
	if (illegal) return `MediaWiki does not allow ${JSON.stringify(illegal[0])} in page titles.`;
	if (title.startsWith(':')) return 'Leave out the colon at the start.';
	if (/\/\/|\/$/.test(title)) return 'A slash in a title needs text on both sides.';
	if (/(^|\/)\.{1,2}(\/|$)/.test(title)) return 'MediaWiki does not allow "." or ".." as a part of a title.';
	if (/~{3}/.test(title)) return 'MediaWiki does not allow "~~~" in page titles.';
	if (/%[0-9a-f]{2}/i.test(title)) return 'Write the character itself in place of its %-code.';
	if (/&[#\w\u0080-\uffff]+;/.test(title)) return 'Write the character itself in place of its HTML entity.';
	const bytes = byteLength(title);
	if (bytes > MAX_TITLE_BYTES) return `The title has ${bytes} bytes; MediaWiki allows ${MAX_TITLE_BYTES}.`;
	const written = canonicalizeTitle(title);
	// The wiki returns normalized titles, so another spelling would match no application.
	return written === title ? null : `Write it as the wiki does: ${JSON.stringify(written)}.`;
}

/** `$wgMaxNameChars` on Wikimedia's wikis. MediaWiki's own default is 255. */
export const MAX_USER_NAME_BYTES = 85;

/** Why this cannot be a user name, in English, or null. Follows MediaWiki's `UserNameUtils::isValid`. */
export function findUserNameProblem(name: string): string | null {
	if (name === '') return 'A user name cannot be empty.';
	if (name.trim() !== name) return 'A user name neither starts nor ends with a space.';
	if (/^user:/i.test(name)) return 'Leave out "User:".';
	const illegal = /[#<>[\]|{}/@:\u0000-\u001f\u007f\u0080-\u009f\u00a0\u2000-\u200f\u2028-\u202f\u3000]/.exec(
		name,
	);
	if (illegal) return `MediaWiki does not allow ${JSON.stringify(illegal[0])} in user names.`;
	if (/^\d{1,3}(\.(\d{1,3}|xxx)){3}$/.test(name)) return 'This is an IP address; an account is needed.';
	const bytes = byteLength(name);
	return bytes > MAX_USER_NAME_BYTES
		? `The name has ${bytes} bytes; ${MAX_USER_NAME_BYTES} are allowed.`
		: null;
}

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
	const twoOrMore = text.match(/[\u0080-\uffff]/g) ?? [];
	const three = text.match(/[\u0800-\ud7ff\ue000-\uffff]/g) ?? [];
	return text.length + twoOrMore.length + three.length;
}

/**
 * A title as MediaWiki writes it, as far as possible without knowing the namespaces: no direction marks, single spaces
 * for underscores, a capital first letter (in alphabets where all wikis agree on capitals).
 */
function canonicalizeTitle(title: string): string {
	const plain = title
		.replace(/[\u200e\u200f\u202a-\u202e]/g, '')
		.replace(/[_\s]+/g, ' ')
		.trim()
		.normalize('NFC');
	return plain.replace(/^[a-z\u00e0-\u00f6\u00f8-\u00fe\u0430-\u045f]/, (first) => first.toUpperCase());
}

function capitalize(text: string): string {
	const [first = '', ...rest] = Array.from(text.trim());
	return first.toUpperCase() + rest.join('');
}
