/** Runs the student tests on PostgreSQL. */
import '#lib/server/db/testing/process-on-postgres.ts';

await import('./students.test.ts');
