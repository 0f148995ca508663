/** Which challenges the classes of a student do just now: by challenge the assignment to open instead. */
import { arranged } from '../../domain/own-assignments.ts';
import type { Person } from '../../domain/person.ts';
import type { Database } from '../db/database.ts';
import { assignmentsOfStudent } from './assignment-queries.ts';

export type GivenChallenges = Record<string, { assignment: string; className: string }>;

/** Of two of one challenge the one that matters first. Nobody but a student is given any. */
export async function givenTo(database: Database, person: Person | null, now: Date): Promise<GivenChallenges> {
	if (person?.role !== 'student') return {};
	const own = await assignmentsOfStudent(database, person.id, now);
	const { open } = arranged(
		own.map(({ assignment, className, progress }) => ({ ...assignment, className, progress })),
		now
	);
	const given: GivenChallenges = {};
	for (const { id, subject, className } of open)
		if (subject.kind === 'challenge') given[subject.id] ??= { assignment: id, className };
	return given;
}
