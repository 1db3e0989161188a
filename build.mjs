// Writes dist/gadget and dist/bot. The work is in gadget/build/, in TypeScript like the rest.
// tsx keeps what it compiled in the system's temporary folder; nothing is to be left there.
process.env.TSX_DISABLE_CACHE = '1';
const { register } = await import('tsx/esm/api');
register();
const { build } = await import('./gadget/build/build.ts');
await build(new URL('dist/', import.meta.url));
