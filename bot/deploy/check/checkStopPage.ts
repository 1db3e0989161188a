import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { stopReason } from '../../operations/stopPage.ts';
import { ok, todo, type Finding } from './finding.ts';

/** Whether somebody stopped the bot. */
export async function checkStopPage(wiki: Wiki, bot: string): Promise<Finding> {
	const title = `User:${bot}/Stop`;
	const page = (await readPages(wiki, [title])).get(title);
	if (!page) return todo('stop page', `There is no ${title} yet. Do: wikilearn-bot deploy`);
	const reason = stopReason(page.revision.text ?? '');
	if (reason === null) return ok('stop page', 'lets the bot write');
	return todo(
		'stop page',
		`${page.revision.user?.name ?? 'Somebody'} stopped the bot: “${reason}”. Settle it with them, then put the default text back.`,
	);
}
