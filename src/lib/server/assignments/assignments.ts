/** Creates, changes, closes, reopens and removes assignments; require-assignment.ts checks permission first. */
import { and, eq, notExists, sql, desc, inArray } from 'drizzle-orm';
import {
	type Assignment,
	type AssignmentForm,
	type AssignmentSubject,
	readAssignmentForm
} from '#lib/domain/assignment.ts';
import { newId, isStudioId } from '#lib/domain/identity.ts';
import { rubricOfChallenge, type Rubric, rubricInLanguage } from '#lib/domain/rubric.ts';
import { hasSeparableCatchStep } from '#lib/server/content/catch-lesson.ts';
import { findOrStoreCatchLesson, loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, assignmentRemoval, submission, challengePackage } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { findCatalogueChallenge } from '#lib/server/studio/catalogue/catalogue.ts';
import { findOwnPublishedChallenge } from '#lib/server/studio/publications.ts';
import type { Language } from '#lib/domain/language.ts';
import { localTimeZone, parseTimeZone } from '#lib/domain/dates.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';

interface LastAssignedVersion {
	assignment: string;
	classId: string;
	challenge: string;
	version: string;
}

export async function listLastAssignedVersions(
	database: Database,
	classes: string[],
	challenges: string[]
): Promise<LastAssignedVersion[]> {
	const rows = await database
		.select({
			assignment: assignment.id,
			classId: assignment.classId,
			challenge: challengePackage.id,
			version: challengePackage.version
		})
		.from(assignment)
		.innerJoin(challengePackage, eq(challengePackage.hash, assignment.challengeHash))
		.where(and(inArray(assignment.classId, classes), inArray(challengePackage.id, challenges)))
		.orderBy(desc(assignment.createdAt));
	const isSameClassAndChallenge = (one: LastAssignedVersion, other: LastAssignedVersion) =>
		one.classId === other.classId && one.challenge === other.challenge;
	return rows.filter((row, index) => rows.findIndex((other) => isSameClassAndChallenge(row, other)) === index);
}

interface AssignmentFormContext {
	classId: string;
	subject: AssignmentSubject['kind'];
	rubric: Rubric;
	language: Language;
}

export async function readSubmittedAssignmentForm(
	database: Database,
	data: FormData,
	{ classId, subject, rubric, language }: AssignmentFormContext
) {
	const students = (await listStudentsOfClass(database, classId)).map(({ membership }) => membership);
	// Without a script the browser sends no time zone: dates are then read in the server's zone.
	const zone = parseTimeZone(data.get('zone')) ?? localTimeZone();
	const result = readAssignmentForm(data, { subject, students, rubric, language, zone });
	if (result.kind === 'form') return result;
	const { problems, typed } = result;
	return { kind: 'wrong' as const, problems, typed: { ...typed, rubric: rubricInLanguage(typed.rubric, language) } };
}

export type AssignedChallengePart = 'whole' | 'catch';

interface AssignableChallenge {
	subject: Extract<AssignmentSubject, { kind: 'challenge' }>;
	title: Assignment['title'];
	rubric: Rubric;
	hasCatchStep: boolean;
}

/** Undefined without such a challenge or part. Until it is in the catalogue, only its maker assigns a studio challenge. */
export async function findAssignableChallenge(
	database: Database,
	challengeId: string,
	teacher: string,
	part: AssignedChallengePart = 'whole'
): Promise<AssignableChallenge | undefined> {
	const challenge = isStudioId(challengeId)
		? ((await findOwnPublishedChallenge(database, teacher, challengeId)) ??
			(await findCatalogueChallenge(database, challengeId)))
		: await findChallenge(challengeId);
	const privatePart = challenge && (await loadPrivatePart(challenge.hash, database));
	if (!challenge || !privatePart) return undefined;
	const assignedPackage = part === 'catch' ? await findOrStoreCatchLesson(database, challenge) : challenge;
	if (assignedPackage === undefined) return undefined;
	return {
		subject: { kind: 'challenge', id: assignedPackage.id, hash: assignedPackage.hash },
		title: { fr: assignedPackage.text.fr.title, en: assignedPackage.text.en.title },
		// A step "catch" alone gets no rubric, because the author's rubric is about the program and the decision.
		rubric: part === 'catch' ? [] : rubricOfChallenge(privatePart.teacher),
		hasCatchStep: hasSeparableCatchStep(challenge)
	};
}

interface NewAssignment {
	classId: string;
	subject: AssignmentSubject;
	form: AssignmentForm;
	teacher: string;
}

export async function createAssignment(
	database: Database,
	{ classId, subject, form, teacher }: NewAssignment,
	now: Date
): Promise<string> {
	const id = newId();
	const pinnedColumns = subject.kind === 'challenge' ? { challengeId: subject.id, challengeHash: subject.hash } : {};
	await database
		.insert(assignment)
		.values({ id, classId, ...pinnedColumns, ...form, createdBy: teacher, createdAt: now });
	return id;
}

export async function changeAssignment(database: Database, id: string, form: AssignmentForm): Promise<void> {
	await database.update(assignment).set(form).where(eq(assignment.id, id));
	await publishEvent(database, 'assignment.changed', { assignmentId: id });
}

/** Closes an assignment for hand-ins. Existing submissions stay and can still be reviewed. */
export async function closeAssignment(database: Database, id: string, now: Date): Promise<void> {
	await database
		.update(assignment)
		.set({
			closedAt: sql`coalesce(${assignment.closedAt}, ${now.toISOString()}::timestamptz)`,
			debateSince: null,
			debateClosedAt: sql`case when ${assignment.debateSince} is null then ${assignment.debateClosedAt}
				else coalesce(${assignment.debateClosedAt}, ${now.toISOString()}::timestamptz) end`
		})
		.where(eq(assignment.id, id));
	await publishEvent(database, 'assignment.changed', { assignmentId: id });
}

export async function reopenAssignment(database: Database, id: string): Promise<void> {
	await database.update(assignment).set({ closedAt: null }).where(eq(assignment.id, id));
	await publishEvent(database, 'assignment.changed', { assignmentId: id });
}

/** Removes an assignment without submissions. Returns false when something was handed in: then it can only be closed. */
export async function removeAssignment(database: Database, id: string): Promise<boolean> {
	const submissionsOfAssignment = database
		.select({ id: submission.id })
		.from(submission)
		.where(eq(submission.assignmentId, id));
	const isRemoved = await database.transaction(async (transaction) => {
		// Lock in a statement of its own, so that the next statement sees a submission that was handed in while this one waited.
		await transaction.select({ id: assignment.id }).from(assignment).where(eq(assignment.id, id)).for('update');
		const removedRows = await transaction
			.delete(assignment)
			.where(and(eq(assignment.id, id), notExists(submissionsOfAssignment)))
			.returning({ assignmentId: assignment.id, classId: assignment.classId });
		if (removedRows.length > 0) await transaction.insert(assignmentRemoval).values(removedRows).onConflictDoNothing();
		return removedRows.length > 0;
	});
	await publishEvent(database, 'assignment.changed', { assignmentId: id });
	return isRemoved;
}
