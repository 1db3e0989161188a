import type { Outcome } from '../../shared/rules/status.ts';

/** What a reviewer may say of an application. */
export type Choice = Outcome | 'recusal';

/** With the keys that pick them. */
export const choices: readonly { readonly choice: Choice; readonly key: string }[] = [
	{ choice: 'accepted', key: 'a' },
	{ choice: 'waitlisted', key: 'w' },
	{ choice: 'declined', key: 'd' },
	{ choice: 'recusal', key: 'r' },
];
