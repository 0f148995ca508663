/** Loads TypeScript without an `import`, for which its nine megabytes would be searched for names for half a second. */
import { createRequire } from 'node:module';

export const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');
