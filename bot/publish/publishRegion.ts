import { readStatusRegion } from '../../shared/application/readStatusRegion.ts';
import type { Problem } from '../../shared/submission/submission.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Page } from '../../shared/wiki/readPages.ts';
import { publishPage, type Published } from './publishPage.ts';
import { regionHistory } from './regionHistory.ts';
import { regionText } from './regionText.ts';
import type { WantedRegion } from './wantedRegion.ts';

export interface PublishedRegion {
	readonly result: Published;
	readonly problem: Problem | null;
}

/**
 * Writes one region, if it says something else than it should. One that was removed comes back once; after that the
 * community's will is done.
 *
 * @throws WikiError where the wiki cannot even be looked at
 */
export async function publishRegion(
	wiki: Wiki,
	wanted: WantedRegion,
	present: Page | null,
): Promise<PublishedRegion> {
	const { title, region, keeper } = wanted;
	const onlyIfThere = wanted.onlyIfThere ?? false;
	const found = readStatusRegion(present?.revision.text ?? '');
	const missing = present !== null && !found.found && found.why === 'missing';
	const past = missing ? await regionHistory(wiki, title, keeper.bot, keeper.putBack) : 'new';
	const problem = (kind: Problem['kind'], detail = ''): Problem => ({ kind, about: title, detail });
	if (past === 'removed-again')
		return { result: { title, kind: 'unchanged' }, problem: problem('region-left-out') };
	const summary = past === 'removed' ? keeper.putBack : describeRegion(wanted);
	const result = await publishPage(
		wiki,
		{ title, summary, onlyIfThere, text: (text) => regionText(text, region) },
		present,
	);
	if (result.kind === 'saved' && past === 'removed') return { result, problem: problem('region-removed') };
	if (result.kind === 'saved' || result.kind === 'unchanged') return quiet(result);
	if (result.kind === 'refused' && result.code === 'no-region')
		return { result, problem: problem('region-muddled') };
	return { result, problem: problem('not-saved', 'code' in result ? result.code : result.kind) };
}

function quiet(result: Published): PublishedRegion {
	return { result, problem: null };
}

function describeRegion({ describe }: WantedRegion) {
	return (before: string, after: string) => describe(statusOf(before), statusOf(after));
}

function statusOf(text: string): string {
	const region = readStatusRegion(text);
	return region.found ? region.status : '';
}
