/** Runs the pair tests on PostgreSQL. */
import '#lib/server/db/testing/process-on-postgres.ts';

await import('./pairs.test.ts');
