import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { queryAll, parseResponse } from './response.ts';

/** An entry of the wiki's logs. */
export interface LogEvent {
	readonly type: string;
	readonly title: string;
	/** Of a move or a merge: where to. */
	readonly target: string | null;
	/** The page's id when it was logged; 0 where the wiki does not tell. */
	readonly pageid: number;
	/** The null revision that goes with it; 0: none. */
	readonly revid: number;
	/** Of an import: how many revisions came; else 0. */
	readonly count: number;
	/** ISO 8601. */
	readonly timestamp: string;
}

const eventsSchema = v.object({
	query: v.optional(
		v.object({
			logevents: v.optional(
				v.array(
					v.object({
						type: v.optional(v.string(), ''),
						title: v.optional(v.string(), ''),
						logpage: v.optional(v.number(), 0),
						revid: v.optional(v.number(), 0),
						timestamp: v.optional(v.string(), ''),
						params: v.optional(v.unknown()),
					}),
				),
				[],
			),
		}),
	),
});
const importSchema = v.object({ count: v.number() });
const targetSchema = v.object({ target_title: v.optional(v.string()), dest_title: v.optional(v.string()) });

/** What a query takes besides so that {@link parseLogEvents} can read its answer. */
export function logEventParams(filter: Params): Params {
	return { list: 'logevents', leprop: 'ids|title|type|timestamp|details', lelimit: 'max', ...filter };
}

/** Newest first. */
export function parseLogEvents(response: ApiResponse): readonly LogEvent[] {
	return (parseResponse(eventsSchema, response).query?.logevents ?? []).map(
		({ type, title, logpage, revid, timestamp, params }) => {
			const target = v.safeParse(targetSchema, params);
			const imported = v.safeParse(importSchema, params);
			return {
				type,
				title,
				target: target.success ? (target.output.target_title ?? target.output.dest_title ?? null) : null,
				pageid: logpage,
				revid,
				count: imported.success ? imported.output.count : 0,
				timestamp,
			};
		},
	);
}

/**
 * @param filter as the API takes it: `letype`, `letitle`, `leend`, …
 * @throws WikiError
 */
export async function readLogEvents(wiki: Wiki, filter: Params): Promise<readonly LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const response of queryAll(wiki, { action: 'query', ...logEventParams(filter) })) {
		events.push(...parseLogEvents(response));
		// A limit of one's own means that no more are wanted.
		if (filter.lelimit !== undefined) break;
	}
	return events;
}
