import { resolve } from 'node:path';

/** Beside the sources, and read from there in production too: the process runs in the project's folder. */
export const MIGRATIONS = resolve('src/lib/server/db/migrations');
