import { announcesDecision, readNoticeMark } from '../../shared/notices/notice.ts';
import type { Programme } from '../../shared/programme/schema.ts';
import type { WikiContents, WrittenRevision } from '../faults/world/readWiki.ts';
import { classifyPage } from './classifyPage.ts';

const DECIDED = /\|key=(?:accepted|waitlisted|declined|offered|confirmed|turned-down|lapsed)\|/;
/** Seats on offer are counted in any case. */
const OUTCOME = /accept|waitlist|declin|seat offered|confirmed/i;

/**
 * What the bot let people know of decisions before the notice of them, in texts and summaries of its pages: of one person
 * before their own notice, of anybody before the first.
 *
 * @returns nothing where all is well
 */
export function findLeaks(wiki: WikiContents, programme: Programme): readonly string[] {
	const firstNotices = findFirstNotices(wiki, programme.bot.name);
	const first = Math.min(...firstNotices.values());
	const isAnnounced = (name: string, { revid }: WrittenRevision): boolean =>
		(firstNotices.get(name) ?? Infinity) < revid;
	return Array.from(wiki).flatMap(([title, revisions]) => {
		const kind = classifyPage(title, programme);
		if (kind !== 'applications' && kind !== 'status pages' && kind !== 'report') return [];
		const own = revisions.filter(({ user }) => user === programme.bot.name);
		return own.flatMap((revision) => {
			const region = extractRegion(revision.text);
			const shown = findShownNames(title, region, kind).filter((name) => !isAnnounced(name, revision));
			const visibleText = `${revision.comment}\n${kind === 'report' ? '' : region}`;
			return [
				...shown.map((name) => `revision ${revision.revid} of ${title} shows the decision about ${name}`),
				...(revision.revid < first && OUTCOME.test(visibleText)
					? [`revision ${revision.revid} of ${title} says ${OUTCOME.exec(visibleText)?.[0] ?? ''}`]
					: []),
			];
		});
	});
}

/** The bot's region: what others wrote beside it is theirs. */
function extractRegion(text: string): string {
	return /<!-- wikilearn:status begin[^]*?<!-- wikilearn:status end -->/.exec(text)?.[0] ?? '';
}

/** The revision of the first notice of a decision to each person, by name. */
function findFirstNotices(wiki: WikiContents, bot: string): ReadonlyMap<string, number> {
	const firstNotices = new Map<string, number>();
	for (const [title, revisions] of wiki) {
		const [, name] = /^User talk:(.*)$/.exec(title) ?? [];
		const notice = revisions.find(({ user, comment }) => {
			const event = user === bot ? readNoticeMark(comment) : null;
			return event && announcesDecision(event);
		});
		if (name !== undefined && notice) firstNotices.set(name, notice.revid);
	}
	return firstNotices;
}

/** Whose application is shown in a state that only a decision leads to. */
function findShownNames(title: string, region: string, kind: 'applications' | 'status pages' | 'report') {
	if (kind === 'report') return [];
	if (kind === 'applications') return DECIDED.test(region) ? [title.split('/').pop() ?? ''] : [];
	return region
		.split('\n')
		.filter((line) => line.startsWith('{{WikiLearn status/row|') && DECIDED.test(line))
		.map((line) => /\|user=([^|]*)\|/.exec(line)?.[1] ?? '');
}
