/** Stores students' progress and requests for help, in one statement each because reports are frequent. */
import { sql, type SQL } from 'drizzle-orm';
import { computeProgressScore, type ProgressReport } from '#lib/domain/progress.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { notifyColumnSql } from '#lib/server/db/database-events.ts';

export interface OwnBoardRowKey {
	assignmentId: string;
	account: string;
	otherAccount?: string | undefined;
}

/** Seconds within which a repeated report is neither written nor published. */
const REPEATED_REPORT_SECONDS = 10;

/** Stores reported progress. Returns false when this person has no such assignment. */
export async function recordProgress(
	database: Database,
	ownRow: OwnBoardRowKey,
	report: ProgressReport,
	now: Date
): Promise<boolean> {
	const moment = sql`${now.toISOString()}::timestamptz`;
	const { step, done, passed, checks } = report;
	const result = await database.execute(sql`
		with ${findBoardRowSql(ownRow, now)}, stored as (
			insert into progress
				(assignment_id, membership_id, with_member, step, done, passed, checks, furthest, last_activity, last_progress)
			select ${ownRow.assignmentId}, coalesce(row, member), ${otherStudentSql(ownRow)}, ${step}, ${JSON.stringify(done)}::jsonb, ${passed}::int, ${checks}::int,
				${computeProgressScore(report)}::int, ${moment}, ${moment}
			from mine
			on conflict (assignment_id, membership_id) do update set
				with_member = excluded.with_member, step = excluded.step, done = excluded.done, passed = excluded.passed, checks = excluded.checks,
				furthest = greatest(progress.furthest, excluded.furthest),
				last_activity = excluded.last_activity,
				last_progress = case when excluded.furthest > progress.furthest
					then excluded.last_progress else progress.last_progress end
			where (progress.with_member, progress.step, progress.done, progress.passed, progress.checks)
				is distinct from (excluded.with_member, excluded.step, excluded.done, excluded.passed, excluded.checks)
				or progress.last_activity < excluded.last_activity - make_interval(secs => ${REPEATED_REPORT_SECONDS})
			returning membership_id
		)
		select member, ${notifyProgressChangedSql(ownRow)} from mine
	`);
	return rowsOf(result).length > 0;
}

/** A request keeps the moment at which it was first made. Returns false when the student has not begun. */
export async function setHelpRequest(
	database: Database,
	ownRow: OwnBoardRowKey,
	isWanted: boolean,
	now: Date
): Promise<boolean> {
	const moment = sql`${now.toISOString()}::timestamptz`;
	const result = await database.execute(sql`
		with ${findBoardRowSql(ownRow, now)}, stored as (
			update progress set
				needs_help_since = ${isWanted ? sql`coalesce(needs_help_since, ${moment})` : sql`null`},
				help_seen_at = ${isWanted ? sql`help_seen_at` : sql`null`},
				last_activity = ${moment}
			from mine where assignment_id = ${ownRow.assignmentId} and membership_id = mine.row
			returning membership_id
		)
		select membership_id, ${notifyProgressChangedSql(ownRow)} from stored
	`);
	return rowsOf(result).length > 0;
}

export async function markHelpRequestSeen(
	database: Database,
	assignmentId: string,
	membership: string,
	now: Date
): Promise<boolean> {
	const result = await database.execute(sql`
		with stored as (
			update progress set help_seen_at = ${now.toISOString()}::timestamptz
			where assignment_id = ${assignmentId} and membership_id = ${membership} and needs_help_since is not null
			returning membership_id
		)
		select membership_id, ${notifyProgressChangedSql({ assignmentId })} from stored
	`);
	return rowsOf(result).length > 0;
}

/** Part of an SQL statement: finds the board row if the assignment has opened and is given to the person. */
function findBoardRowSql({ assignmentId, account }: OwnBoardRowKey, now: Date): SQL {
	return sql`mine as materialized (
		select membership.id as member, membership.class_id, (
			select membership_id from progress
			where assignment_id = assignment.id and (membership_id = membership.id or with_member = membership.id)
			order by last_activity desc limit 1
		) as row
		from assignment join membership on membership.class_id = assignment.class_id
		where assignment.id = ${assignmentId} and membership.account_id = ${account}
			and (assignment.members is null or assignment.members ? membership.id)
			and (assignment.opens_at is null or assignment.opens_at <= ${now.toISOString()}::timestamptz)
	)`;
}

/**
 * Returns the SQL expression for the pair's other student: the reporting student when the row is their partner's; else a
 * co-author of the work, or `otherAccount` until the server has the work.
 */
const otherStudentSql = ({
	assignmentId,
	otherAccount
}: OwnBoardRowKey): SQL => sql`case when row <> member then member else (
	select other.id from membership as other
	where other.class_id = mine.class_id and other.id <> member and (
		(other.account_id = ${otherAccount ?? null} and not exists (
			select 1 from progress join work on work.id = progress.work_id
			where progress.assignment_id = ${assignmentId} and progress.membership_id = member
		)) or exists (
			select 1 from progress join work_author on work_author.work_id = progress.work_id
			where progress.assignment_id = ${assignmentId} and progress.membership_id = member
				and work_author.account_id = other.account_id
		)
	) limit 1
) end`;

const notifyProgressChangedSql = ({ assignmentId }: Pick<OwnBoardRowKey, 'assignmentId'>): SQL =>
	sql`(select ${notifyColumnSql('progress.changed', { assignmentId, membershipId: sql`stored.membership_id` })} from stored)`;
