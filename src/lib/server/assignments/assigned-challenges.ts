/** Finds the challenges of a student's open assignments, each with the assignment to open instead of the challenge. */
import { groupAssignments } from '#lib/domain/own-assignments.ts';
import type { Person } from '#lib/domain/person.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignmentsOfStudent } from './assignment-queries.ts';

export type AssignedChallenges = Record<string, { assignment: string; className: string }>;

/** Returns, by challenge id, the student's most urgent open assignment. The result is empty for people who are not students. */
export async function listAssignedChallenges(
	database: Database,
	person: Person | null,
	now: Date
): Promise<AssignedChallenges> {
	if (person?.role !== 'student') return {};
	const ownAssignments = await assignmentsOfStudent(database, person.id, now);
	const { open } = groupAssignments(
		ownAssignments.map(({ assignment, ...row }) => ({ ...assignment, ...row })),
		now
	);
	const challenges: AssignedChallenges = {};
	for (const { id, subject, className } of open)
		if (subject.kind === 'challenge') challenges[subject.id] ??= { assignment: id, className };
	return challenges;
}
