import type { Messages } from './usedMessages.ts';
export interface Bundle {
	/** The source, relative to the repository. */
	readonly source: string;
	/** What stands in for `shared/i18n/en.json`. */
	readonly messages: Messages;
	/** Languages that have messages of their own, besides English. */
	readonly languages: readonly string[];
}
/** One script for the wiki: ES2016 (what MediaWiki 1.43 validates), `require` left to ResourceLoader. */
export declare function bundleScript(bundle: Bundle): Promise<string>;
