import type { Verdict } from '../../shared/actions/mark.ts';

/** What a reviewer may say of an application, with the keys that pick it. */
export const choices: readonly { readonly choice: Verdict; readonly key: string }[] = [
	{ choice: 'accepted', key: 'a' },
	{ choice: 'waitlisted', key: 'w' },
	{ choice: 'declined', key: 'd' },
	{ choice: 'recused', key: 'r' },
];
