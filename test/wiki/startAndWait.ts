import { startWiki } from './startWiki.ts';

// Run as a process of its own by wiki.test.ts, which kills it: starts a wiki, says where, and waits.
const wiki = await startWiki();
console.log(wiki.url);
setInterval(() => undefined, 60_000);
