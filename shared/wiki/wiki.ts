/**
 * The port: all that the product asks of a wiki's Action API. Two implementations: `mw.Api` in the gadget, mwn in the
 * bot. What the requests mean is written once, in `shared/wiki/`.
 */
export interface Wiki {
	/**
	 * A question: changes nothing, so an implementation may send it again.
	 * @throws WikiError
	 */
	query(params: Params): Promise<ApiResponse>;
	/**
	 * A write: carries a CSRF token and `assert=user`, and is sent exactly once.
	 * @throws WikiError with `outcome: 'unknown'` where the wiki may have acted: look, then decide.
	 */
	edit(params: Params): Promise<ApiResponse>;
}

/** Parameters of the Action API. `formatversion=2`, `format=json`, tokens and `assert` are the implementation's. */
export type Params = Readonly<
	Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** The API's JSON answer, not yet looked at: parse what you need of it. */
export type ApiResponse = Readonly<Record<string, unknown>>;

export class WikiError extends Error {
	override readonly name = 'WikiError';
	constructor(
		/** The API's error code, or `lost` (no answer), `http-503`, `not-json`. */
		readonly code: string,
		message: string,
		/** `refused`: the wiki said no, nothing was done. `unknown`: it may have been done. */
		readonly outcome: 'refused' | 'unknown' = 'refused',
		/** The API's answer, where there was one. */
		readonly response?: ApiResponse,
		/** Seconds after which the wiki asks to be tried again (`Retry-After`). */
		readonly retryAfter?: number,
	) {
		super(message);
	}
}
