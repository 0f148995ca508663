/** A program for tests that stores row after row in a PGlite folder and prints each stored id. */
import { randomUUID } from 'node:crypto';
import { migrateDatabase } from '../migrate.ts';
import { openPglite } from '../pglite.ts';
import { account } from '../schema/index.ts';

const connection = await openPglite(process.argv[2] ?? '');
await migrateDatabase(connection);
for (;;) {
	const accountId = randomUUID();
	await connection.database
		.insert(account)
		.values({ id: accountId, role: 'student', name: '', email: `${accountId}@student.invalid` });
	process.stdout.write(`${accountId}\n`);
}
