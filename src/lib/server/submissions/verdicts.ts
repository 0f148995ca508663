/** The verdicts on a submission: one for each version and engine that judged it, and one of them counts. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Problem, Returned, Verdict } from '../../../../sandbox/report.ts';
import { mayFrom } from '../../domain/submission.ts';
import { tallyOf, type Tally } from '../../domain/verdict.ts';
import { packageOf } from '../content/packages.ts';
import type { Database } from '../db/database.ts';
import { submission, verdict } from '../db/schema/index.ts';
import { publish } from '../live/index.ts';

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

/** Stored once, however often it is given. The first one counts. */
export async function storeVerdict(database: Database, given: NewVerdict): Promise<void> {
	await database.transaction(async (transaction) => {
		const [judged] = await transaction
			.select({ assignmentId: submission.assignmentId, state: submission.state })
			.from(submission)
			.where(eq(submission.id, given.submissionId))
			.for('update');
		// Taken back meanwhile.
		if (!judged) return;
		const others = await transaction
			.select({ id: verdict.id })
			.from(verdict)
			.where(eq(verdict.submissionId, given.submissionId));
		const [stored] = await transaction
			.insert(verdict)
			.values({ id: crypto.randomUUID(), ...given, counts: others.length === 0 })
			.onConflictDoNothing({ target: [verdict.submissionId, verdict.challengeHash, verdict.engine] })
			.returning({ id: verdict.id });
		if (!stored) return;
		if (mayFrom(judged.state, 'judge')) {
			await transaction
				.update(submission)
				.set({ state: 'judged', updatedAt: new Date() })
				.where(eq(submission.id, given.submissionId));
		}
		const { assignmentId } = judged;
		await publish(transaction, 'submission.changed', { assignmentId, submissionId: given.submissionId });
	});
}

type Row = typeof verdict.$inferSelect;

async function readVerdict(database: Database, row: Row): Promise<StoredVerdict> {
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
