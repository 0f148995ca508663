/** Runs the adult tests on PostgreSQL. */
import '#lib/server/db/testing/process-on-postgres.ts';

await import('./adults.test.ts');
