/** Named entities that people type, and those MediaWiki's own tools write. Others stay as they are. */
const named: ReadonlyMap<string, string> = new Map(
	(
		'amp& lt< gt> quot" apos\' nbsp\xa0 shy\xad laquo« raquo» middot· copy© times× ndash– mdash— hellip… bull• ' +
		'lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ rarr→ larr← zwnj\u200c zwj\u200d lrm\u200e rlm\u200f'
	)
		.split(' ')
		.map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
);

/** Character references as MediaWiki decodes them (`Sanitizer::decodeCharReferences`); what is none stays. */
export function decodeEntities(text: string): string {
	// No groups: they would be cut out for each of many references.
	return text.replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, decodeEntity);
}

function decodeEntity(reference: string): string {
	if (!reference.startsWith('&#')) return named.get(reference.slice(1, -1)) ?? reference;
	const isHex = reference.charAt(2).toLowerCase() === 'x';
	const code = isHex ? parseInt(reference.slice(3), 16) : decimal(reference);
	if (!isAllowed(code)) return reference;
	return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

/** Digit by digit: without a string for each of the many references that `encodeEntity` writes. */
function decimal(reference: string): number {
	let code = 0;
	for (let at = 2; at < reference.length - 1; at++) code = code * 10 + reference.charCodeAt(at) - 48;
	return code;
}

/** `Sanitizer::validateCodepoint`. */
function isAllowed(code: number): boolean {
	return (
		code === 9 ||
		code === 10 ||
		(code >= 0x20 && code <= 0x7e) ||
		(code >= 0xa0 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	);
}
