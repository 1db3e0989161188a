import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki.ts';
import { parseAnswer } from '../../shared/wiki/parseAnswer.ts';
import { isDeployment } from './deploymentSummary.ts';
import type { Edit } from './readEdits.ts';

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
 * @param edits newest first
 * @returns null where none did; also after the deployer lost that right, so that a person looks once
 * @throws WikiError
 */
export async function findDeployment(
	wiki: Wiki,
	title: string,
	edits: readonly Edit[],
): Promise<Edit | null> {
	const said = edits.filter(({ summary }) => isDeployment(summary));
	if (said.length === 0 || title.startsWith('MediaWiki:')) return said[0] ?? null;
	const trusted = await trustedAmong(wiki, [...new Set(said.map(({ user }) => user))].filter(Boolean));
	return said.find(({ user }) => trusted.has(user)) ?? null;
}

async function trustedAmong(wiki: Wiki, names: readonly string[]): Promise<ReadonlySet<string>> {
	const answer = await wiki.ask({
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
