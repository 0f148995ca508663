/** A process that stores row after row in the PGlite folder it is given, and prints the id of each that is stored. */
import { randomUUID } from 'node:crypto';
import { migrate } from '../migrate.ts';
import { openPglite } from '../pglite.ts';
import { account } from '../schema/index.ts';

const connection = await openPglite(process.argv[2] ?? '');
await migrate(connection);
for (;;) {
	const id = randomUUID();
	await connection.database.insert(account).values({ id, role: 'student', name: '', email: `${id}@student.invalid` });
	process.stdout.write(`${id}\n`);
}
