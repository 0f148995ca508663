import { afterAll } from 'vitest';
import { openCompilerPage } from './serve.ts';

// The compiler's tests come first, because they test that nothing is loaded before it is needed.
await import('./client-tests.ts');
await import('../../take-home/take-home-tests.ts');

afterAll(async () => (await openCompilerPage()).close());
