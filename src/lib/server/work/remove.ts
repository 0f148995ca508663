/** Lets go of a work. Another author keeps it, and so does a class that it was handed in to, for as long as the class does. */
import { sql } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { rowsOf } from '../db/migrate.ts';

/** False when there is no such work of this person's. */
export async function removeWork(database: Database, account: string, id: string): Promise<boolean> {
	const result = await database.execute(sql`
		with let_go as (
			delete from work_author where work_id = ${id} and account_id = ${account} returning work_id
		), gone as (
			delete from work where id in (select work_id from let_go)
				and not exists (select 1 from work_author where work_id = ${id} and account_id <> ${account})
				and not exists (select 1 from submission where work_id = ${id})
		)
		select work_id from let_go
	`);
	return rowsOf(result).length > 0;
}
