/** Removes what must not be seen from a text. */
export type Redact = (text: string) => string;

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,}/gu;

/** Shorter ones would be found in innocent words. */
const SHORTEST_SECRET = 4;

/**
 * Makes a function that replaces secrets, however a library may have written them into a message: as they are, as a
 * part of an address, within JSON, or as the base64 of an `Authorization` header.
 */
export function redactSecrets(secrets: readonly string[]): Redact {
	const forms = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
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
const EXAMPLE = /@example\.(com|net|org)$/;

/** Email addresses that a message quotes: an applicant's may be among them. */
export function redactAddresses(text: string): string {
	return text.replace(ADDRESS, (address) => (EXAMPLE.test(address) ? address : '[email address]'));
}
