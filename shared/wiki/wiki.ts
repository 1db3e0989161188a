/**
 * The port: all uses of a wiki's Action API. Implemented with `mw.Api` in the gadget and with mwn in the bot. The requests
 * themselves are defined only in `shared/wiki/`.
 */
export interface Wiki {
	/**
	 * A read. It changes nothing, so an implementation may retry it.
	 * @throws WikiError
	 */
	query(params: Params): Promise<ApiResponse>;
	/**
	 * A write, with a CSRF token and `assert=user`. Sent exactly once.
	 * @throws WikiError with `outcome: 'unknown'` if the wiki may have saved: read first, then decide.
	 */
	edit(params: Params): Promise<ApiResponse>;
}

/** Parameters of the Action API. The implementation adds `formatversion=2`, `format=json`, tokens and `assert`. */
export type Params = Readonly<
	Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** The API's JSON response, not validated. */
export type ApiResponse = Readonly<Record<string, unknown>>;

export class WikiError extends Error {
	override readonly name = 'WikiError';
	constructor(
		/** The API's error code, or `lost` (no response), `http-503`, `not-json`. */
		readonly code: string,
		message: string,
		/** `refused`: the wiki did nothing. `unknown`: it may have saved. */
		readonly outcome: 'refused' | 'unknown' = 'refused',
		/** The API's response, if there was one. */
		readonly response?: ApiResponse,
		/** The delay in seconds that the wiki requests before a retry (`Retry-After`). */
		readonly retryAfter?: number,
	) {
		super(message);
	}
}
