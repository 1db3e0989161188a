import * as v from 'valibot';
import { REVERT_TAGS } from '../../../shared/actions/mark.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { queryAll, parseResponse } from '../../../shared/wiki/response.ts';
import { ok, todo, type Finding } from './finding.ts';

/** The rights needed to edit a JSON page in the MediaWiki namespace. */
const EDITING_RIGHTS = ['editinterface', 'editsitejson'] as const;
/** Rights that can change or hide the authors in a history. */
const REWRITING_RIGHTS = [
	'import',
	'importupload',
	'mergehistory',
	'deleterevision',
	'suppressrevision',
	'renameuser',
] as const;
/** Implicit groups, whose members cannot be listed. */
const IMPLICIT_GROUPS = new Set(['*', 'user', 'autoconfirmed', 'named', 'temp']);
const MAX_NAMED = 20;

const GROUPS_SCHEMA = v.object({
	query: v.object({
		usergroups: v.array(v.object({ name: v.string(), rights: v.optional(v.array(v.string()), []) })),
	}),
});
const USERS_SCHEMA = v.object({
	query: v.object({
		allusers: v.array(v.object({ name: v.string(), rights: v.optional(v.array(v.string()), []) })),
	}),
});
const TAGS_SCHEMA = v.object({
	query: v.object({ tags: v.array(v.object({ name: v.string(), active: v.optional(v.boolean(), false) })) }),
});

type Group = v.InferOutput<typeof GROUPS_SCHEMA>['query']['usergroups'][number];

/** Checks what the security model relies on: editors of the programme page, who can rewrite histories, tags. */
export async function checkTrust(wiki: Wiki): Promise<readonly Finding[]> {
	const response = await wiki.query({ action: 'query', meta: 'siteinfo', siprop: 'usergroups' });
	const groups = parseResponse(GROUPS_SCHEMA, response).query.usergroups;
	return [await checkEditors(wiki, groups), checkRewritingRights(groups), await checkTags(wiki)];
}

/** Checks who can edit the programme page, and thereby appoint reviewers. */
async function checkEditors(wiki: Wiki, groups: readonly Group[]): Promise<Finding> {
	const about = 'programme page, who can edit it';
	const groupsWithRight = groups.filter(({ rights }) =>
		EDITING_RIGHTS.some((right) => rights.includes(right)),
	);
	const openGroups = groupsWithRight.filter(
		({ name, rights }) => IMPLICIT_GROUPS.has(name) && hasAll(rights, EDITING_RIGHTS),
	);
	if (openGroups.length > 0)
		return todo(
			about,
			`everybody in ${listNames(openGroups)}. Ask the wiki’s system administrators to take ${EDITING_RIGHTS.join(' and ')} from that group.`,
		);
	const accounts = await listAccountsIn(
		wiki,
		groupsWithRight.map(({ name }) => name).filter((name) => !IMPLICIT_GROUPS.has(name)),
	);
	const named = accounts.slice(0, MAX_NAMED).join(', ');
	const more = accounts.length - MAX_NAMED;
	return ok(
		about,
		`${named || 'no local account'}${more > 0 ? ` and ${more} more` : ''} (groups: ${listNames(groupsWithRight.filter(({ rights }) => hasAll(rights, EDITING_RIGHTS)))})`,
	);
}

/** The accounts in these groups that have all the editing rights. */
async function listAccountsIn(wiki: Wiki, groups: readonly string[]): Promise<readonly string[]> {
	if (groups.length === 0) return [];
	const found: string[] = [];
	const params = { action: 'query', list: 'allusers', augroup: groups, auprop: 'rights', aulimit: 'max' };
	for await (const response of queryAll(wiki, params))
		for (const { name, rights } of parseResponse(USERS_SCHEMA, response).query.allusers)
			if (hasAll(rights, EDITING_RIGHTS)) found.push(name);
	return found;
}

function checkRewritingRights(groups: readonly Group[]): Finding {
	const about = 'rights to change histories';
	const groupsByRight = REWRITING_RIGHTS.flatMap((right) => {
		const groupsWithRight = groups.filter(({ rights }) => rights.includes(right));
		return groupsWithRight.length === 0 ? [] : [{ right, having: groupsWithRight }];
	});
	const listing =
		groupsByRight.map(({ right, having }) => `${right}: ${listNames(having)}`).join('; ') || 'no group';
	return groupsByRight.some(({ having }) => having.some(({ name }) => IMPLICIT_GROUPS.has(name)))
		? todo(about, `${listing}. Ask the wiki’s system administrators to keep them from everybody.`)
		: ok(about, listing);
}

/** Checks the tags that identify edits whose summary a link can prefill. */
async function checkTags(wiki: Wiki): Promise<Finding> {
	const about = 'tags of reverts';
	const params = { action: 'query', list: 'tags', tgprop: 'active', tglimit: 'max' };
	const active = new Set<string>();
	for await (const response of queryAll(wiki, params))
		for (const tag of parseResponse(TAGS_SCHEMA, response).query.tags) if (tag.active) active.add(tag.name);
	const missing = REVERT_TAGS.filter((tag) => !active.has(tag));
	return missing.length === 0
		? ok(about)
		: todo(
				about,
				`The wiki does not set ${missing.join(', ')}: decisions could be made by undo links that somebody else prepared. Ask the wiki’s system administrators to leave $wgSoftwareTags on.`,
			);
}

function hasAll(rights: readonly string[], needed: readonly string[]): boolean {
	return needed.every((right) => rights.includes(right));
}

function listNames(groups: readonly Group[]): string {
	return groups.map(({ name }) => name).join(', ') || 'none';
}
