/** Named entities that people type or that MediaWiki's own tools write. Others are not decoded. */
const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map(
	(
		'amp& lt< gt> quot" apos\' nbsp\xa0 shy\xad laquo« raquo» middot· copy© times× ndash– mdash— hellip… bull• ' +
		'lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ rarr→ larr← zwnj\u200c zwj\u200d lrm\u200e rlm\u200f'
	)
		.split(' ')
		.map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
);

/** Decodes character references as MediaWiki does (`Sanitizer::decodeCharReferences`); invalid ones stay. */
export function decodeEntities(text: string): string {
	// No groups: they would allocate a string for each of many references.
	return text.replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, decodeEntity);
}

function decodeEntity(reference: string): string {
	if (!reference.startsWith('&#')) return NAMED_ENTITIES.get(reference.slice(1, -1)) ?? reference;
	const isHex = reference.charAt(2).toLowerCase() === 'x';
	const code = isHex ? parseInt(reference.slice(3), 16) : parseDecimal(reference);
	if (!isValidCodePoint(code)) return reference;
	return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

/** Digit by digit, to avoid allocating a string for each of the many references that `encodeEntity` writes. */
function parseDecimal(reference: string): number {
	let code = 0;
	for (let position = 2; position < reference.length - 1; position++)
		code = code * 10 + reference.charCodeAt(position) - 48;
	return code;
}

/** `Sanitizer::validateCodepoint`. */
function isValidCodePoint(code: number): boolean {
	return (
		code === 9 ||
		code === 10 ||
		(code >= 0x20 && code <= 0x7e) ||
		(code >= 0xa0 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	);
}

/** Trims like PHP's `trim`, as MediaWiki does for named parameters. A loop, because `/\s+$/` is quadratic. */
export function trimBlanks(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

function isBlank(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13 && code !== 12) || code === 0;
}

/** Removes comments, except an unclosed one. A loop, because `/<!--[^]*?-->/g` is quadratic without a `-->`. */
export function removeComments(text: string): string {
	let result = '';
	let position = 0;
	for (;;) {
		const start = text.indexOf('<!--', position);
		const close = start < 0 ? -1 : text.indexOf('-->', start + 4);
		if (close < 0) return result + text.slice(position);
		result += text.slice(position, start);
		position = close + 3;
	}
}
