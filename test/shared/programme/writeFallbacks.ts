/*
 * Writes shared/programme/fallbacks.json anew from a MediaWiki's own language files:
 * `npx tsx test/shared/programme/writeFallbacks.ts MEDIAWIKI/languages/messages`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder that has MessagesEn.php');

const chains = readdirSync(folder).flatMap((file) => {
	const code = /^Messages(\w+)\.php$/.exec(file)?.[1]?.toLowerCase().replace(/_/g, '-');
	const chain = /^\$fallback\s*=\s*'([^']+)'/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
	return code === undefined || chain === undefined ? [] : [[code, chain.split(/,\s*/).join(' ')] as const];
});
const target = new URL('../../../shared/programme/fallbacks.json', import.meta.url);
writeFileSync(target, JSON.stringify(Object.fromEntries(chains), null, '\t') + '\n');
console.log(`${chains.length} languages`);
