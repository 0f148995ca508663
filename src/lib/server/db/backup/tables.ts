/** Lists all tables except the migrations', each after the tables that it references. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { MIGRATION_TABLE } from '../migrate.ts';
import { rowsOf } from '../result-rows.ts';

export async function listTablesParentsFirst(database: Database): Promise<string[]> {
	const tables = rowsOf(
		await database.execute(sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`)
	).map(({ name }) => String(name));
	const references = rowsOf(
		await database.execute(sql`
			select child.relname as child, parent.relname as parent
			from pg_constraint
			join pg_class child on child.oid = conrelid
			join pg_class parent on parent.oid = confrelid
			where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`)
	);
	const parentTablesOf = (name: string) => references.filter(({ child }) => child === name).map(({ parent }) => parent);
	let tableQueue = tables.filter((name) => name !== MIGRATION_TABLE);
	const orderedTables: string[] = [];
	while (tableQueue.length > 0) {
		const next = tableQueue.find((name) =>
			parentTablesOf(name).every((parent) => orderedTables.includes(String(parent)))
		);
		if (next === undefined) throw new Error(`These tables refer to each other in a ring: ${tableQueue.join(', ')}.`);
		tableQueue = tableQueue.filter((name) => name !== next);
		orderedTables.push(next);
	}
	return orderedTables;
}
