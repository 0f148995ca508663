/** Reads the own files of a handed-in work. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '#lib/server/db/index.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';

const fileContentRowSchema = v.object({ content: v.string() });

/** Resolves to an own file as base64; undefined when the handed-in files do not name it. */
export async function readHandedInOwnFile(
	database: Database,
	assignmentId: string,
	submissionId: string,
	sha256: string
): Promise<string | undefined> {
	const result = await database.execute(sql`
		select content from submission join work_file on work_file.work_id = submission.work_id
		where submission.id = ${submissionId} and submission.assignment_id = ${assignmentId}
			and work_file.sha256 = ${sha256} and position(${sha256}::text in submission.files::text) > 0
	`);
	const [row] = rowsOf(result);
	return row === undefined ? undefined : v.parse(fileContentRowSchema, row).content;
}
