import * as v from 'valibot';
import type { LogHistory } from './readLog.ts';
import type { ApiResponse, Wiki } from '../wiki/wiki.ts';
import { queryAll, parseResponse } from '../wiki/response.ts';
import { logEventParams, parseLogEvents, type LogEvent } from '../wiki/readLogEvents.ts';
import { META_PARAMS, revisionSchema, type RevisionMeta } from '../wiki/revision.ts';

/** The log page. Only its history counts, not its text. */
export interface LogPage {
	readonly history: LogHistory;
	/** Null if no page has this id. */
	readonly page: {
		readonly title: string;
		readonly contentModel: string;
		/** Bytes. */
		readonly length: number;
	} | null;
	/** Ids of pages with imported revisions, whose recorded authors prove nothing. */
	readonly imported: ReadonlySet<number>;
}

/** MediaWiki creates the log entry and the null revision one right after the other. */
const TOLERANCE_MS = 1000;

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
 * Reads the history of the log, 500 revisions per request, together with the wiki's imports.
 *
 * @param pageid the log's page id, which survives moves
 * @param since ISO 8601; ignores earlier imports
 * @throws WikiError
 */
export async function readLogPage(wiki: Wiki, pageid: number, since: string): Promise<LogPage> {
	const revisions: RevisionMeta[] = [];
	const events: LogEvent[] = [];
	let page: LogPage['page'] = null;
	for await (const response of queryAll(wiki, {
		action: 'query',
		prop: 'revisions|info',
		pageids: pageid,
		...META_PARAMS,
		rvlimit: 'max',
		...logEventParams({ letype: 'import', leend: since }),
	})) {
		const [pageInResponse] = parseLogPages(response);
		if (pageInResponse && !pageInResponse.missing) {
			page ??= {
				title: pageInResponse.title,
				contentModel: pageInResponse.contentmodel,
				length: pageInResponse.length,
			};
			revisions.push(...pageInResponse.revisions);
		}
		events.push(...parseLogEvents(response));
	}
	const imports = events
		.filter((event) => event.pageid === pageid)
		.map((event) => ({ ...event, revid: event.revid || findLastRevisionBefore(revisions, event.timestamp) }));
	return {
		page,
		imported: new Set(events.map((event) => event.pageid)),
		history: {
			revisions,
			imports: imports.map(({ revid }) => revid),
			imported: new Set(imports.flatMap((event) => findImportedRevisions(revisions, event))),
		},
	};
}

function parseLogPages(response: ApiResponse) {
	return parseResponse(pagesSchema, response).query?.pages ?? [];
}

/**
 * Finds imported revisions: MediaWiki saves them right before the import's null revision, which changes nothing and has the
 * log entry's timestamp. If several revisions may be that one, returns the revisions before each.
 */
function findImportedRevisions(
	revisions: readonly RevisionMeta[],
	{ timestamp, count }: Pick<LogEvent, 'timestamp' | 'count'>,
): readonly number[] {
	const byId = new Map(revisions.map((revision) => [revision.revid, revision]));
	const ids = [...byId.keys()].sort((a, b) => a - b);
	return revisions
		.filter((revision) => Math.abs(Date.parse(revision.timestamp) - Date.parse(timestamp)) <= TOLERANCE_MS)
		.filter(({ parentid, size }) => byId.get(parentid)?.size === size)
		.flatMap(({ revid }) => (count > 0 ? ids.slice(0, ids.indexOf(revid)).slice(-count) : []));
}

/** The import's null revision was the newest at that time. Imported ones have smaller ids, whatever their timestamps. */
function findLastRevisionBefore(revisions: readonly RevisionMeta[], timestamp: string): number {
	const until = Date.parse(timestamp) + TOLERANCE_MS;
	return Math.max(
		0,
		...revisions.filter((revision) => Date.parse(revision.timestamp) <= until).map(({ revid }) => revid),
	);
}
