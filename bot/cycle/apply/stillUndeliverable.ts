import { noticeId } from '../../../shared/notices/notice.ts';
import type { Site } from '../../../shared/wiki/readSite.ts';
import type { Affected } from '../read/affected.ts';
import type { PlannedNotice } from '../../plan/plannedNotice.ts';
import type { HeldNotices } from '../../plan/plannedNotice.ts';
import { talkTitle } from '../../plan/talkTitle.ts';

/** The notices that need not be tried again: neither the talk page nor the account changed since. */
export function stillHeld(
	held: HeldNotices,
	due: readonly PlannedNotice[],
	{ all, accounts }: Affected,
	site: Site,
): HeldNotices {
	const changed = due.filter(({ to }) => all.has(talkTitle(to.name, site)) || accounts.has(to.name));
	const ids = new Set(changed.map(noticeId));
	return new Map([...held].filter(([id]) => !ids.has(id)));
}
