/** The result of one check, with advice. */
export interface Finding {
	readonly about: string;
	readonly ok: boolean;
	/** What was found and, unless it is ok, what to do. */
	readonly message: string;
}

export function ok(about: string, message = 'ok'): Finding {
	return { about, ok: true, message };
}

export function todo(about: string, message: string): Finding {
	return { about, ok: false, message };
}
