import { and, eq, lt, desc } from 'drizzle-orm';
import type { Assignment } from '#lib/domain/assignment.ts';
import type { QueuedSubmission, SubmissionForReview } from '#lib/wire/review.ts';
import type { BoardMember } from '#lib/domain/progress.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, submission, version, work } from '#lib/server/db/schema/index.ts';
import { listNewestSubmissions, findSubmission } from '#lib/server/submissions/submission-queries.ts';
import { buildVerdictView } from './submission-view.ts';
import { findReview } from './review-queries.ts';

/** Returns each work's newest submission, oldest hand-in first. The caller must have demanded access to the assignment. */
export async function reviewQueueOfAssignment(
	database: Database,
	{ id, classId }: Pick<Assignment, 'id' | 'classId'>
): Promise<QueuedSubmission[]> {
	const members = await membersOfClass(database, classId);
	const newestHeads = await listNewestSubmissions(database, id);
	return newestHeads.map(({ id, members: made, turn, state, shown, handedInAt, verdict }) => ({
		id,
		members: made.flatMap((member) => members.get(member) ?? []),
		turn,
		state,
		shown,
		handedInAt: handedInAt.getTime(),
		tally: verdict?.tally ?? null,
		caught: verdict?.caughtCount ?? null,
		broken: verdict?.loadProblem ? (verdict.loadProblem.kind === 'too-large' ? 'too-large' : 'other') : null
	}));
}

export async function findSubmissionForReview(
	database: Database,
	{ id: assignmentId, classId, subject }: Pick<Assignment, 'id' | 'classId' | 'subject'>,
	id: string
): Promise<SubmissionForReview | undefined> {
	const storedSubmission = await findSubmission(database, assignmentId, id);
	if (!storedSubmission) return undefined;
	const members = await membersOfClass(database, classId);
	const { turn, state, shown, handedInAt, files, steps, decisions, prediction, browserReport, verdict, turns } =
		storedSubmission;
	const [made] = await database
		.select({ language: work.language, project: version.project })
		.from(submission)
		.innerJoin(work, eq(work.id, submission.workId))
		.innerJoin(version, eq(version.id, submission.versionId))
		.where(eq(submission.id, id));
	return {
		id,
		members: storedSubmission.members.flatMap((member) => members.get(member) ?? []),
		turn,
		state,
		shown,
		handedInAt: handedInAt.getTime(),
		newest: turns.every((other) => other.turn <= turn),
		language: made?.language ?? 'fr',
		files,
		before: await findPreviousTurn(database, assignmentId, storedSubmission.workId, turn),
		turns: turns.map(({ id, turn }) => ({ id, turn })),
		steps,
		project: made?.project ?? null,
		decisions,
		prediction,
		returned: verdict?.returnedValue ?? null,
		browserReport,
		verdict: verdict && (await buildVerdictView(database, verdict, subject.kind === 'challenge' ? subject.hash : null)),
		review: (await findReview(database, id)) ?? null
	};
}

async function membersOfClass(database: Database, classId: string): Promise<Map<string, BoardMember>> {
	const rows = await database
		.select({ id: membership.id, pseudonym: membership.pseudonym, key: membership.pseudonymKey })
		.from(membership)
		.where(eq(membership.classId, classId));
	return new Map(rows.map((row) => [row.id, row]));
}

async function findPreviousTurn(
	database: Database,
	assignmentId: string,
	workId: string,
	turn: number
): Promise<SubmissionForReview['before']> {
	const [previousSubmission] = await database
		.select({ turn: submission.turn, files: submission.files, decisions: submission.decisions })
		.from(submission)
		.where(and(eq(submission.assignmentId, assignmentId), eq(submission.workId, workId), lt(submission.turn, turn)))
		.orderBy(desc(submission.turn))
		.limit(1);
	return previousSubmission ?? null;
}
