import { fileURLToPath } from 'node:url';

/** The folder for everything downloaded, installed or run. Ignored by git. */
export const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
