import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { account } from './schema/index.ts';

test('a new database takes the migrations, once', async () => {
	const connection = await openPglite('memory://');
	await migrate(connection);
	await migrate(connection);
	await connection.database.insert(account).values({ id: 'a', role: 'student', name: '', email: 'a@student.invalid' });
	expect(await connection.database.select().from(account)).toMatchObject([
		{ id: 'a', role: 'student', language: null }
	]);
	await connection.close();
});
