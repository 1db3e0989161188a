/** How the summary of each edit of a deployment begins, so that later ones can tell theirs from people's. */
const MARK = 'Deployed WikiLearn applications ';

/**
 * The summary of all edits of one deployment.
 *
 * @param label version and commit, or what it goes back from
 * @param at ISO 8601, the wiki's clock when it began: it tells one deployment from the next
 */
export function deploymentSummary(label: string, at: string): string {
	return `${MARK}${label}, ${at}`;
}

export function isDeployment(summary: string): boolean {
	return summary.startsWith(MARK);
}

/** Version and commit out of a summary, and when it was. */
export function readDeployment(summary: string): { readonly label: string; readonly at: string } | null {
	if (!isDeployment(summary)) return null;
	const [, label, at] = /^(.*), (\S+)$/.exec(summary.slice(MARK.length)) ?? [];
	return label === undefined || at === undefined ? null : { label, at };
}
