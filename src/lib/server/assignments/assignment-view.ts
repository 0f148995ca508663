/** Builds a student's view of an assignment; before it opens, the view holds no note, rubric or subject. */
import { assignmentPhaseOf, type Assignment } from '#lib/domain/assignment.ts';
import {
	makeForEachLanguage,
	type StudentAssignment,
	type StudentAssignmentSubject
} from '#lib/wire/student-assignment.ts';
import { findClass } from '#lib/server/classes/classes.ts';
import { challengePartsOf } from '#lib/server/content/challenge-parts.ts';
import { openPinnedChallenge } from '#lib/server/content/version-extracts.ts';
import type { Database } from '#lib/server/db/database.ts';
import { findBoundWorkId } from '#lib/server/board/bind-work.ts';
import type { AssignedMember } from './require-assignment.ts';

export async function readStudentAssignment(
	database: Database,
	assignment: Assignment,
	member: AssignedMember,
	now: Date
): Promise<StudentAssignment> {
	const { id, classId, title, note, opensAt, dueAt, closedAt, debateSince, rubric } = assignment;
	const isAhead = assignmentPhaseOf(assignment, now) === 'ahead';
	return {
		id,
		title,
		note: isAhead ? '' : note,
		className: (await findClass(database, classId))?.name ?? '',
		opensAt: opensAt?.getTime() ?? null,
		dueAt: dueAt?.getTime() ?? null,
		closedAt: closedAt?.getTime() ?? null,
		debateSince: debateSince?.getTime() ?? null,
		rubric: isAhead ? [] : rubric,
		subject: isAhead ? null : await readAssignmentSubject(database, assignment),
		member,
		work: await findBoundWorkId(database, id, member.id)
	};
}

async function readAssignmentSubject(database: Database, { subject }: Assignment): Promise<StudentAssignmentSubject> {
	if (subject.kind === 'project') return subject;
	const challenge = await openPinnedChallenge(database, subject);
	if (!challenge) return { ...subject, parts: null };
	const parts = makeForEachLanguage((language) => {
		const { page, start, surroundings } = challengePartsOf(challenge, language);
		return { page: page.address, start: start.address, around: surroundings.address };
	});
	return { ...subject, parts };
}
