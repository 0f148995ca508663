import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { compareVerdictChecks, type CheckDifference } from '#lib/domain/verdict.ts';
import type { Assignment, AssignmentSubject } from '#lib/domain/assignment.ts';
import type { Person } from '#lib/domain/access.ts';
import { isCatchLesson } from '#lib/server/content/catch-lesson.ts';
import { findOrStoreCatchLesson } from '#lib/server/content/load-private-part.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, submission, verdict } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { findChallengeToOpen, RELATIONS_ALLOWING_SOLUTION } from '#lib/server/studio/open-challenge.ts';
import type { EnqueueForJudging } from './hand-in.ts';
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
	const latestVersion = await findChallengeToOpen(database, teacher, subject.id, RELATIONS_ALLOWING_SOLUTION);
	if (latestVersion === undefined) return null;
	const assignedPackage = await findPackage(database, subject.hash);
	const isCatchLessonOnly =
		assignedPackage !== undefined && isCatchLesson(assignedPackage) && !isCatchLesson(latestVersion);
	const offeredVersion = isCatchLessonOnly ? await findOrStoreCatchLesson(database, latestVersion) : latestVersion;
	return offeredVersion && offeredVersion.hash !== subject.hash
		? { hash: offeredVersion.hash, version: offeredVersion.version }
		: null;
}

export interface ComparedVersions {
	olderHash: string;
	newer: NewerVersion;
	/** Whether the class already has the newer version, so that only earlier submissions are compared. */
	isAssigned: boolean;
	hasOlderCounting: boolean;
}

/**
 * Returns the versions to compare: the assigned one with a newer one, else an earlier one by which submissions still count with the
 * assigned one; null when there is nothing to compare.
 */
export async function findComparedVersions(
	database: Database,
	teacher: Person,
	{ id, subject }: Pick<Assignment, 'id' | 'subject'>
): Promise<ComparedVersions | null> {
	if (subject.kind === 'project') return null;
	const newer = await findNewerAssignableVersion(database, teacher, subject);
	if (newer) return { olderHash: subject.hash, newer, isAssigned: false, hasOlderCounting: true };
	const newestSubmissions = await newestSubmissionsOf(database, id);
	const [earlier] = await database
		.select({ hash: verdict.challengeHash, counts: verdict.counts })
		.from(verdict)
		.where(
			and(
				ne(verdict.challengeHash, subject.hash),
				inArray(
					verdict.submissionId,
					newestSubmissions.map(({ id: submissionId }) => submissionId)
				)
			)
		)
		.orderBy(desc(verdict.counts), desc(verdict.judgedAt))
		.limit(1);
	if (!earlier) return null;
	const version = (await findPackage(database, subject.hash))?.version ?? '';
	const newerVersion = { hash: subject.hash, version };
	return { olderHash: earlier.hash, newer: newerVersion, isAssigned: true, hasOlderCounting: earlier.counts };
}

/** Verdicts that count stay the same; later hand-ins are judged by the newer version. */
export async function assignNewerVersion(database: Database, assignmentId: string, hash: string): Promise<void> {
	await database.update(assignment).set({ challengeHash: hash }).where(eq(assignment.id, assignmentId));
	await publishEvent(database, 'assignment.changed', { assignmentId });
}

export interface Rejudgement {
	submissionId: string;
	members: string[];
	turn: number;
	/** The verdict that counts, whichever version of the challenge it judged by; null when there is none yet. */
	effectiveVerdict: StoredVerdict | null;
	/** The verdict by the older version; null when there is none. */
	verdictOfOlder: StoredVerdict | null;
	/** The verdict by the newer version; null until there is one. */
	verdictOfNewer: StoredVerdict | null;
	differences: CheckDifference[];
}

export async function listRejudgements(
	database: Database,
	assignmentId: string,
	{ olderHash, newer }: Pick<ComparedVersions, 'olderHash' | 'newer'>
): Promise<Rejudgement[]> {
	const newestSubmissions = await newestSubmissionsOf(database, assignmentId);
	return Promise.all(
		newestSubmissions.map(async ({ id: submissionId, members, turn }) => {
			const verdicts = await listVerdictsOfSubmission(database, submissionId);
			const effectiveVerdict = verdicts.find(({ isEffective }) => isEffective) ?? null;
			const verdictOfOlder = verdicts.findLast(({ challengeHash }) => challengeHash === olderHash) ?? null;
			const verdictOfNewer = verdicts.findLast(({ challengeHash }) => challengeHash === newer.hash) ?? null;
			const differences =
				verdictOfOlder && verdictOfNewer ? compareVerdictChecks(verdictOfOlder.verdict, verdictOfNewer.verdict) : [];
			return { submissionId, members, turn, effectiveVerdict, verdictOfOlder, verdictOfNewer, differences };
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
	enqueue: EnqueueForJudging
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
