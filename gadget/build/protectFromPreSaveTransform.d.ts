/**
 * A script as it is saved: unchanged in meaning, and such that the wiki stores exactly this.
 * @throws Error where that cannot be done
 */
export declare function protectScript(name: string, script: string): Promise<string>;
/** The same for a style sheet, where nothing is escaped: it has no need of such text. */
export declare function protectStyle(name: string, style: string): string;
