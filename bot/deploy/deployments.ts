import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { parseResponse } from '../../shared/wiki/response.ts';
import { readHistoryMeta } from '../../shared/wiki/readPages.ts';
import type { RevisionMeta } from '../../shared/wiki/revision.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { VERSION } from '../operations/settings.ts';

/** Who may change scripts that run for everybody could do anything anyway. */
const TRUSTED_RIGHT = 'editsitejs';

const RESPONSE_SCHEMA = v.object({
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
	const candidates = (await readHistoryMeta(wiki, title)).filter(({ comment }) =>
		isDeploymentSummary(comment ?? ''),
	);
	if (candidates.length === 0 || title.startsWith('MediaWiki:')) return candidates[0] ?? null;
	const names = new Set(candidates.flatMap(({ user }) => user?.name ?? []));
	const trusted = await findTrusted(wiki, [...names].slice(0, 50));
	return candidates.find(({ user }) => user && trusted.has(user.name)) ?? null;
}

async function findTrusted(wiki: Wiki, names: readonly string[]): Promise<ReadonlySet<string>> {
	const response = await wiki.query({
		action: 'query',
		meta: 'userinfo',
		list: 'users',
		ususers: names,
		usprop: 'rights',
	});
	const { userinfo, users } = parseResponse(RESPONSE_SCHEMA, response).query;
	const trusted = users.flatMap(({ name, rights }) =>
		name !== undefined && rights.includes(TRUSTED_RIGHT) ? [name] : [],
	);
	return new Set([userinfo.name, ...trusted]);
}

/** How the summary of each edit of a deployment begins, so that later ones can tell theirs from people's. */
const SUMMARY_PREFIX = 'Deployed WikiLearn applications ';
/**
 * The summary of all edits of one deployment.
 *
 * @param label version and commit, or what it goes back from
 * @param at ISO 8601, the wiki's clock when it began: it tells one deployment from the next
 */
export function deploymentSummary(label: string, at: string): string {
	return `${SUMMARY_PREFIX}${label}, ${at}`;
}

function isDeploymentSummary(summary: string): boolean {
	return summary.startsWith(SUMMARY_PREFIX);
}

/** Version and commit out of a summary, and when it was. */
export function parseDeploymentSummary(
	summary: string,
): { readonly label: string; readonly at: string } | null {
	if (!isDeploymentSummary(summary)) return null;
	const [, label, at] = /^(.*), (\S+)$/.exec(summary.slice(SUMMARY_PREFIX.length)) ?? [];
	return label === undefined || at === undefined ? null : { label, at };
}

/** A commit as git shortens it, `-dirty` where files differ from it. */
const COMMIT_PATTERN = /^[0-9a-f]{7,40}(-dirty)?$/;
async function readCommit(): Promise<string | undefined> {
	try {
		const { stdout } = await promisify(execFile)('git', ['describe', '--always', '--dirty', '--exclude=*'], {
			cwd: new URL('.', import.meta.url),
			timeout: 5000,
		});
		return stdout.trim();
	} catch {
		return undefined;
	}
}

/**
 * What edits' summaries call this software: version and, where it is known, commit. It is known inside a clone;
 * elsewhere from `SOURCE_VERSION`, which build services set.
 */
export async function readVersionLabel(env: Readonly<Record<string, string | undefined>>): Promise<string> {
	const commit = (await readCommit()) ?? env.SOURCE_VERSION?.slice(0, 10);
	return commit !== undefined && COMMIT_PATTERN.test(commit) ? `${VERSION} (${commit})` : VERSION;
}
