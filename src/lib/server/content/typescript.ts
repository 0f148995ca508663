/** Loads TypeScript with `require`: an `import` would search its nine megabytes for export names for half a second. */
import { createRequire } from 'node:module';

export const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');
