import { items, member, textOf } from '../loose.ts';
import type { Place } from '../loose.ts';
import type { Problem } from '../problem.ts';
import { clash } from './clash.ts';

/** The days of an offer run from the notice about the decision: without it, no seat could ever be confirmed. */
export function checkNotices(page: Place): readonly Problem[] {
	const notices = member(page, 'notices');
	const chosen = items(notices).map(textOf);
	if (member(page, 'offers').value === undefined || !Array.isArray(notices.value)) return [];
	if (chosen.includes('decision')) return [];
	return [
		clash(
			notices,
			'"decision" among them, since the days of `offers` run from that notice',
			'Add "decision", or take `offers` or `notices` away.',
			'["decision", "offer"]',
		),
	];
}
