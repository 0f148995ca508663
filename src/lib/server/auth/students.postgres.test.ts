/** Runs the student tests on PostgreSQL; a process opens only one database, so each engine has its own file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection as opened } from '#lib/server/db/index.ts';
import { freshPostgres } from '#lib/server/db/testing/fresh.ts';

let close: () => Promise<void>;

beforeAll(async () => {
	const { address, connection } = await freshPostgres();
	process.env['DATABASE_URL'] = address;
	close = connection.close;
});
afterAll(() => close());

test('it is PostgreSQL', () => {
	expect(opened().kind).toBe('postgres');
});

await import('./students.test.ts');
