import { fileURLToPath } from 'node:url';

/** Where everything that is downloaded, installed or run lives. Ignored by git. */
export const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
