/** Gives this test process a PostgreSQL database; a process opens one database, so each engine needs a test file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection as opened } from '#lib/server/db/index.ts';
import { createFreshPostgres } from './fresh-database.ts';

let close: () => Promise<void>;

beforeAll(async () => {
	const { address, connection } = await createFreshPostgres();
	process.env['DATABASE_URL'] = address;
	close = connection.close;
});
afterAll(() => close());

test('it is PostgreSQL', () => {
	expect(opened().kind).toBe('postgres');
});
