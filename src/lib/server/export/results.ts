/** Results are exported with pseudonyms and without names. */
import { studentAssignmentStateOf } from '#lib/domain/assignment.ts';
import {
	WORKS_PER_EXPORT_PART,
	type AssignmentResults,
	type HandedInWork,
	type StudentAssignmentResult,
	type ExportedReview
} from '#lib/wire/results.ts';
import { mergePairRows, type ProgressRow } from '#lib/domain/progress.ts';
import { assignmentsOfClass } from '#lib/server/assignments/assignment-queries.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { listSentReviewsByWork, type SentReviewOfTurn } from '#lib/server/reviews/review-queries.ts';
import { readBoardRows } from '#lib/server/board/board-rows.ts';
import {
	listNewestSubmissions,
	findSubmission,
	type SubmissionSummary
} from '#lib/server/submissions/submission-queries.ts';

/**
 * Returns the assignments of a class, oldest first, each with the results of all students, or of `memberId` only. The caller must
 * have demanded `class.export`.
 */
export async function listAssignmentResultsOfClass(
	database: Database,
	classId: string,
	memberId?: string
): Promise<AssignmentResults[]> {
	const assignments = (await assignmentsOfClass(database, classId)).reverse();
	const assignmentResults: AssignmentResults[] = [];
	// Read one assignment at a time, to use one connection and not hold all verdicts in memory.
	for (const { id, title, dueAt, rubric, subject } of assignments) {
		// Read all rows even for one student, because a pair's progress is in the first student's row.
		const rows = await readBoardRows(database, id);
		const heads = await listNewestSubmissions(database, id);
		const reviews = await listSentReviewsByWork(database, id);
		const pinnedOutline = await findPinnedChallengeOutline(
			database,
			subject.kind === 'challenge' ? subject.hash : null
		);
		const steps = pinnedOutline?.steps.map((step) => step.id) ?? [];
		const mergedRows = mergePairRows(rows);
		const wantedRows = rows.filter(({ members: [{ id }] }) => memberId === undefined || id === memberId);
		assignmentResults.push({
			id,
			title,
			dueAt: dueAt?.getTime() ?? null,
			rubric,
			decision: pinnedOutline ? { titles: pinnedOutline.decision.titles, values: pinnedOutline.decision.values } : null,
			results: wantedRows.map((row) =>
				resultOfStudent(row, findRowWithProgress(row, mergedRows), heads, reviews, steps)
			),
			works: heads.length
		});
	}
	return assignmentResults;
}

/** Returns the row that holds a student's progress; for a pair's second student, the row that the pair shares. */
function findRowWithProgress(row: ProgressRow, mergedRows: readonly ProgressRow[]): ProgressRow {
	if (mergedRows.includes(row)) return row;
	return mergedRows.find(({ members }) => members[1]?.id === row.members[0].id) ?? row;
}

function resultOfStudent(
	{ members: [{ id: member }] }: ProgressRow,
	{ progress }: ProgressRow,
	heads: readonly SubmissionSummary[],
	reviews: ReadonlyMap<string, SentReviewOfTurn[]>,
	steps: readonly string[]
): StudentAssignmentResult {
	// A student may have two works, for example after a pair has parted: take the work that was handed in later.
	const head = heads.findLast(({ members }) => members.includes(member));
	const { tally = null, caughtCount = null } = head?.verdict ?? {};
	return {
		member,
		state: studentAssignmentStateOf(head?.state, progress !== null),
		steps: { done: steps.filter((id) => progress?.done.includes(id)).length, of: steps.length },
		handedIn: head ? { turn: head.turn, at: head.handedInAt.getTime(), tally, caught: caughtCount } : null,
		reviews: (head && reviews.get(head.workId)?.map(toExportedReview)) ?? []
	};
}

const toExportedReview = ({ comment, rubric, lines, turn }: SentReviewOfTurn): ExportedReview => ({
	turn,
	comment,
	rubric,
	lines: lines.map(({ id, file, line, text }) => ({ id, file, line, text }))
});

/** One submission per work. The caller must have demanded `class.export`. */
export async function readPartOfHandedInWorks(
	database: Database,
	classId: string,
	assignmentId: string,
	skippedCount: number
): Promise<HandedInWork[]> {
	const pseudonyms = new Map(
		(await listStudentsOfClass(database, classId)).map(({ membership, pseudonym }) => [membership, pseudonym])
	);
	const heads = (await listNewestSubmissions(database, assignmentId)).slice(
		skippedCount,
		skippedCount + WORKS_PER_EXPORT_PART
	);
	const reviews = await listSentReviewsByWork(database, assignmentId);
	const works: HandedInWork[] = [];
	for (const { id, workId, members, turn } of heads) {
		const submission = await findSubmission(database, assignmentId, id);
		// The student took the submission back after the list was read.
		if (!submission) continue;
		works.push({
			id,
			authors: members.flatMap((member) => pseudonyms.get(member) ?? []),
			turn,
			files: submission.files,
			decisions: Object.entries(submission.decisions).map(([member, { option, values = {}, position }]) => ({
				author: pseudonyms.get(member) ?? '',
				option,
				values,
				position
			})),
			reviews: reviews.get(workId)?.map(toExportedReview) ?? []
		});
	}
	return works;
}
