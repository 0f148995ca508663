import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import {
	isAssignedTo,
	studentAssignmentStateOf,
	type Assignment,
	type StudentAssignmentState,
	groupOwnAssignments
} from '#lib/domain/assignment.ts';
import { LATEST_PROGRESS_FIRST } from '#lib/server/board/bind-work.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	challengePackage,
	membership,
	schoolClass,
	progress,
	review,
	submission,
	verdict
} from '#lib/server/db/schema/index.ts';
import {
	earlierVerdictCondition,
	assignmentFromRow,
	assignmentColumns,
	assignedPackageCondition
} from './assignment-rows.ts';
import type { Person } from '#lib/domain/access.ts';

export type AssignmentByChallenge = Record<string, { assignment: string; className: string }>;

/** Returns, by challenge id, the student's most urgent open assignment. The result is empty for people who are not students. */
export async function findAssignmentsByChallenge(
	database: Database,
	person: Person | null,
	now: Date
): Promise<AssignmentByChallenge> {
	if (person?.role !== 'student') return {};
	const ownAssignments = await assignmentsOfStudent(database, person.id, now);
	const { open } = groupOwnAssignments(
		ownAssignments.map(({ assignment, ...row }) => ({ ...assignment, ...row })),
		now
	);
	const challenges: AssignmentByChallenge = {};
	for (const { id, subject, className } of open)
		if (subject.kind === 'challenge') challenges[subject.id] ??= { assignment: id, className };
	return challenges;
}

export async function findAssignment(database: Database, id: string): Promise<Assignment | undefined> {
	const [row] = await database
		.select(assignmentColumns)
		.from(assignment)
		.leftJoin(challengePackage, assignedPackageCondition)
		.where(eq(assignment.id, id));
	return row && assignmentFromRow(row);
}

export interface ListedAssignment extends Assignment {
	students: number;
	/** The number of works whose newest submission waits for the teacher. */
	waitingCount: number;
}

export async function assignmentsOfClass(database: Database, classId: string): Promise<ListedAssignment[]> {
	const rows = await database
		.select(assignmentColumns)
		.from(assignment)
		.leftJoin(challengePackage, assignedPackageCondition)
		.where(eq(assignment.classId, classId))
		.orderBy(desc(assignment.createdAt));
	const ids = rows.map(({ id }) => id);
	const [all] = await database.select({ students: count() }).from(membership).where(eq(membership.classId, classId));
	const newestSubmission = database
		.selectDistinctOn([submission.assignmentId, submission.workId], {
			assignmentId: submission.assignmentId,
			state: submission.state
		})
		.from(submission)
		.where(inArray(submission.assignmentId, ids))
		.orderBy(submission.assignmentId, submission.workId, desc(submission.turn))
		.as('newest');
	const waitingCounts = await database
		.select({ id: newestSubmission.assignmentId, waitingCount: count() })
		.from(newestSubmission)
		.where(inArray(newestSubmission.state, ['handed-in', 'judged', 'in-review']))
		.groupBy(newestSubmission.assignmentId);
	return rows.map((row) => {
		const listedAssignment = assignmentFromRow(row);
		return {
			...listedAssignment,
			students: listedAssignment.members?.length ?? all?.students ?? 0,
			waitingCount: waitingCounts.find(({ id }) => id === row.id)?.waitingCount ?? 0
		};
	});
}

export interface OwnAssignmentRow {
	assignment: Assignment;
	className: string;
	membership: string;
	state: StudentAssignmentState;
	/** When the review of the newest submission was sent; null while none was sent. */
	answeredAt: Date | null;
	/** When another version of the challenge checked the newest submission again, and its verdict counts; else null. */
	rejudgedAt: Date | null;
	/** Id of the student's work for the assignment; null until the student began. */
	workId: string | null;
}

/**
 * Lists the assignments that are or were open for a student, in no particular order. Assignments that open later stay hidden. In an
 * archived class all are closed, and only those on which the student has worked are listed.
 */
export async function assignmentsOfStudent(
	database: Database,
	student: string,
	now: Date
): Promise<OwnAssignmentRow[]> {
	const rows = await database
		.select({
			assignment: assignmentColumns,
			membership: membership.id,
			className: schoolClass.name,
			archivedAt: schoolClass.archivedAt
		})
		.from(membership)
		.innerJoin(schoolClass, eq(schoolClass.id, membership.classId))
		.innerJoin(assignment, eq(assignment.classId, membership.classId))
		.leftJoin(challengePackage, assignedPackageCondition)
		.where(
			and(
				eq(membership.accountId, student),
				or(isNull(assignment.opensAt), sql`${assignment.opensAt} <= ${now.toISOString()}::timestamptz`)
			)
		)
		.orderBy(asc(assignment.createdAt));
	const ownRows = rows
		.map((row) => ({ ...row, assignment: assignmentFromRow(row.assignment) }))
		.filter((row) => isAssignedTo(row.assignment, row.membership));
	const progressRows = await listProgress(database, ownRows);
	const submissionStates = await listNewestSubmissionStates(database, ownRows);
	return ownRows.flatMap(({ assignment, membership, className, archivedAt }) => {
		const isRowOfMember = (row: { assignmentId: string; members: (string | null)[] }) =>
			row.assignmentId === assignment.id && row.members.includes(membership);
		const workId = progressRows.find(isRowOfMember)?.workId ?? null;
		const newestSubmission = submissionStates.find(isRowOfMember);
		const state = studentAssignmentStateOf(newestSubmission?.state, workId !== null);
		if (archivedAt !== null && state === 'not-begun') return [];
		return {
			assignment: { ...assignment, closedAt: assignment.closedAt ?? archivedAt },
			className,
			membership,
			workId,
			state,
			answeredAt: newestSubmission?.answeredAt ?? null,
			rejudgedAt: newestSubmission?.isRejudged === true ? newestSubmission.judgedAt : null
		};
	});
}

type AssignmentAndMembership = Pick<OwnAssignmentRow, 'assignment' | 'membership'>;

async function listProgress(database: Database, ownRows: readonly AssignmentAndMembership[]) {
	const memberIds = ownRows.map(({ membership }) => membership);
	const rows = await database
		.select()
		.from(progress)
		.where(
			and(
				inArray(progress.assignmentId, idsOfAssignments(ownRows)),
				or(inArray(progress.membershipId, memberIds), inArray(progress.withMember, memberIds))
			)
		)
		.orderBy(...LATEST_PROGRESS_FIRST);
	return rows.map((row) => ({ ...row, members: [row.membershipId, row.withMember] }));
}

/**
 * Lists submission states, the latest hand-in first. Time decides and not the turn, because a student whose pair parted may
 * have two works, each with its own turns.
 */
async function listNewestSubmissionStates(database: Database, ownRows: readonly AssignmentAndMembership[]) {
	if (ownRows.length === 0) return [];
	return database
		.select({
			assignmentId: submission.assignmentId,
			members: submission.members,
			state: submission.state,
			answeredAt: review.sentAt,
			judgedAt: verdict.judgedAt,
			isRejudged: earlierVerdictCondition(database)
		})
		.from(submission)
		.leftJoin(review, eq(review.submissionId, submission.id))
		.leftJoin(verdict, and(eq(verdict.submissionId, submission.id), eq(verdict.counts, true)))
		.where(
			and(
				inArray(submission.assignmentId, idsOfAssignments(ownRows)),
				sql`${submission.members} ?| array[${sql.join(
					ownRows.map(({ membership }) => sql`${membership}`),
					sql`, `
				)}]::text[]`
			)
		)
		.orderBy(desc(submission.handedInAt), desc(submission.turn));
}

/** The queries above filter by assignment as well as by member, because no index finds rows by member. */
const idsOfAssignments = (ownRows: readonly AssignmentAndMembership[]): string[] =>
	ownRows.map(({ assignment }) => assignment.id);

/** Returns an assignment's titles: the teacher's own (empty when there is none) and the challenge's in every language. */
export async function listAssignmentTitles(
	database: Database,
	id: string
): Promise<{ own: string; challenge: string[] }> {
	const [row] = await database
		.select(assignmentColumns)
		.from(assignment)
		.leftJoin(challengePackage, assignedPackageCondition)
		.where(eq(assignment.id, id));
	return { own: row?.title ?? '', challenge: [row?.french, row?.english].filter((title) => typeof title === 'string') };
}

export async function hasSubmissions(database: Database, id: string): Promise<boolean> {
	const [firstSubmission] = await database
		.select({ id: submission.id })
		.from(submission)
		.where(eq(submission.assignmentId, id))
		.limit(1);
	return firstSubmission !== undefined;
}
