import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { buildGadget } from '../build/buildGadget.ts';

/** Prints the size of each gadget file in bytes: as saved, minified as ResourceLoader does, and gzipped. */
const rows = await Promise.all(
	(await buildGadget()).map(async ({ name, text }) => {
		const minified = await minify(name, text);
		return { name, raw: Buffer.byteLength(text), minified: minified.length, gzipped: gzipSync(minified).length };
	}),
);
console.table(Object.fromEntries(rows.map(({ name, ...sizes }) => [name, sizes])));

async function minify(name: string, text: string): Promise<Buffer> {
	if (name.endsWith('.json')) return Buffer.from(JSON.stringify(JSON.parse(text)));
	const loader = name.endsWith('.js') ? 'js' : name.endsWith('.css') ? 'css' : null;
	return Buffer.from(loader ? (await transform(text, { loader, minify: true, charset: 'utf8' })).code : text);
}
