import type { Programme } from '../../../shared/programme/schema.ts';
import type { Wiki } from '../../../shared/wiki/wiki.ts';
import { readPageInfo } from '../readPageInfo.ts';
import { ok, todo, type Finding } from './finding.ts';

/** The page that every decision is an edit of: whether it is there, at its title, writable, and protected against moving. */
export async function checkLog(wiki: Wiki, { log }: Pick<Programme, 'log'>): Promise<readonly Finding[]> {
	const about = 'log page';
	const page = await readPageInfo(wiki, { pageids: log.id });
	if (!page)
		return [
			todo(
				about,
				`No page has the id ${log.id} (${log.page}). Ask an administrator to restore it: without it no decision counts.`,
			),
		];
	const { title, contentmodel, moveProtection } = page;
	return [
		title === log.page
			? ok(about, title)
			: todo(about, `was moved to ${title}. Nothing is lost. Move it back to ${log.page}.`),
		...(contentmodel === 'wikitext'
			? []
			: [todo(about, `has the content model ${contentmodel}. Change it back to wikitext.`)]),
		moveProtection === null
			? todo(
					`${about}, moving`,
					`It is not protected. Ask an administrator to protect ${title} against moving.`,
				)
			: ok(`${about}, moving`, `protected: ${moveProtection}`),
	];
}
