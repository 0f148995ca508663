/** The verdicts on a submission: one for each version and engine that judged it, and one of them counts. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Problem, Returned, Verdict } from '../../../../sandbox/report.ts';
import { mayFrom } from '../../domain/submission.ts';
import { tallyOf, type Tally } from '../../domain/verdict.ts';
import { packageOf } from '../content/packages.ts';
import type { Database } from '../db/database.ts';
import { submission, verdict } from '../db/schema/index.ts';
import { saying } from '../realtime/database-events.ts';

/** Enough for a list. */
export interface VerdictHead {
	id: string;
	challengeHash: string;
	/** The author's version, for people. */
	version: string | null;
	engine: string;
	judgedAt: Date;
	tally: Tally;
	/** Why nothing could be checked. */
	load: Problem | null;
}

export interface StoredVerdict extends VerdictHead {
	submissionId: string;
	counts: boolean;
	verdict: Verdict;
	/** What the program returned for the input that its author was asked about. */
	returned: Returned | null;
}

/** The one that counts, by submission. */
export async function countingVerdicts(database: Database, submissions: string[]): Promise<Map<string, StoredVerdict>> {
	const rows = await database
		.select()
		.from(verdict)
		.where(and(inArray(verdict.submissionId, submissions), eq(verdict.counts, true)));
	const read = await Promise.all(rows.map((row) => readVerdict(database, row)));
	return new Map(read.map((one) => [one.submissionId, one]));
}

/** All of one submission, in the order in which they came. */
export async function verdictsOf(database: Database, submissionId: string): Promise<StoredVerdict[]> {
	const rows = await database
		.select()
		.from(verdict)
		.where(eq(verdict.submissionId, submissionId))
		.orderBy(asc(verdict.judgedAt));
	return Promise.all(rows.map((row) => readVerdict(database, row)));
}

export interface NewVerdict {
	submissionId: string;
	challengeHash: string;
	engine: string;
	verdict: Verdict;
	returned: Returned | null;
}

/** Stored once, however often it is given, and then nothing waits for it any more. The first one counts. */
export async function storeVerdict(database: Database, given: NewVerdict): Promise<void> {
	const { submissionId, challengeHash, engine, verdict: said, returned } = given;
	await database.transaction(async (transaction) => {
		// A statement of its own: the next one sees what whoever held the lock before has stored.
		const [judged] = await transaction
			.select({ assignmentId: submission.assignmentId, state: submission.state })
			.from(submission)
			.where(eq(submission.id, submissionId))
			.for('update');
		// Taken back meanwhile.
		if (!judged) return;
		const { assignmentId, state } = judged;
		await transaction.execute(sql`
			with done as (
				delete from waiting_verdict where submission_id = ${submissionId} and challenge_hash = ${challengeHash}
			), stored as (
				insert into verdict (id, submission_id, challenge_hash, engine, verdict, returned, counts)
				values (${crypto.randomUUID()}, ${submissionId}, ${challengeHash}, ${engine}, ${JSON.stringify(said)}::jsonb,
					${returned && JSON.stringify(returned)}::jsonb,
					not exists (select 1 from verdict where submission_id = ${submissionId}))
				on conflict (submission_id, challenge_hash, engine) do nothing
				returning submission_id
			), moved as (
				update submission set state = 'judged', updated_at = now() from stored
				where id = stored.submission_id and ${mayFrom(state, 'judge')}::boolean
			)
			select ${saying('submission.changed', { assignmentId, submissionId: sql`stored.submission_id` })} from stored
		`);
	});
}

type VerdictRow = typeof verdict.$inferSelect;

async function readVerdict(database: Database, row: VerdictRow): Promise<StoredVerdict> {
	const { id, submissionId, challengeHash, engine, judgedAt, counts, returned, verdict: said } = row;
	return {
		id,
		submissionId,
		challengeHash,
		version: said.challenge?.version ?? null,
		engine,
		judgedAt,
		counts,
		tally: tallyOf(said, await beyondOf(database, challengeHash)),
		load: said.report.load ?? null,
		verdict: said,
		returned
	};
}

const beyond = new Map<string, string[]>();

/** Steps of a version that may be skipped: what an author wrote never changes under a hash. */
async function beyondOf(database: Database, hash: string): Promise<string[]> {
	const known = beyond.get(hash);
	if (known !== undefined) return known;
	const steps = (await packageOf(database, hash))?.steps ?? [];
	const found = steps.filter(({ kind }) => kind === 'stretch').map(({ id }) => id);
	beyond.set(hash, found);
	return found;
}
