import * as v from 'valibot';
import type { Block, Fact, LocalAccount } from './accountFacts.ts';
import { type ApiResponse, type Wiki, WikiError } from './wiki.ts';
import { parseResponse } from './response.ts';
import { splitIntoBatches } from './readPages.ts';

/** `expiry` of blocks and memberships: an ISO 8601 instant, or one of several words for "never". */
const expirySchema = v.pipe(
	v.string(),
	v.transform((text) => (/^\d{4}-/.test(text) ? text : null)),
);

const userSchema = v.object({
	userid: v.optional(v.number()),
	// An id that is no account's has no name either.
	name: v.optional(v.string(), ''),
	missing: v.optional(v.boolean(), false),
	invalid: v.optional(v.boolean(), false),
	editcount: v.optional(v.number(), 0),
	registration: v.optional(v.nullable(v.string()), null),
	groupmemberships: v.optional(v.array(v.object({ group: v.string(), expiry: expirySchema })), []),
	emailable: v.optional(v.boolean(), false),
	blockid: v.optional(v.number()),
	blockreason: v.optional(v.string(), ''),
	blockexpiry: v.optional(expirySchema, 'infinite'),
	blockpartial: v.optional(v.boolean(), false),
});
const usersSchema = v.object({ query: v.object({ users: v.array(userSchema) }) });

const USER_PARAMS = {
	action: 'query',
	list: 'users',
	usprop: 'groupmemberships|editcount|registration|blockinfo|emailable',
	curtimestamp: true,
} as const;

export interface AccountLookup {
	readonly id: number;
	/** The name now; after a rename it is not the one that the revision was saved with. */
	readonly name: string;
	readonly fact: Fact<LocalAccount>;
}

/**
 * Looks up accounts on the wiki itself, by user id (which a rename keeps).
 *
 * @param wikiId the wiki's database name, for the evidence
 * @returns by user id; an account that could not be looked up has a fact that says why, never an empty one
 */
export async function readAccounts(
	wiki: Wiki,
	userids: readonly number[],
	wikiId: string,
	batchSize = 50,
): Promise<ReadonlyMap<number, AccountLookup>> {
	const found = new Map<number, AccountLookup>();
	for (const batch of splitIntoBatches(userids, batchSize)) {
		for (const account of await readBatch(wiki, batch, wikiId)) found.set(account.id, account);
	}
	return found;
}

async function readBatch(
	wiki: Wiki,
	userids: readonly number[],
	wikiId: string,
): Promise<readonly AccountLookup[]> {
	try {
		const response = await wiki.query({ ...USER_PARAMS, ususerids: userids });
		return parseAccounts(response, wikiId);
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		const reason = `${error.code}: ${error.message}`;
		return userids.map((id) => ({ id, name: '', fact: { known: false, reason } }));
	}
}

function parseAccounts(response: ApiResponse, wikiId: string): readonly AccountLookup[] {
	const at = typeof response.curtimestamp === 'string' ? response.curtimestamp : '';
	return parseResponse(usersSchema, response).query.users.flatMap((user) => {
		if (user.userid === undefined || user.missing || user.invalid) return [];
		return [
			{ id: user.userid, name: user.name, fact: { known: true, value: toLocalAccount(user, wikiId), at } },
		];
	});
}

function toLocalAccount(user: v.InferOutput<typeof userSchema>, wikiId: string): LocalAccount {
	return {
		wiki: wikiId,
		groups: user.groupmemberships.map(({ group, expiry }) => ({ group, expires: expiry })),
		edits: user.editcount,
		registered: user.registration,
		block: user.blockid === undefined ? null : toBlock(user),
		emailable: user.emailable,
	};
}

function toBlock(user: v.InferOutput<typeof userSchema>): Block {
	return {
		extent: user.blockpartial ? 'partial' : 'sitewide',
		expires: user.blockexpiry,
		reason: user.blockreason,
	};
}
