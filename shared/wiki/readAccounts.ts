import * as v from 'valibot';
import type { Block, Known, LocalAccount } from './facts.ts';
import type { ApiResponse, Wiki } from './wiki.ts';
import { WikiError } from './wiki.ts';
import { parseAnswer } from './parseAnswer.ts';
import { inBatches } from './readPages.ts';

/** `expiry` of blocks and memberships: an ISO 8601 instant, or one of several words for "never". */
const expiry = v.pipe(
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
	groupmemberships: v.optional(v.array(v.object({ group: v.string(), expiry })), []),
	emailable: v.optional(v.boolean(), false),
	blockid: v.optional(v.number()),
	blockreason: v.optional(v.string(), ''),
	blockexpiry: v.optional(expiry, 'infinite'),
	blockpartial: v.optional(v.boolean(), false),
});
const usersSchema = v.object({ query: v.object({ users: v.array(userSchema) }) });

const USER_PARAMS = {
	action: 'query',
	list: 'users',
	usprop: 'groupmemberships|editcount|registration|blockinfo|emailable',
	curtimestamp: true,
} as const;

export interface AccountFact {
	readonly id: number;
	/** The name now; after a rename it is not the one that the revision was saved with. */
	readonly name: string;
	readonly fact: Known<LocalAccount>;
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
	batch = 50,
): Promise<ReadonlyMap<number, AccountFact>> {
	const found = new Map<number, AccountFact>();
	for (const some of inBatches(userids, batch)) {
		for (const account of await readBatch(wiki, some, wikiId)) found.set(account.id, account);
	}
	return found;
}

async function readBatch(
	wiki: Wiki,
	userids: readonly number[],
	wikiId: string,
): Promise<readonly AccountFact[]> {
	try {
		const answer = await wiki.query({ ...USER_PARAMS, ususerids: userids });
		return accountsIn(answer, wikiId);
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		const why = `${error.code}: ${error.message}`;
		return userids.map((id) => ({ id, name: '', fact: { known: false, why } }));
	}
}

function accountsIn(answer: ApiResponse, wikiId: string): readonly AccountFact[] {
	const at = typeof answer.curtimestamp === 'string' ? answer.curtimestamp : '';
	return parseAnswer(usersSchema, answer).query.users.flatMap((user) => {
		if (user.userid === undefined || user.missing || user.invalid) return [];
		return [
			{ id: user.userid, name: user.name, fact: { known: true, value: localAccount(user, wikiId), at } },
		];
	});
}

function localAccount(user: v.InferOutput<typeof userSchema>, wikiId: string): LocalAccount {
	return {
		wiki: wikiId,
		groups: user.groupmemberships.map(({ group, expiry }) => ({ group, expires: expiry })),
		edits: user.editcount,
		registered: user.registration,
		block: user.blockid === undefined ? null : blockOf(user),
		emailable: user.emailable,
	};
}

function blockOf(user: v.InferOutput<typeof userSchema>): Block {
	return {
		extent: user.blockpartial ? 'partial' : 'sitewide',
		expires: user.blockexpiry,
		reason: user.blockreason,
	};
}
