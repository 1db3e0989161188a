export interface ContactDetail {
	readonly kind: 'email' | 'phone' | 'handle';
	/** UTF-16 offsets in the text, `end` exclusive. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}
