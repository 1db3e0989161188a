/** A bot password; log in as `ACCOUNT@APP_ID`. */
interface TestBotPassword {
	readonly appId: string;
	/** MediaWiki recognizes bot passwords by 32 or more characters of `0-9a-w`. */
	readonly password: string;
	/** For example `basic`, `editpage`, `createeditmovepage`, `highvolume`, `sendemail`. */
	readonly grants: readonly string[];
}

/** An account for a test. An existing account of that name is updated. */
export interface TestAccount {
	readonly name: string;
	readonly password: string;
	/** Local groups; an expiry is an ISO 8601 instant. */
	readonly groups?: readonly (string | { readonly group: string; readonly expiry: string })[];
	readonly editCount?: number;
	/** ISO 8601 instant; default: now. */
	readonly registered?: string;
	/** `null` for none; default: `userID@example.org`. */
	readonly email?: string | null;
	/** Default: true. */
	readonly emailConfirmed?: boolean;
	readonly botPasswords?: readonly TestBotPassword[];
}

/** The recorded responses of CentralAuth, by what they say about the account. */
export type GlobalRecord =
	| 'Volunteer'
	| 'LocalSysop'
	| 'SysopAbroad'
	| 'Rollbacker'
	| 'Steward'
	| 'BlockedAbroad'
	| 'LockedUser'
	| 'NoSuchPerson';

/**
 * The response of `meta=globaluserinfo` for an account: a recorded one with the account's own name and ids (and its
 * local groups on this wiki), a literal one, or an API error. `delayMs` delays it.
 */
export type GlobalAccount = { readonly delayMs?: number } & (
	| { readonly record: GlobalRecord }
	| { readonly globaluserinfo: Readonly<Record<string, unknown>> }
	| { readonly error: string }
);
