// Writes dist/gadget and dist/bot. The work is in gadget/build/, in TypeScript like the rest.
import { register } from 'tsx/esm/api';

register();
const { build } = await import('./gadget/build/build.ts');
await build(new URL('dist/', import.meta.url));
