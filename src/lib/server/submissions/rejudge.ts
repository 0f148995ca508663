/** Judges submissions again with another version of their challenge, for the teacher to compare. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { compareVerdictChecks, type CheckDifference } from '#lib/domain/verdict.ts';
import type { AssignmentSubject } from '#lib/domain/assignment.ts';
import type { Person } from '#lib/domain/person.ts';
import { isCatchLesson } from '#lib/server/content/catch-lesson.ts';
import { findCatchLesson } from '#lib/server/content/find-catch-lesson.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import { submission, verdict } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { openChallenge, RELATIONS_TO_SOLUTION } from '#lib/server/studio/open-challenge.ts';
import type { EnqueueVerdict } from './hand-in.ts';
import { listVerdictsOfSubmission, type StoredVerdict } from './verdicts.ts';
import type { JudgingTask } from './verdict-queue.ts';

export interface NewerVersion {
	hash: string;
	version: string;
}

/** Returns the newest version of the challenge that this teacher may assign; null when that version is the assigned one. */
export async function findNewerAssignableVersion(
	database: Database,
	teacher: Person,
	subject: AssignmentSubject
): Promise<NewerVersion | null> {
	if (subject.kind === 'project') return null;
	const latestVersion = await openChallenge(database, teacher, subject.id, RELATIONS_TO_SOLUTION);
	if (latestVersion === undefined) return null;
	const assignedPackage = await findPackage(database, subject.hash);
	const isCatchLessonOnly =
		assignedPackage !== undefined && isCatchLesson(assignedPackage) && !isCatchLesson(latestVersion);
	const offeredVersion = isCatchLessonOnly ? await findCatchLesson(database, latestVersion) : latestVersion;
	return offeredVersion && offeredVersion.hash !== subject.hash
		? { hash: offeredVersion.hash, version: offeredVersion.version }
		: null;
}

export interface Rejudgement {
	submissionId: string;
	members: string[];
	turn: number;
	/** The verdict that counts, whichever version of the challenge it judged by; null when there is none yet. */
	effectiveVerdict: StoredVerdict | null;
	/** The verdict by the assigned version; null when there is none. */
	verdictOfAssigned: StoredVerdict | null;
	/** The verdict by the other version; null until there is one. */
	verdictOfOther: StoredVerdict | null;
	differences: CheckDifference[];
}

export async function listRejudgements(
	database: Database,
	{ id, hash }: { id: string; hash: string },
	otherHash: string
): Promise<Rejudgement[]> {
	const newestSubmissions = await newestSubmissionsOf(database, id);
	return Promise.all(
		newestSubmissions.map(async ({ id: submissionId, members, turn }) => {
			const verdicts = await listVerdictsOfSubmission(database, submissionId);
			const effectiveVerdict = verdicts.find(({ isEffective }) => isEffective) ?? null;
			const verdictOfAssigned = verdicts.findLast(({ challengeHash }) => challengeHash === hash) ?? null;
			const verdictOfOther = verdicts.findLast(({ challengeHash }) => challengeHash === otherHash) ?? null;
			const differences =
				verdictOfAssigned && verdictOfOther
					? compareVerdictChecks(verdictOfAssigned.verdict, verdictOfOther.verdict)
					: [];
			return { submissionId, members, turn, effectiveVerdict, verdictOfAssigned, verdictOfOther, differences };
		})
	);
}

/**
 * Queues the newest submission of each work that has no verdict by this version, and returns the queued submissions. The
 * verdicts that count stay the same.
 */
export async function enqueueRejudgements(
	database: Database,
	assignmentId: string,
	hash: string,
	enqueue: EnqueueVerdict
): Promise<JudgingTask[]> {
	return database.transaction(async (transaction) => {
		const newestSubmissions = await newestSubmissionsOf(transaction, assignmentId);
		const judgedRows = await transaction
			.select({ id: verdict.submissionId })
			.from(verdict)
			.where(
				and(
					eq(verdict.challengeHash, hash),
					inArray(
						verdict.submissionId,
						newestSubmissions.map(({ id }) => id)
					)
				)
			);
		const judgingTasks = newestSubmissions
			.filter(({ id }) => !judgedRows.some((one) => one.id === id))
			.map(({ id }) => ({ submissionId: id, challengeHash: hash }));
		for (const { submissionId } of judgingTasks) await enqueue(submissionId, hash, transaction);
		return judgingTasks;
	});
}

/** Makes this version's verdicts count for the given submissions, as the teacher decided, and returns how many changed. */
export async function makeVerdictsEffective(
	database: Database,
	assignmentId: string,
	hash: string,
	submissions: readonly string[]
): Promise<number> {
	return database.transaction(async (transaction) => {
		const newestSubmissions = await newestSubmissionsOf(transaction, assignmentId);
		const givenNewestIds = newestSubmissions.filter(({ id }) => submissions.includes(id)).map(({ id }) => id);
		const latestVerdicts = await transaction
			.selectDistinctOn([verdict.submissionId], { id: verdict.id, submissionId: verdict.submissionId })
			.from(verdict)
			.where(and(eq(verdict.challengeHash, hash), inArray(verdict.submissionId, givenNewestIds)))
			.orderBy(verdict.submissionId, desc(verdict.judgedAt));
		for (const { id, submissionId } of latestVerdicts) {
			// At most one verdict of a submission may count, so unset the old one first.
			await transaction.update(verdict).set({ counts: false }).where(eq(verdict.submissionId, submissionId));
			await transaction.update(verdict).set({ counts: true }).where(eq(verdict.id, id));
			await publishEvent(transaction, 'submission.changed', { assignmentId, submissionId });
		}
		return latestVerdicts.length;
	});
}

async function newestSubmissionsOf(database: Database, assignmentId: string) {
	return database
		.selectDistinctOn([submission.workId], {
			id: submission.id,
			members: submission.members,
			turn: submission.turn
		})
		.from(submission)
		.where(eq(submission.assignmentId, assignmentId))
		.orderBy(submission.workId, desc(submission.turn));
}
