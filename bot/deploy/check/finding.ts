/** One thing that was looked at, and what to do about it. */
export interface Finding {
	readonly about: string;
	readonly ok: boolean;
	/** What was found; where it is not ok, also what to do. */
	readonly says: string;
}

export function ok(about: string, says = 'ok'): Finding {
	return { about, ok: true, says };
}

export function todo(about: string, says: string): Finding {
	return { about, ok: false, says };
}
