/** A student's browser says where they stand, or that they want help. One statement each: a class says it all the time. */
import { sql, type SQL } from 'drizzle-orm';
import { markOf, type ProgressReport } from '../../domain/standing.ts';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';
import { saying } from '../realtime/database-events.ts';

/** Whose row is meant: the one of this person in this assignment, or that of the pair they work in. */
export interface Own {
	assignment: string;
	account: string;
	/** The account of who sits beside them. */
	beside?: string | undefined;
}

/** Seconds within which saying the same again is no news: neither written nor told. */
const NO_NEWS = 10;

/** False: there is no such assignment for this person. */
export async function reportStanding(
	database: Database,
	own: Own,
	report: ProgressReport,
	now: Date
): Promise<boolean> {
	const moment = sql`${now.toISOString()}::timestamptz`;
	const { step, done, passed, checks } = report;
	const result = await database.execute(sql`
		with ${mine(own, now)}, stored as (
			insert into standing
				(assignment_id, membership_id, with_member, step, done, passed, checks, furthest, last_activity, last_progress)
			select ${own.assignment}, coalesce(row, member), ${other(own)}, ${step}, ${JSON.stringify(done)}::jsonb, ${passed}::int, ${checks}::int,
				${markOf(report)}::int, ${moment}, ${moment}
			from mine
			on conflict (assignment_id, membership_id) do update set
				with_member = excluded.with_member, step = excluded.step, done = excluded.done, passed = excluded.passed, checks = excluded.checks,
				furthest = greatest(standing.furthest, excluded.furthest),
				last_activity = excluded.last_activity,
				last_progress = case when excluded.furthest > standing.furthest
					then excluded.last_progress else standing.last_progress end
			where (standing.with_member, standing.step, standing.done, standing.passed, standing.checks)
				is distinct from (excluded.with_member, excluded.step, excluded.done, excluded.passed, excluded.checks)
				or standing.last_activity < excluded.last_activity - make_interval(secs => ${NO_NEWS})
			returning membership_id
		)
		select member, ${told(own)} from mine
	`);
	return rowsOf(result).length > 0;
}

/** A hand goes up or down. Up while it is up: it waits since the first time. False: nothing was begun. */
export async function wishHelp(database: Database, own: Own, wanted: boolean, now: Date): Promise<boolean> {
	const moment = sql`${now.toISOString()}::timestamptz`;
	const result = await database.execute(sql`
		with ${mine(own, now)}, stored as (
			update standing set
				needs_help_since = ${wanted ? sql`coalesce(needs_help_since, ${moment})` : sql`null`},
				help_seen_at = ${wanted ? sql`help_seen_at` : sql`null`},
				last_activity = ${moment}
			from mine where assignment_id = ${own.assignment} and membership_id = mine.row
			returning membership_id
		)
		select membership_id, ${told(own)} from stored
	`);
	return rowsOf(result).length > 0;
}

/** A teacher has seen the hand. False: there is none up. */
export async function markHelpSeen(
	database: Database,
	assignment: string,
	membership: string,
	now: Date
): Promise<boolean> {
	const result = await database.execute(sql`
		with stored as (
			update standing set help_seen_at = ${now.toISOString()}::timestamptz
			where assignment_id = ${assignment} and membership_id = ${membership} and needs_help_since is not null
			returning membership_id
		)
		select membership_id, ${told({ assignment })} from stored
	`);
	return rowsOf(result).length > 0;
}

/** Who may say it, as part of each statement: a student of the class, whom the assignment is for, once it is open. */
function mine({ assignment, account }: Own, now: Date): SQL {
	return sql`mine as materialized (
		select membership.id as member, membership.class_id, (
			select membership_id from standing
			where assignment_id = assignment.id and (membership_id = membership.id or with_member = membership.id)
			order by last_activity desc limit 1
		) as row
		from assignment join membership on membership.class_id = assignment.class_id
		where assignment.id = ${assignment} and membership.account_id = ${account}
			and (assignment.members is null or assignment.members ? membership.id)
			and (assignment.opens_at is null or assignment.opens_at <= ${now.toISOString()}::timestamptz)
	)`;
}

/** The other of a pair: who says it in the first one's row; else who makes that work too, or sits beside before it has reached the server. */
const other = ({ assignment, beside }: Own): SQL => sql`case when row <> member then member else (
	select other.id from membership as other
	where other.class_id = mine.class_id and other.id <> member and (
		(other.account_id = ${beside ?? null} and not exists (
			select 1 from standing join work on work.id = standing.work_id
			where standing.assignment_id = ${assignment} and standing.membership_id = member
		)) or exists (
			select 1 from standing join work_author on work_author.work_id = standing.work_id
			where standing.assignment_id = ${assignment} and standing.membership_id = member
				and work_author.account_id = other.account_id
		)
	) limit 1
) end`;

const told = ({ assignment }: Pick<Own, 'assignment'>): SQL =>
	sql`(select ${saying('standing.changed', { assignmentId: assignment, membershipId: sql`stored.membership_id` })} from stored)`;
