/** Runs the pair tests on PostgreSQL, in a process of its own because each opens one database. */
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

await import('./pairs.test.ts');
