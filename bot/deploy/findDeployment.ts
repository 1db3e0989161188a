import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { readHistoryMeta } from '../../shared/wiki/readPages.ts';
import type { RevisionMeta } from '../../shared/wiki/revision.ts';
import { isDeployment } from './deploymentSummary.ts';

/** Who may change scripts that run for everybody could do anything anyway. */
const TRUSTED = 'editsitejs';

const answerSchema = v.object({
	query: v.object({
		userinfo: v.object({ name: v.string() }),
		users: v.optional(
			v.array(v.object({ name: v.optional(v.string()), rights: v.optional(v.array(v.string()), []) })),
			[],
		),
	}),
});

/**
 * The newest edit of a page that a deployment made. A summary alone proves nothing where everybody may edit: it counts
 * on pages of the MediaWiki namespace, which only those edit who may deploy; elsewhere if its author is who is logged in
 * now, or has the right to change site scripts now.
 *
 * @returns null where none did; also after the deployer lost that right, so that a person looks once
 * @throws WikiError
 */
export async function findDeployment(wiki: Wiki, title: string): Promise<RevisionMeta | null> {
	const said = (await readHistoryMeta(wiki, title)).filter(({ comment }) => isDeployment(comment ?? ''));
	if (said.length === 0 || title.startsWith('MediaWiki:')) return said[0] ?? null;
	const names = new Set(said.flatMap(({ user }) => user?.name ?? []));
	const trusted = await trustedAmong(wiki, [...names].slice(0, 50));
	return said.find(({ user }) => user && trusted.has(user.name)) ?? null;
}

async function trustedAmong(wiki: Wiki, names: readonly string[]): Promise<ReadonlySet<string>> {
	const answer = await wiki.query({
		action: 'query',
		meta: 'userinfo',
		list: 'users',
		ususers: names,
		usprop: 'rights',
	});
	const { userinfo, users } = parseAnswer(answerSchema, answer).query;
	const able = users.flatMap(({ name, rights }) =>
		name !== undefined && rights.includes(TRUSTED) ? [name] : [],
	);
	return new Set([userinfo.name, ...able]);
}
