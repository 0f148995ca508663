/** Reads the rows of a board, and must never read a student's works or code. */
import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { ProgressRow } from '#lib/domain/progress.ts';
import { SUBMISSION_STATES } from '#lib/domain/submission.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { assignment as assignments, submission as submissions } from '#lib/server/db/schema/index.ts';

/** Milliseconds; the two engines return large numbers in different types. */
const millisecondsSchema = v.pipe(v.union([v.number(), v.string()]), v.transform(Number));

const boardRowSchema = v.object({
	member: v.string(),
	pseudonym: v.string(),
	key: v.string(),
	other: v.nullable(v.object({ id: v.string(), pseudonym: v.string(), key: v.string() })),
	step: v.nullable(v.string()),
	done: v.nullable(v.array(v.string())),
	passed: v.nullable(v.number()),
	checks: v.nullable(v.number()),
	last_activity: v.nullable(millisecondsSchema),
	last_progress: v.nullable(millisecondsSchema),
	help_since: v.nullable(millisecondsSchema),
	help_seen: v.boolean(),
	submission: v.nullable(
		v.object({
			id: v.string(),
			state: v.picklist(SUBMISSION_STATES),
			turn: v.number(),
			verdict: v.nullable(v.string()),
			caught: v.nullable(v.object({ caught: v.number(), total: v.number() }))
		})
	)
});

/** Wrong programs caught over all steps, and of how many; null where there is nothing to catch. */
const CAUGHT_MUTANT_SUMS_SQL = sql.raw(`case when verdict.caught is not null then (
	select json_build_object('caught', coalesce(sum((one.value ->> 'caught')::int), 0), 'total', coalesce(sum((one.value ->> 'total')::int), 0))
	from jsonb_array_elements(verdict.caught) as one(value)) end`);

/** One row for each student of the assignment, sorted by pseudonym; with `members`, only for these. Runs one query. */
export async function readBoardRows(
	database: Database,
	assignmentId: string,
	members?: readonly string[]
): Promise<ProgressRow[]> {
	const result = await database.execute(sql`
		select membership.id as member, membership.pseudonym, membership.pseudonym_key as key,
			case when other.id is not null then
				json_build_object('id', other.id, 'pseudonym', other.pseudonym, 'key', other.pseudonym_key) end as other,
			step, done, passed, checks, ${millisecondsColumnSql('last_activity')}, ${millisecondsColumnSql('last_progress')},
			${millisecondsColumnSql('needs_help_since', 'help_since')}, help_seen_at is not null as help_seen,
			case when latest.id is not null then
				json_build_object('id', latest.id, 'state', latest.state, 'turn', latest.turn, 'verdict', verdict.id, 'caught', ${CAUGHT_MUTANT_SUMS_SQL}) end as submission
		from assignment
		join membership on membership.class_id = assignment.class_id
			and (assignment.members is null or assignment.members ? membership.id)
		left join progress on progress.assignment_id = assignment.id and progress.membership_id = membership.id
		left join membership as other on other.id = progress.with_member
		left join (
			select distinct on (author) author, id, state, turn
			from submission cross join lateral jsonb_array_elements_text(members) as author
			where assignment_id = ${assignmentId}
			order by author, handed_in_at desc, turn desc
		) as latest on latest.author = membership.id
		left join verdict on verdict.submission_id = latest.id and verdict.counts
		where assignment.id = ${assignmentId} ${members ? sql`and membership.id in (select jsonb_array_elements_text(${JSON.stringify(members)}::jsonb))` : sql``}
		order by membership.pseudonym_key
	`);
	return rowsOf(result).map((row) => progressRowOf(v.parse(boardRowSchema, row)));
}

/** Returns the memberships of the submissions' authors; undefined when one of the submissions no longer exists. */
export async function findSubmissionAuthors(database: Database, ids: readonly string[]): Promise<string[] | undefined> {
	if (ids.length === 0) return [];
	const rows = await database
		.select({ members: submissions.members })
		.from(submissions)
		.where(inArray(submissions.id, [...ids]));
	return rows.length === ids.length ? rows.flatMap(({ members }) => members) : undefined;
}

export interface AssignedVersionAndDates {
	/** Hash of the assigned challenge version; null for a project. */
	challengeHash: string | null;
	opensAt: Date | null;
	dueAt: Date | null;
	closedAt: Date | null;
}

export async function findAssignedVersionAndDates(
	database: Database,
	assignmentId: string
): Promise<AssignedVersionAndDates | undefined> {
	const { challengeHash, opensAt, dueAt, closedAt } = assignments;
	const [outline] = await database
		.select({ challengeHash, opensAt, dueAt, closedAt })
		.from(assignments)
		.where(eq(assignments.id, assignmentId));
	return outline;
}

export const findAssignedChallengeHash = async (database: Database, assignmentId: string): Promise<string | null> =>
	(await findAssignedVersionAndDates(database, assignmentId))?.challengeHash ?? null;

const millisecondsColumnSql = (column: string, name = column): SQL =>
	sql.raw(`(extract(epoch from progress.${column}) * 1000)::bigint as ${name}`);

function progressRowOf(readRow: v.InferOutput<typeof boardRowSchema>): ProgressRow {
	const { member, pseudonym, key, other, submission } = readRow;
	const firstMember = { id: member, pseudonym, key };
	return { members: other === null ? [firstMember] : [firstMember, other], progress: progressOf(readRow), submission };
}

function progressOf(readRow: v.InferOutput<typeof boardRowSchema>): ProgressRow['progress'] {
	const { step, done, passed, checks, last_activity, last_progress, help_since, help_seen } = readRow;
	if (step === null || last_activity === null || last_progress === null) return null;
	return {
		step,
		done: done ?? [],
		passed: passed ?? 0,
		checks: checks ?? 0,
		lastActivity: last_activity,
		lastProgress: last_progress,
		help: help_since === null ? null : { since: help_since, seen: help_seen }
	};
}
