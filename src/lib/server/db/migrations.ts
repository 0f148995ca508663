import { resolve } from 'node:path';

/** The migrations folder among the sources, also in production: the process runs in the project's folder. */
export const MIGRATIONS = resolve('src/lib/server/db/migrations');
