import { msg, type MessageKey } from '../ui/msg.ts';

/** Messages by API error code. The first match counts. */
const REFUSAL_MESSAGES: readonly (readonly [RegExp, MessageKey])[] = [
	[/^assert/, 'wikilearn-form-logged-out'],
	[/blocked/, 'wikilearn-form-refused-blocked'],
	[/^readonly/, 'wikilearn-form-refused-readonly'],
	[/^ratelimited|^throttled/, 'wikilearn-form-refused-rate'],
	[/^abusefilter-warning/, 'wikilearn-form-refused-warning'],
	[/^abusefilter/, 'wikilearn-form-refused-filter'],
	[/^spamblacklist|^spamdetected|^spam/, 'wikilearn-form-refused-link'],
	[/^titleblacklist/, 'wikilearn-form-refused-title'],
	[/^contenttoobig|^http-413|maxsize/, 'wikilearn-form-refused-large'],
	[/protected|^cantcreate|^permissiondenied|^nocreate|^noedit/, 'wikilearn-form-refused-protected'],
];

/**
 * Describes a refused save and what to do. The form keeps the text.
 *
 * @param error the API's code, and its message in the reader's language as plain text
 * @param contactAddress of the team
 */
export function describeRefusal(
	error: { readonly code: string; readonly message: string },
	contactAddress: string,
): string {
	const match = REFUSAL_MESSAGES.find(([pattern]) => pattern.test(error.code));
	return msg(match ? match[1] : 'wikilearn-form-refused', error.message, contactAddress);
}
