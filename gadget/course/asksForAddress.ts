/** Whether the reader followed the link of a notice that asks for a preferred address. */
export function asksForAddress(): boolean {
	return mw.util.getParamValue('wikilearn') === 'email';
}
