import * as v from 'valibot';
import type { Wiki } from '../../shared/wiki/wiki.ts';
import { parseResponse } from '../../shared/wiki/response.ts';
import { readHistoryMeta } from '../../shared/wiki/readPages.ts';
import type { RevisionMeta } from '../../shared/wiki/revision.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { VERSION } from '../operations/settings.ts';

/** Holders of this right can run any code for everyone anyway. */
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
 * The newest revision of a page made by a deployment. Outside the MediaWiki namespace anyone can forge the summary:
 * there the author must be the current account, or have the right to edit site scripts now.
 *
 * @returns null if there is none, or its deployer lost that right; then a person has to check once
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

/** The prefix of deployment summaries, to distinguish these edits from other people's. */
const SUMMARY_PREFIX = 'Deployed WikiLearn applications ';
/**
 * The summary of all edits of a deployment.
 *
 * @param label version and commit, or what is rolled back
 * @param at ISO 8601, the wiki's clock at the start; identifies the deployment
 */
export function deploymentSummary(label: string, at: string): string {
	return `${SUMMARY_PREFIX}${label}, ${at}`;
}

function isDeploymentSummary(summary: string): boolean {
	return summary.startsWith(SUMMARY_PREFIX);
}

/** Parses the label (version and commit) and time from a summary. */
export function parseDeploymentSummary(
	summary: string,
): { readonly label: string; readonly at: string } | null {
	if (!isDeploymentSummary(summary)) return null;
	const [, label, at] = /^(.*), (\S+)$/.exec(summary.slice(SUMMARY_PREFIX.length)) ?? [];
	return label === undefined || at === undefined ? null : { label, at };
}

/** A commit as git abbreviates it, with `-dirty` if files are modified. */
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
 * This software's label in edit summaries: version and, if known, commit: from git in a clone, otherwise from
 * `SOURCE_VERSION`, which build services set.
 */
export async function readVersionLabel(env: Readonly<Record<string, string | undefined>>): Promise<string> {
	const commit = (await readCommit()) ?? env.SOURCE_VERSION?.slice(0, 10);
	return commit !== undefined && COMMIT_PATTERN.test(commit) ? `${VERSION} (${commit})` : VERSION;
}
