/**
 * Verdicts that are waited for, in the database: they survive any process, and several processes share them. Students take turns, one
 * verdict of each is made at a time, and what a teacher has judged again yields to all of them.
 */
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';

export interface ToJudge {
	submissionId: string;
	challengeHash: string;
}

export interface Taken extends ToJudge {
	/** How often a process began to judge it, this time included. */
	attempts: number;
}

/** Seconds after which a process that was not heard of counts as gone. */
const LEASE = 30;
/** Seconds to wait after a failure, doubled each time. */
const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 600;

const isBusy = (name: string): SQL => sql.raw(`(${name}.process is not null and ${name}.free_at > now())`);

/**
 * Within the transaction that hands in. Of the same work what waited before is not judged any more. `student`: the account whose turn it
 * is; null: it is judged again, when no student waits.
 */
export async function waitForVerdict(
	transaction: Database,
	{ submissionId, challengeHash }: ToJudge,
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
				where student is not null and (process is not null or free_at <= now())))
		on conflict do nothing
	`);
}

/** Whatever has no verdict waits for one: a backup may come from a version that kept this elsewhere. Resolves to how many were found. */
export async function waitForLost(database: Database): Promise<number> {
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

const TakenRow = v.pipe(
	v.object({ submission_id: v.string(), challenge_hash: v.string(), attempts: v.number() }),
	v.transform(({ submission_id, challenge_hash, attempts }): Taken => {
		return { submissionId: submission_id, challengeHash: challenge_hash, attempts };
	})
);

/** The next in turn, which from now on is this process's. One statement: two processes never take the same. */
export async function takeNext(database: Database, process: string): Promise<Taken | undefined> {
	const result = await database.execute(sql`
		with next as materialized (
			select waiting.submission_id, waiting.challenge_hash from waiting_verdict as waiting
			where waiting.free_at <= now() and not exists (
				select 1 from waiting_verdict as other
				where other.student is not distinct from waiting.student and ${isBusy('other')})
			order by waiting.student is null, waiting.round, waiting.asked_at, waiting.submission_id
			limit 1 for update skip locked
		)
		update waiting_verdict as waiting
		set process = ${process}, attempts = attempts + 1, free_at = now() + make_interval(secs => ${LEASE})
		from next
		where waiting.submission_id = next.submission_id and waiting.challenge_hash = next.challenge_hash
		returning waiting.submission_id, waiting.challenge_hash, waiting.attempts
	`);
	const [row] = rowsOf(result);
	return row && v.parse(TakenRow, row);
}

/** It could not be judged now; a later attempt may do better. */
export async function putBack(database: Database, { submissionId, challengeHash, attempts }: Taken): Promise<void> {
	const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
	await database.execute(sql`
		update waiting_verdict set process = null, free_at = now() + make_interval(secs => ${pause})
		where submission_id = ${submissionId} and challenge_hash = ${challengeHash}
	`);
}

/** Nothing waits for it any more: it was judged, or cannot be. */
export async function stopWaiting(database: Database, { submissionId, challengeHash }: ToJudge): Promise<void> {
	await database.execute(
		sql`delete from waiting_verdict where submission_id = ${submissionId} and challenge_hash = ${challengeHash}`
	);
}

/** This process is at work on what it has taken. */
export async function stayAtWork(database: Database, process: string): Promise<void> {
	await database.execute(
		sql`update waiting_verdict set free_at = now() + make_interval(secs => ${LEASE}) where process = ${process}`
	);
}

/** The process stops: what it has begun is begun anew by the next, as if it had not been. */
export async function leaveAll(database: Database, process: string): Promise<void> {
	await database.execute(sql`
		update waiting_verdict set process = null, free_at = now(), attempts = greatest(attempts - 1, 0)
		where process = ${process}
	`);
}

/** Only where there is no other process: whoever had taken something is gone. */
export async function takeFromTheDead(database: Database): Promise<void> {
	await database.execute(sql`update waiting_verdict set process = null, free_at = now() where process is not null`);
}
