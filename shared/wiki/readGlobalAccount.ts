import * as v from 'valibot';
import type { AttachedAccount, GlobalAccount, Fact } from './accountFacts.ts';
import { type Wiki, WikiError } from './wiki.ts';
import { parseResponse } from './response.ts';

const mergedSchema = v.object({
	wiki: v.string(),
	url: v.optional(v.string(), ''),
	editcount: v.optional(v.number(), 0),
	registration: v.optional(v.nullable(v.string()), null),
	// CentralAuth leaves the key out where an account has no groups.
	groups: v.optional(v.array(v.string()), []),
	blocked: v.optional(
		v.object({ expiry: v.optional(v.string(), 'infinity'), reason: v.optional(v.string(), '') }),
	),
});

const globalSchema = v.object({
	query: v.optional(
		v.object({
			globaluserinfo: v.optional(
				v.object({
					missing: v.optional(v.boolean(), false),
					id: v.optional(v.number(), 0),
					registration: v.optional(v.nullable(v.string()), null),
					locked: v.optional(v.boolean(), false),
					groups: v.optional(v.array(v.string()), []),
					editcount: v.optional(v.number(), 0),
					merged: v.optional(v.array(mergedSchema), []),
				}),
			),
		}),
	),
});
type GlobalUserInfo = NonNullable<NonNullable<v.InferOutput<typeof globalSchema>['query']>['globaluserinfo']>;

/**
 * Looks up a global account with CentralAuth (`meta=globaluserinfo`, one user per request). A wiki without CentralAuth
 * responds without `query` instead of an error; the result is then unknown.
 *
 * @param name the account's current name
 */
export async function readGlobalAccount(wiki: Wiki, name: string): Promise<Fact<GlobalAccount>> {
	try {
		const response = await wiki.query({
			action: 'query',
			meta: 'globaluserinfo',
			guiuser: name,
			guiprop: 'groups|merged|editcount',
			curtimestamp: true,
		});
		const info = parseResponse(globalSchema, response).query?.globaluserinfo;
		if (!info) return { known: false, reason: 'no-centralauth' };
		const at = typeof response.curtimestamp === 'string' ? response.curtimestamp : '';
		return { known: true, value: toGlobalAccount(info), at };
	} catch (error) {
		if (!(error instanceof WikiError)) throw error;
		return { known: false, reason: `${error.code}: ${error.message}` };
	}
}

function toGlobalAccount(info: GlobalUserInfo): GlobalAccount {
	if (info.missing) return { exists: false };
	return {
		exists: true,
		id: info.id,
		registered: info.registration,
		edits: info.editcount,
		locked: info.locked,
		groups: info.groups,
		wikis: info.merged.map(toAttachedAccount),
	};
}

function toAttachedAccount(merged: v.InferOutput<typeof mergedSchema>): AttachedAccount {
	const { blocked } = merged;
	return {
		wiki: merged.wiki,
		url: merged.url,
		edits: merged.editcount,
		groups: merged.groups,
		registered: merged.registration,
		block: blocked
			? {
					extent: 'unknown',
					expires: /^\d{4}-/.test(blocked.expiry) ? blocked.expiry : null,
					reason: blocked.reason,
				}
			: null,
	};
}
