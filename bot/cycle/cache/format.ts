import { createHash } from 'node:crypto';

/** To be counted up whenever {@link Bookmark} or anything in it, or what it means, changes. */
export const FORMAT = 7;

export function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
