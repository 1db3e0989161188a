import { byteLength } from './title.ts';

/** `$wgMaxNameChars` on Wikimedia's wikis. MediaWiki's own default is 255. */
export const maxUserNameBytes = 85;

/** Why this cannot be an account's name, in English, or null. Follows MediaWiki's `UserNameUtils::isValid`. */
export function userNameProblem(name: string): string | null {
	if (name === '') return 'A user name cannot be empty.';
	if (name.trim() !== name) return 'A user name neither starts nor ends with a space.';
	if (/^user:/i.test(name)) return 'Leave out "User:".';
	const illegal = /[#<>[\]|{}/@:\u0000-\u001f\u007f\u0080-\u009f\u00a0\u2000-\u200f\u2028-\u202f\u3000]/.exec(
		name,
	);
	if (illegal) return `MediaWiki does not allow ${JSON.stringify(illegal[0])} in user names.`;
	if (/^\d{1,3}(\.(\d{1,3}|xxx)){3}$/.test(name)) return 'This is an IP address; an account is needed.';
	const bytes = byteLength(name);
	return bytes > maxUserNameBytes ? `The name has ${bytes} bytes; ${maxUserNameBytes} are allowed.` : null;
}
