/** Gives this test process a PostgreSQL database; a process opens one database, so each engine needs a test file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection as opened } from '#lib/server/db/index.ts';
import { createFreshPostgres } from './fresh-database.ts';

let closeTestDatabase: () => Promise<void>;

beforeAll(async () => {
	const { address, connection } = await createFreshPostgres();
	process.env['DATABASE_URL'] = address;
	closeTestDatabase = connection.close;
});
afterAll(() => closeTestDatabase());

test('it is PostgreSQL', () => {
	expect(opened().kind).toBe('postgres');
});
