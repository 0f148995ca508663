/** Makes one student's board row the row of a pair. */
import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { notifyColumnSql } from '#lib/server/db/database-events.ts';

/**
 * Adds the account `beside` to every board row of this work that `account` began. A second call changes nothing and publishes
 * no event.
 */
export async function addSecondStudentToBoardRows(
	database: Database,
	{ workId, account, beside }: { workId: string; account: string; beside: string }
): Promise<void> {
	await database.execute(sql`
		with joined as (
			update progress set with_member = other.id
			from assignment, membership as own, membership as other
			where progress.work_id = ${workId} and progress.with_member is null
				and assignment.id = progress.assignment_id and own.id = progress.membership_id and own.account_id = ${account}
				and other.class_id = own.class_id and other.account_id = ${beside}
				and (assignment.members is null or assignment.members ? other.id)
			returning progress.assignment_id, progress.membership_id
		)
		select ${notifyColumnSql('progress.changed', { assignmentId: sql`joined.assignment_id`, membershipId: sql`joined.membership_id` })} from joined
	`);
}
