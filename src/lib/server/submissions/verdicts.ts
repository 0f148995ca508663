import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Problem, FunctionCallResult, Verdict } from '#sandbox/report.ts';
import {
	countCaughtMutants,
	type CaughtMutantCount,
	type CaughtMutants,
	countVerdictChecks,
	type VerdictCheckCounts
} from '#lib/domain/verdict.ts';
import { toStorableJson } from '#lib/domain/parse.ts';
import { isSubmissionActAllowed } from '#lib/domain/submission.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import { submission, verdict } from '#lib/server/db/schema/index.ts';
import { notifyColumnSql } from '#lib/server/db/database-events.ts';

export interface VerdictSummary {
	id: string;
	challengeHash: string;
	/** The author's version number of the challenge, for display. */
	version: string | null;
	engine: string;
	judgedAt: Date;
	tally: VerdictCheckCounts;
	/** How many wrong programs the student's examples caught; null when there was nothing to catch. */
	caughtCount: CaughtMutantCount | null;
	loadProblem: Problem | null;
}

export interface StoredVerdict extends VerdictSummary {
	submissionId: string;
	isEffective: boolean;
	verdict: Verdict;
	skippableSteps: readonly string[];
	/** Value that the program returned for the input of the student's prediction. */
	returnedValue: FunctionCallResult | null;
	/** Which wrong programs the student's examples caught, by step; null when there was nothing to catch. */
	caughtMutants: CaughtMutants[] | null;
}

export async function findEffectiveVerdicts(
	database: Database,
	submissions: string[]
): Promise<Map<string, StoredVerdict>> {
	const rows = await database
		.select()
		.from(verdict)
		.where(and(inArray(verdict.submissionId, submissions), eq(verdict.counts, true)));
	const verdicts = await Promise.all(rows.map((row) => storedVerdictOfRow(database, row)));
	return new Map(verdicts.map((one) => [one.submissionId, one]));
}

export async function listVerdictsOfSubmission(database: Database, submissionId: string): Promise<StoredVerdict[]> {
	const rows = await database
		.select()
		.from(verdict)
		.where(eq(verdict.submissionId, submissionId))
		.orderBy(asc(verdict.judgedAt));
	return Promise.all(rows.map((row) => storedVerdictOfRow(database, row)));
}

export interface NewVerdict {
	submissionId: string;
	challengeHash: string;
	engine: string;
	verdict: Verdict;
	returnedValue: FunctionCallResult | null;
	caughtMutants?: CaughtMutants[] | null;
}

/**
 * Stores a verdict, unless the same was stored before, and removes the submission from the queue. A submission's first verdict
 * counts. Characters that the database refuses are replaced; else the submission would be judged again for ever.
 */
export async function storeVerdict(database: Database, newVerdict: NewVerdict): Promise<void> {
	const { submissionId, challengeHash, engine, verdict, returnedValue, caughtMutants = null } = newVerdict;
	const storedVerdict = toStorableJson(removeConsoleOutput(verdict));
	await database.transaction(async (transaction) => {
		// Lock in a statement of its own, so that the next statement sees what the previous holder of the lock stored.
		const [judged] = await transaction
			.select({ assignmentId: submission.assignmentId, state: submission.state })
			.from(submission)
			.where(eq(submission.id, submissionId))
			.for('update');
		// The student took the submission back while it was judged.
		if (!judged) return;
		const { assignmentId, state } = judged;
		await transaction.execute(sql`
			with done as (
				delete from waiting_verdict where submission_id = ${submissionId} and challenge_hash = ${challengeHash}
			), stored as (
				insert into verdict (id, submission_id, challenge_hash, engine, verdict, returned, caught, counts)
				values (${crypto.randomUUID()}, ${submissionId}, ${challengeHash}, ${engine}, ${storedVerdict}::jsonb,
					${returnedValue && toStorableJson(returnedValue)}::jsonb, ${caughtMutants && toStorableJson(caughtMutants)}::jsonb,
					not exists (select 1 from verdict where submission_id = ${submissionId}))
				on conflict (submission_id, challenge_hash, engine) do nothing
				returning submission_id
			), moved as (
				update submission set state = 'judged', updated_at = now() from stored
				where id = stored.submission_id and ${isSubmissionActAllowed(state, 'judge')}::boolean
			)
			select ${notifyColumnSql('submission.changed', { assignmentId, submissionId: sql`stored.submission_id` })} from stored
		`);
	});
}

/** Leaves out what the program wrote on the console, because no screen shows it and no quota counts it. */
function removeConsoleOutput({ report, ...rest }: Verdict): Verdict {
	const results = report.results.map((result) => ({ ...result, console: [] }));
	return { ...rest, report: { ...report, results } };
}

type VerdictRow = typeof verdict.$inferSelect;

export async function storedVerdictOfRow(database: Database, row: VerdictRow): Promise<StoredVerdict> {
	const { id, submissionId, challengeHash, engine, judgedAt, counts, returned, caught, verdict } = row;
	const skippableSteps = await stretchStepIdsOf(database, challengeHash);
	return {
		id,
		submissionId,
		challengeHash,
		version: verdict.challenge?.version ?? null,
		engine,
		judgedAt,
		isEffective: counts,
		tally: countVerdictChecks(verdict, skippableSteps),
		caughtCount: countCaughtMutants(caught),
		loadProblem: verdict.report.load ?? null,
		verdict,
		skippableSteps,
		returnedValue: returned,
		caughtMutants: caught
	};
}

const stretchStepIdsByHash = new Map<string, string[]>();

/** Returns the ids of a version's stretch steps. The ids are cached, because a hash always names the same version. */
async function stretchStepIdsOf(database: Database, hash: string): Promise<string[]> {
	const cachedStepIds = stretchStepIdsByHash.get(hash);
	if (cachedStepIds !== undefined) return cachedStepIds;
	const steps = (await findPackage(database, hash))?.steps ?? [];
	const stretchStepIds = steps.filter(({ kind }) => kind === 'stretch').map(({ id }) => id);
	stretchStepIdsByHash.set(hash, stretchStepIds);
	return stretchStepIds;
}
