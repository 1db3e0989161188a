import { startWiki } from './startWiki.ts';

// Run as a separate process by wiki.test.ts, which kills it: starts a wiki, prints where, and waits.
const wiki = await startWiki();
console.log(wiki.url);
setInterval(() => undefined, 60_000);
