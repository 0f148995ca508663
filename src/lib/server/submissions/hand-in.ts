import { and, eq, or, sql } from 'drizzle-orm';
import { hashOfFiles } from '#sandbox/judge/index.ts';
import type { HandInReceipt, HandInRefusal, SentHandIn } from '#lib/wire/hand-in.ts';
import { findSizeExcess } from '#lib/domain/file-size.ts';
import { isAssignedTo, assignmentPhaseOf } from '#lib/domain/assignment.ts';
import { toComparableText } from '#lib/domain/parse.ts';
import { isOpenSubmissionState, isSubmissionActAllowed } from '#lib/domain/submission.ts';
import { readExamplesByStep } from '#lib/domain/written-example.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	membership,
	submission,
	version,
	withdrawal,
	work,
	workAuthor
} from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { findBoundWorkId } from '#lib/server/board/bind-work.ts';
import { mapDecisionsToMemberships, membershipsOfAuthors, buildPrediction } from './memberships.ts';

export type HandInResult =
	/**
	 * `toJudge` is the hash of the challenge version to judge by; null for a repeated hand-in, or when there is nothing to judge.
	 */
	{ kind: 'handed-in'; submission: HandInReceipt; toJudge: string | null } | { kind: 'refused'; reason: HandInRefusal };

type SubmissionRow = typeof submission.$inferSelect;
type HandInRow = Pick<SubmissionRow, 'id' | 'turn' | 'state' | 'handedInAt'>;

/** Columns of known submissions with which a hand-in is compared. The files are left out, because they are large. */
const COMPARED_SUBMISSION_COLUMNS = {
	id: submission.id,
	assignmentId: submission.assignmentId,
	workId: submission.workId,
	versionId: submission.versionId,
	turn: submission.turn,
	state: submission.state,
	programHash: submission.programHash,
	steps: submission.steps,
	decisions: submission.decisions,
	handedInAt: submission.handedInAt
};

/** Queues a submission for judging within the hand-in's transaction. */
export type EnqueueForJudging = (submissionId: string, challengeHash: string, within: Database) => Promise<void>;

const refuseHandIn = (reason: HandInRefusal): HandInResult => ({ kind: 'refused', reason });

/**
 * Hands in a version, queues it for the judge and notifies the watchers. A repeated request, as from a double click or a second tab,
 * changes nothing. An assignment or work that the account may not see is refused as absent.
 */
export async function handIn(
	database: Database,
	account: string,
	assignmentId: string,
	sent: SentHandIn,
	enqueue: EnqueueForJudging,
	now = new Date()
): Promise<HandInResult> {
	return database.transaction(async (transaction) => {
		await lockSubmissionId(transaction, sent.id);
		// A whole class hands in at once, so one query reads as much as possible.
		const [row] = await transaction
			.select({ ownWork: work, targetAssignment: assignment, member: membership.id })
			.from(work)
			.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
			.innerJoin(assignment, eq(assignment.id, assignmentId))
			.innerJoin(membership, and(eq(membership.classId, assignment.classId), eq(membership.accountId, account)))
			.where(eq(work.id, sent.work))
			// Lock the work, so that two tabs that hand in at once run one after the other.
			.for('update', { of: work });
		if (!row || !isAssignedTo(row.targetAssignment, row.member)) return refuseHandIn('absent');
		const { ownWork, targetAssignment, member } = row;

		const isOfWork = and(eq(submission.assignmentId, assignmentId), eq(submission.workId, sent.work));
		const knownSubmissions = await transaction
			.select({ ...COMPARED_SUBMISSION_COLUMNS, storedAt: version.storedAt })
			.from(submission)
			.innerJoin(version, eq(version.id, submission.versionId))
			.where(or(eq(submission.id, sent.id), isOfWork))
			// Lock the rows in the same order in which a removal from the class deletes them, against deadlocks.
			.orderBy(submission.turn)
			.for('update', { of: submission });
		const repeatedSubmission = knownSubmissions.find(({ id }) => id === sent.id);
		if (repeatedSubmission)
			return repeatedSubmission.workId === sent.work && repeatedSubmission.assignmentId === assignmentId
				? repeatedHandInResult(repeatedSubmission)
				: refuseHandIn('absent');
		if (await isSubmissionWithdrawn(transaction, sent.id)) return refuseHandIn('withdrawn');
		const phase = assignmentPhaseOf(targetAssignment, now);
		if (phase === 'ahead') return refuseHandIn('absent');
		if (phase === 'closed') return refuseHandIn('closed');
		const boundWorkId = await findBoundWorkId(transaction, assignmentId, member);
		if (boundWorkId !== sent.work || !isWorkForAssignment(targetAssignment, ownWork)) return refuseHandIn('other-work');

		const [frozenVersion] = await transaction
			.select()
			.from(version)
			.where(and(eq(version.id, sent.version), eq(version.workId, sent.work)));
		if (!frozenVersion) return refuseHandIn('version');
		if (findSizeExcess(frozenVersion.files)) return refuseHandIn('too-large');
		const programHash = hashOfFiles(frozenVersion.files);
		const decisions = await mapDecisionsToMemberships(transaction, targetAssignment.classId, frozenVersion.decisions);

		const submissionBefore = knownSubmissions.at(-1);
		let turn = 1;
		if (submissionBefore) {
			turn = submissionBefore.turn;
			if (isOpenSubmissionState(submissionBefore.state)) {
				const isSame =
					submissionBefore.programHash === programHash &&
					toComparableText(submissionBefore.decisions) === toComparableText(decisions) &&
					toComparableText([...readExamplesByStep(submissionBefore.steps)]) ===
						toComparableText([...readExamplesByStep(frozenVersion.steps)]);
				if (isSame) return repeatedHandInResult(submissionBefore);
				if (!isSubmissionActAllowed(submissionBefore.state, 'take-back')) return refuseHandIn('in-review');
				if (![sent.replaces, ...(sent.orReplaces ?? [])].includes(submissionBefore.id)) return refuseHandIn('waiting');
				await withdrawSubmission(transaction, submissionBefore);
			} else {
				if (sent.version === submissionBefore.versionId) return refuseHandIn('unchanged');
				if (frozenVersion.storedAt < submissionBefore.storedAt) return refuseHandIn('older');
				turn += 1;
			}
		}

		const { challengeHash } = targetAssignment;
		const [madeSubmission] = await transaction
			.insert(submission)
			.values({
				id: sent.id,
				assignmentId,
				workId: sent.work,
				versionId: sent.version,
				members: await membershipsOfAuthors(transaction, targetAssignment.classId, sent.work),
				turn,
				state: 'handed-in',
				files: frozenVersion.files,
				programHash,
				steps: frozenVersion.steps,
				decisions,
				prediction: await buildPrediction(transaction, challengeHash, sent),
				browserReport: sent.report,
				handedInAt: now,
				updatedAt: now
			})
			.returning();
		if (!madeSubmission) throw new Error('A submission was not stored.');
		if (challengeHash !== null) await enqueue(madeSubmission.id, challengeHash, transaction);
		await publishEvent(transaction, 'submission.changed', { assignmentId, submissionId: madeSubmission.id });
		return { kind: 'handed-in', submission: handInReceiptOf(madeSubmission), toJudge: challengeHash };
	});
}

/** Locks this submission id for hand-in and take-back until the transaction ends. */
export async function lockSubmissionId(transaction: Database, id: string): Promise<void> {
	await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
}

/** Deletes a submission and keeps only its id, which can never be handed in again. */
export async function withdrawSubmission(
	transaction: Database,
	{ id, assignmentId }: Pick<SubmissionRow, 'id' | 'assignmentId'>
) {
	await transaction.insert(withdrawal).values({ submissionId: id, assignmentId }).onConflictDoNothing();
	await transaction.delete(submission).where(eq(submission.id, id));
	await publishEvent(transaction, 'submission.changed', { assignmentId, submissionId: id });
}

function handInReceiptOf({ id, turn, state, handedInAt }: HandInRow): HandInReceipt {
	return { id, turn, state, handedInAt: handedInAt.getTime() };
}

const repeatedHandInResult = (repeatedSubmission: HandInRow): HandInResult => ({
	kind: 'handed-in',
	submission: handInReceiptOf(repeatedSubmission),
	toJudge: null
});

async function isSubmissionWithdrawn(transaction: Database, id: string): Promise<boolean> {
	const withdrawals = await transaction.select().from(withdrawal).where(eq(withdrawal.submissionId, id));
	return withdrawals.length > 0;
}

function isWorkForAssignment(
	{ challengeId }: Pick<typeof assignment.$inferSelect, 'challengeId'>,
	{ kind, challenge }: Pick<typeof work.$inferSelect, 'kind' | 'challenge'>
): boolean {
	return challengeId === null ? kind === 'project' : kind === 'challenge' && challenge?.id === challengeId;
}
