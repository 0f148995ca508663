/** Deletes exhibits from the walls of classes, and subtracts their bytes from the sizes of their works. */
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';

/** Deletes the exhibits that `condition` selects, with their sentences. Resolves to whether any were deleted. */
export async function removeExhibits(database: Database, condition: SQL): Promise<boolean> {
	const result = await database.execute(sql`
		with gone as (
			delete from exhibit where ${condition} returning work_id, bytes
		), freed as (
			select work_id, sum(bytes) as bytes from gone group by work_id
		)
		update work set bytes = work.bytes - freed.bytes from freed where work.id = freed.work_id returning work.id
	`);
	return rowsOf(result).length > 0;
}
