import * as v from 'valibot';
import type { LogHistory } from '../actions/readLog.ts';
import type { Answer, Wiki } from '../wiki.ts';
import { askAll } from '../wiki/askAll.ts';
import { parseAnswer } from '../wiki/parseAnswer.ts';
import { logEventParams, logEventsIn, type LogEvent } from '../wiki/readLogEvents.ts';
import { META_PARAMS, revisionSchema, type RevisionMeta } from '../wiki/revision.ts';

/** The log page as it is: all that counts of it is its history, and nothing of that is its text. */
export interface LogPage {
	readonly history: LogHistory;
	/** Null: there is no page with this id. */
	readonly page: {
		readonly title: string;
		readonly contentModel: string;
		/** Bytes. */
		readonly length: number;
	} | null;
	/** Ids of pages into which revisions were imported: nobody can tell who made which of theirs. */
	readonly imported: ReadonlySet<number>;
}

const pagesSchema = v.object({
	query: v.optional(
		v.object({
			pages: v.optional(
				v.array(
					v.object({
						title: v.optional(v.string(), ''),
						missing: v.optional(v.boolean(), false),
						contentmodel: v.optional(v.string(), 'wikitext'),
						length: v.optional(v.number(), 0),
						revisions: v.optional(v.array(revisionSchema), []),
					}),
				),
				[],
			),
		}),
	),
});

/**
 * Reads the history of the log, 500 revisions a request, and the wiki's imports beside it.
 *
 * @param pageid the log's, which moves do not change
 * @param since ISO 8601: imports before it do not matter
 * @throws WikiError
 */
export async function readLogPage(wiki: Wiki, pageid: number, since: string): Promise<LogPage> {
	const revisions: RevisionMeta[] = [];
	const events: LogEvent[] = [];
	let page: LogPage['page'] = null;
	for await (const answer of askAll(wiki, {
		action: 'query',
		prop: 'revisions|info',
		pageids: pageid,
		...META_PARAMS,
		rvlimit: 'max',
		...logEventParams({ letype: 'import', leend: since }),
	})) {
		const [found] = pagesIn(answer);
		if (found && !found.missing) {
			page ??= { title: found.title, contentModel: found.contentmodel, length: found.length };
			revisions.push(...found.revisions);
		}
		events.push(...logEventsIn(answer));
	}
	const imports = events
		.filter((event) => event.pageid === pageid)
		.map(({ timestamp, count }) => ({ revid: lastBefore(revisions, timestamp), count }));
	return {
		page,
		imported: new Set(events.map((event) => event.pageid)),
		history: {
			revisions,
			imports: imports.map(({ revid }) => revid),
			imported: new Set(imports.flatMap((one) => importedBefore(revisions, one))),
		},
	};
}

function pagesIn(answer: Answer) {
	return parseAnswer(pagesSchema, answer).query?.pages ?? [];
}

/** What an import brought was saved right before its null revision. */
function importedBefore(
	revisions: readonly RevisionMeta[],
	{ revid, count }: { readonly revid: number; readonly count: number },
): readonly number[] {
	const before = revisions.map((revision) => revision.revid).filter((id) => id < revid);
	return count === 0 ? [] : before.sort((a, b) => a - b).slice(-count);
}

/** An import's null revision is the newest one then: what it imported has smaller ids, whatever their timestamps say. */
function lastBefore(revisions: readonly RevisionMeta[], timestamp: string): number {
	const until = Date.parse(timestamp) + 1000;
	return Math.max(
		0,
		...revisions.filter((revision) => Date.parse(revision.timestamp) <= until).map(({ revid }) => revid),
	);
}
