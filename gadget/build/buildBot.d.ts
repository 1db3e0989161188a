/** Writes the bot as one file, with the pages that it deploys beside it; its packages stay in `node_modules`. */
export declare function buildBot(folder: URL): Promise<void>;
