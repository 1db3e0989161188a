// Writes dist/gadget and dist/bot. The work is in build/, in TypeScript like the rest.
import { register } from 'tsx/esm/api';

register();
const { build } = await import('./build/build.ts');
await build(new URL('dist/', import.meta.url));
