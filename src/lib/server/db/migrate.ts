/** Brings a database to this version's shape. Several processes may start at once: one works, the others wait. */
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Connection } from './database.ts';
import { MIGRATIONS } from './migrations.ts';

const TABLE = 'braise_migration';

export async function migrate(connection: Connection, folder = MIGRATIONS): Promise<void> {
	const wanted = readMigrationFiles({ migrationsFolder: folder });
	await connection.execute(
		`create table if not exists ${TABLE} (hash text primary key, applied_at timestamptz not null default now())`
	);
	const { rows } = await connection.query(`select hash from ${TABLE}`, []);
	const applied = new Set(rows.map(({ hash }) => hash));
	for (const { hash, sql } of wanted) {
		if (applied.has(hash)) continue;
		const statements = [
			'begin',
			'lock table braise_migration in exclusive mode',
			...sql,
			`insert into ${TABLE} (hash) values ('${hash}')`,
			'commit'
		];
		await connection.execute(statements.join(';\n'));
	}
}
