/** One thing that was looked at, and what to do about it. */
export interface Finding {
	readonly about: string;
	readonly ok: boolean;
	/** What was found; where it is not ok, also what to do. */
	readonly message: string;
}

export function ok(about: string, message = 'ok'): Finding {
	return { about, ok: true, message };
}

export function todo(about: string, message: string): Finding {
	return { about, ok: false, message };
}
