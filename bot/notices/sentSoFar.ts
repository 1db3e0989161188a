import type { SentNotice } from '../../shared/notice/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { Wiki } from '../../shared/wiki.ts';
import type { Bookmark } from '../bookmark/bookmark.ts';
import type { News } from '../gather/readNews.ts';
import { joinSent, readSent, sentBy } from '../../shared/notice/readSent.ts';

/**
 * The notices that the programme's bot ever sent: from its edits as the wiki lists them, or from what the last cycle
 * knew and the changes since. Whoever runs this under another account sees the same.
 *
 * @param known what the last cycle left, where it can be built upon
 * @throws WikiError
 */
export async function sentSoFar(
	wiki: Wiki,
	{ bot }: Programme,
	{ sent, changes, site }: News,
	known: Bookmark | null,
): Promise<readonly SentNotice[]> {
	if (known)
		return joinSent(
			known.sent,
			(changes ?? []).filter(({ user, log }) => user === bot && log === null).flatMap(sentBy),
		);
	return sent && bot === site.user.name ? sent : readSent(wiki, bot, null);
}
