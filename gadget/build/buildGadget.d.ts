/** A page of the MediaWiki namespace: its name without the namespace, and its text. */
export interface Page {
	readonly name: string;
	readonly text: string;
}
/**
 * All pages of the gadget, ready to be saved: what the definition lines name, and the lines.
 * @throws Error where a source is missing, or saving would change a page
 */
export declare function buildGadget(): Promise<readonly Page[]>;
