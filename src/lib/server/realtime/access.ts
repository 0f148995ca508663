/** Checks which watchers still have access, in one query for all watchers. */
import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';
import type { AssignmentWatcher } from './watcher.ts';

export async function selectAllowedWatchers(
	database: Database,
	watchers: readonly AssignmentWatcher[]
): Promise<Set<AssignmentWatcher>> {
	if (watchers.length === 0) return new Set();
	const rows = watchers.map(({ account, session, classId, assignmentId, memberId }, at) => ({
		at,
		account,
		session,
		classId,
		assignment: assignmentId,
		member: memberId ?? null
	}));
	const result = await database.execute(sql`
		select at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			as asked(at int, account text, session text, "classId" text, assignment text, member text)
		where exists (
			select 1 from session where token = asked.session and account_id = asked.account and expires_at > now()
		) and exists (
			select 1 from assignment where id = asked.assignment and class_id = asked."classId"
				and (asked.member is null or members is null or members ? asked.member)
		) and case when asked.member is null then exists (
			select 1 from class_teacher where class_id = asked."classId" and account_id = asked.account
		) else exists (
			select 1 from membership where id = asked.member and class_id = asked."classId" and account_id = asked.account
		) end
	`);
	return new Set(rowsOf(result).flatMap(({ at }) => watchers[Number(at)] ?? []));
}
