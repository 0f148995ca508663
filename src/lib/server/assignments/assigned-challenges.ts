/** Finds the challenges of a student's open assignments, each with the assignment to open instead of the challenge. */
import { groupOwnAssignments } from '#lib/domain/assignment.ts';
import type { Person } from '#lib/domain/access.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignmentsOfStudent } from './assignment-queries.ts';

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
