/** A bot password: log in as `ACCOUNT@APP_ID`. */
interface TestBotPassword {
	readonly appId: string;
	/** MediaWiki takes a password for a bot's only if it has 32 or more of the characters `0-9a-w`. */
	readonly password: string;
	/** For example `basic`, `editpage`, `createeditmovepage`, `highvolume`, `sendemail`. */
	readonly grants: readonly string[];
}

/** An account as a test wants it. An existing account of that name is brought to this state. */
export interface TestAccount {
	readonly name: string;
	readonly password: string;
	/** Local groups; an expiry is an ISO 8601 instant. */
	readonly groups?: readonly (string | { readonly group: string; readonly expiry: string })[];
	readonly editCount?: number;
	/** ISO 8601 instant; now if left out. */
	readonly registered?: string;
	/** `null` for none; `userID@example.org` if left out. */
	readonly email?: string | null;
	/** True if left out. */
	readonly emailConfirmed?: boolean;
	readonly botPasswords?: readonly TestBotPassword[];
}

/** The recorded answers of CentralAuth, by what they say about the account. */
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
 * What `meta=globaluserinfo` answers about an account: a recorded answer with the account's own name and ids (and its
 * own local groups on this wiki), exactly a given one, or an API error. `delayMs` makes it wait first.
 */
export type GlobalAccount = { readonly delayMs?: number } & (
	| { readonly record: GlobalRecord }
	| { readonly globaluserinfo: Readonly<Record<string, unknown>> }
	| { readonly error: string }
);
