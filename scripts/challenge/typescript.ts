/** Loads TypeScript; an import of its nine megabytes would first be searched for names, for half a second. */
import { createRequire } from 'node:module';

export const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');
