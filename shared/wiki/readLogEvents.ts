import * as v from 'valibot';
import type { ApiResponse, Params, Wiki } from './wiki.ts';
import { queryAll, parseResponse } from './response.ts';

/** A log entry of the wiki. */
export interface LogEvent {
	readonly type: string;
	readonly title: string;
	/** The target of a move or a merge. */
	readonly target: string | null;
	/** The page's id at the time; 0 if the wiki does not report it. */
	readonly pageid: number;
	/** The null revision of the entry; 0 if there is none. */
	readonly revid: number;
	/** The number of imported revisions; 0 for other events. */
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

/** The query parameters for {@link parseLogEvents}. */
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
 * @param filter the API's parameters: `letype`, `letitle`, `leend`, …
 * @throws WikiError
 */
export async function readLogEvents(wiki: Wiki, filter: Params): Promise<readonly LogEvent[]> {
	const events: LogEvent[] = [];
	for await (const response of queryAll(wiki, { action: 'query', ...logEventParams(filter) })) {
		events.push(...parseLogEvents(response));
		// A caller that sets a limit wants only that many.
		if (filter.lelimit !== undefined) break;
	}
	return events;
}
