import { readReleases, writeRelease } from '../../../shared/notice/release.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import { readPages } from '../../../shared/wiki/readPages.ts';
import { savePage } from '../../../shared/wiki/savePage.ts';
import { say, text } from '../../form/say.ts';
import { mayEdit } from '../../save/mayEdit.ts';
import type { Reviewing } from '../reviewing.ts';

const MOST_CONFLICTS = 3;

function reportTitle({ programme }: Reviewing): string {
	return `User:${programme.bot}/Report`;
}

/** Whether a release of a course stands on the report page, whoever put it there and whenever. @throws WikiError */
export async function isReleaseThere(reviewing: Reviewing, course: Course): Promise<boolean> {
	const title = reportTitle(reviewing);
	const page = (await readPages(reviewing.wiki, [title])).get(title);
	return readReleases(page?.revision.text ?? '').some((release) => release.course === course.id);
}

/**
 * Puts a release at the end of the report page, outside of the bot's part, with one edit.
 *
 * @returns why it was not saved, in words, or null. Trying again after that is safe
 * @throws WikiError where the wiki cannot be asked
 */
export async function saveRelease(reviewing: Reviewing, course: Course): Promise<string | null> {
	const { wiki, account } = reviewing;
	const title = reportTitle(reviewing);
	const { now, refusal } = await mayEdit(wiki, title, account);
	if (refusal) return say('wikilearn-review-refused', refusal.message);
	const line = writeRelease(course.id, account, now);
	for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
		const page = (await readPages(wiki, [title])).get(title);
		const before = page?.revision.text ?? '';
		if (before.includes(line)) return null;
		const saved = await savePage(wiki, {
			title,
			text: `${before}\n\n${line}`.trim(),
			summary: say('wikilearn-review-summary-release', text(course.title)),
			base: page ? page.revision.revid : 'new',
		});
		if (saved.kind === 'saved') return null;
		if (saved.kind === 'refused') return say('wikilearn-review-refused', saved.message);
		if (saved.kind === 'captcha') return say('wikilearn-review-captcha');
		if (saved.kind === 'lost') break;
	}
	return say('wikilearn-review-lost');
}
