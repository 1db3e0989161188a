/**
 * Writes into a folder: `gadget/` (each page of the MediaWiki namespace as a file named after it, and nothing else),
 * `bot/`, and `programme.schema.json`, the JSON Schema of programme pages for editors that understand it.
 * @throws Error saying which page cannot be made, and why
 */
export declare function build(dist: URL): Promise<void>;
