import * as v from 'valibot';
import { REVERT_TAGS } from '../../../shared/actions/markedEdit.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { askAll } from '../../../shared/wiki/askAll.ts';
import { parseAnswer } from '../../../shared/wiki/parseAnswer.ts';
import { ok, todo, type Finding } from './finding.ts';

/** Which take part in the trust that a page of the MediaWiki namespace with JSON on it deserves. */
const EDITING = ['editinterface', 'editsitejson'] as const;
/** What can change whose edits a history shows, or hide them. */
const REWRITING = [
	'import',
	'importupload',
	'mergehistory',
	'deleterevision',
	'suppressrevision',
	'renameuser',
] as const;
/** Groups that nobody is put into: they cannot be listed. */
const IMPLICIT = new Set(['*', 'user', 'autoconfirmed', 'named', 'temp']);
const MOST_NAMED = 20;

const groupsSchema = v.object({
	query: v.object({
		usergroups: v.array(v.object({ name: v.string(), rights: v.optional(v.array(v.string()), []) })),
	}),
});
const usersSchema = v.object({
	query: v.object({
		allusers: v.array(v.object({ name: v.string(), rights: v.optional(v.array(v.string()), []) })),
	}),
});
const tagsSchema = v.object({
	query: v.object({ tags: v.array(v.object({ name: v.string(), active: v.optional(v.boolean(), false) })) }),
});

type Group = v.InferOutput<typeof groupsSchema>['query']['usergroups'][number];

/** What the trust rests on besides the programme page itself: who can edit it, who can rewrite histories, tags. */
export async function checkTrust(wiki: Wiki): Promise<readonly Finding[]> {
	const answer = await wiki.query({ action: 'query', meta: 'siteinfo', siprop: 'usergroups' });
	const groups = parseAnswer(groupsSchema, answer).query.usergroups;
	return [await checkEditors(wiki, groups), checkRewriting(groups), await checkTags(wiki)];
}

/** Who can edit the programme page, and with it say who decides. */
async function checkEditors(wiki: Wiki, groups: readonly Group[]): Promise<Finding> {
	const about = 'programme page, who can edit it';
	const having = groups.filter(({ rights }) => EDITING.some((right) => rights.includes(right)));
	const open = having.filter(({ name, rights }) => IMPLICIT.has(name) && hasAll(rights, EDITING));
	if (open.length > 0)
		return todo(
			about,
			`everybody in ${namesOf(open)}. Ask the wiki’s system administrators to take ${EDITING.join(' and ')} from that group.`,
		);
	const accounts = await accountsIn(
		wiki,
		having.map(({ name }) => name).filter((name) => !IMPLICIT.has(name)),
	);
	const named = accounts.slice(0, MOST_NAMED).join(', ');
	const more = accounts.length - MOST_NAMED;
	return ok(
		about,
		`${named || 'no local account'}${more > 0 ? ` and ${more} more` : ''} (groups: ${namesOf(having.filter(({ rights }) => hasAll(rights, EDITING)))})`,
	);
}

/** The accounts in these groups that have all the rights that it takes. */
async function accountsIn(wiki: Wiki, groups: readonly string[]): Promise<readonly string[]> {
	if (groups.length === 0) return [];
	const found: string[] = [];
	const params = { action: 'query', list: 'allusers', augroup: groups, auprop: 'rights', aulimit: 'max' };
	for await (const answer of askAll(wiki, params))
		for (const { name, rights } of parseAnswer(usersSchema, answer).query.allusers)
			if (hasAll(rights, EDITING)) found.push(name);
	return found;
}

function checkRewriting(groups: readonly Group[]): Finding {
	const about = 'rights to change histories';
	const by = REWRITING.flatMap((right) => {
		const having = groups.filter(({ rights }) => rights.includes(right));
		return having.length === 0 ? [] : [{ right, having }];
	});
	const said = by.map(({ right, having }) => `${right}: ${namesOf(having)}`).join('; ') || 'no group';
	return by.some(({ having }) => having.some(({ name }) => IMPLICIT.has(name)))
		? todo(about, `${said}. Ask the wiki’s system administrators to keep them from everybody.`)
		: ok(about, said);
}

/** By these tags edits are known whose summaries links can fill in. */
async function checkTags(wiki: Wiki): Promise<Finding> {
	const about = 'tags of reverts';
	const params = { action: 'query', list: 'tags', tgprop: 'active', tglimit: 'max' };
	const active = new Set<string>();
	for await (const answer of askAll(wiki, params))
		for (const tag of parseAnswer(tagsSchema, answer).query.tags) if (tag.active) active.add(tag.name);
	const missing = REVERT_TAGS.filter((tag) => !active.has(tag));
	return missing.length === 0
		? ok(about)
		: todo(
				about,
				`The wiki does not set ${missing.join(', ')}: decisions could be made by undo links that somebody else prepared. Ask the wiki’s system administrators to leave $wgSoftwareTags on.`,
			);
}

function hasAll(rights: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every((right) => rights.includes(right));
}

function namesOf(groups: readonly Group[]): string {
	return groups.map(({ name }) => name).join(', ') || 'none';
}
