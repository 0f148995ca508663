import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, rowsOf } from '#lib/server/db/database.ts';

export interface JudgingTask {
	submissionId: string;
	challengeHash: string;
}

export interface TakenTask extends JudgingTask {
	/** Account of the student whose turn it is; null when a teacher has the submission judged again. */
	student: string | null;
	/** Number of times that a process began to judge the submission, this time included. */
	attempts: number;
}

/** Seconds without a sign of life after which a judging process counts as dead. */
const TASK_LEASE_SECONDS = 30;
/** Seconds to wait after a failure; each further failure doubles the pause. */
const FIRST_RETRY_PAUSE_SECONDS = 1;
const LONGEST_RETRY_PAUSE_SECONDS = 600;

/**
 * The present moment plus a millisecond, because `free_at` is rounded to milliseconds: a submission freed just now may seem to
 * be freed a little later.
 */
const ROUNDED_NOW_SQL = "(now() + interval '1 millisecond')";
const isTaskFreeCondition = (name: string): SQL => sql.raw(`${name}.free_at <= ${ROUNDED_NOW_SQL}`);
const isTaskBusyCondition = (name: string): SQL =>
	sql.raw(`(${name}.process is not null and ${name}.free_at > ${ROUNDED_NOW_SQL})`);

/**
 * Queues a submission within the hand-in transaction, in place of an older waiting submission of the same work. `student` is
 * the account whose turn it takes; null when a teacher has it judged again, which runs only when no student's submission waits.
 */
export async function enqueueSubmission(
	transaction: Database,
	{ submissionId, challengeHash }: JudgingTask,
	student: string | null
): Promise<void> {
	await transaction.execute(sql`
		with replaced as (
			delete from waiting_verdict as waiting using submission as older, submission as newer
			where ${student}::text is not null and newer.id = ${submissionId} and older.id <> newer.id
				and older.work_id = newer.work_id and older.assignment_id = newer.assignment_id
				and waiting.submission_id = older.id and waiting.student is not null
		)
		insert into waiting_verdict (submission_id, challenge_hash, student, round)
		select ${submissionId}, ${challengeHash}, ${student}::text, greatest(
			(select coalesce(max(round) + 1, 0) from waiting_verdict where student = ${student}::text),
			(select coalesce(min(round), 0) from waiting_verdict
				where student is not null and (process is not null or ${isTaskFreeCondition('waiting_verdict')})))
		on conflict do nothing
	`);
}

/** Queues every newest submission that has no verdict and does not wait, as after restoring a backup, and returns how many. */
export async function enqueueUnjudgedSubmissions(database: Database): Promise<number> {
	const result = await database.execute(sql`
		insert into waiting_verdict (submission_id, challenge_hash, student, round, asked_at)
		select submission.id, assignment.challenge_hash, coalesce(
			(select account_id from membership where membership.id = submission.members ->> 0), submission.work_id), 0, submission.handed_in_at
		from submission join assignment on assignment.id = submission.assignment_id
		where assignment.challenge_hash is not null
			and not exists (select 1 from verdict where verdict.submission_id = submission.id)
			and not exists (select 1 from waiting_verdict as waiting where waiting.submission_id = submission.id)
			and not exists (
				select 1 from submission as later
				where later.assignment_id = submission.assignment_id and later.work_id = submission.work_id
					and later.turn > submission.turn)
		on conflict do nothing
		returning submission_id
	`);
	return rowsOf(result).length;
}

const takenTaskRowSchema = v.pipe(
	v.object({
		submission_id: v.string(),
		challenge_hash: v.string(),
		student: v.nullable(v.string()),
		attempts: v.number()
	}),
	v.transform(({ submission_id, challenge_hash, student, attempts }): TakenTask => {
		return { submissionId: submission_id, challengeHash: challenge_hash, student, attempts };
	})
);

/**
 * Takes the next submission. Students take turns, and no student has two judged at once. One statement, so that no two
 * processes take the same submission. Takes none of `busyStudents`, whose running submissions may have left the queue, because
 * they were replaced or taken back.
 */
export async function takeNextTask(
	database: Database,
	processId: string,
	busyStudents: readonly TakenTask['student'][] = []
): Promise<TakenTask | undefined> {
	const result = await database.execute(sql`
		with next as materialized (
			select waiting.submission_id, waiting.challenge_hash from waiting_verdict as waiting
			where ${isTaskFreeCondition('waiting')} and not exists (
				select 1 from waiting_verdict as other
				where other.student is not distinct from waiting.student and ${isTaskBusyCondition('other')}
			) and not exists (
				select 1 from jsonb_array_elements_text(${JSON.stringify(busyStudents)}::jsonb) as busy(student)
				where busy.student is not distinct from waiting.student)
			order by waiting.student is null, waiting.round, waiting.asked_at, waiting.submission_id
			limit 1 for update skip locked
		)
		update waiting_verdict as waiting
		set process = ${processId}, attempts = attempts + 1, free_at = now() + make_interval(secs => ${TASK_LEASE_SECONDS})
		from next
		where waiting.submission_id = next.submission_id and waiting.challenge_hash = next.challenge_hash
		returning waiting.submission_id, waiting.challenge_hash, waiting.student, waiting.attempts
	`);
	const [row] = rowsOf(result);
	return row && v.parse(takenTaskRowSchema, row);
}

export async function returnTaskForRetry(
	database: Database,
	{ submissionId, challengeHash, attempts }: TakenTask
): Promise<void> {
	const pauseSeconds = Math.min(LONGEST_RETRY_PAUSE_SECONDS, FIRST_RETRY_PAUSE_SECONDS * 2 ** (attempts - 1));
	await database.execute(sql`
		update waiting_verdict set process = null, free_at = now() + make_interval(secs => ${pauseSeconds})
		where submission_id = ${submissionId} and challenge_hash = ${challengeHash}
	`);
}

export async function dequeueSubmission(
	database: Database,
	{ submissionId, challengeHash }: JudgingTask
): Promise<void> {
	await database.execute(
		sql`delete from waiting_verdict where submission_id = ${submissionId} and challenge_hash = ${challengeHash}`
	);
}

export async function renewTaskLeases(database: Database, process: string): Promise<void> {
	await database.execute(
		sql`update waiting_verdict set free_at = now() + make_interval(secs => ${TASK_LEASE_SECONDS}) where process = ${process}`
	);
}

/** Gives back all submissions that this process has taken, as if it had never begun to judge them. */
export async function releaseOwnTasks(database: Database, processId: string): Promise<void> {
	await database.execute(sql`
		update waiting_verdict set process = null, free_at = now(), attempts = greatest(attempts - 1, 0)
		where process = ${processId}
	`);
}

/** Gives back all submissions that any process has taken. Call this only when no other process can be judging. */
export async function releaseAllTasks(database: Database): Promise<void> {
	await database.execute(sql`update waiting_verdict set process = null, free_at = now() where process is not null`);
}
