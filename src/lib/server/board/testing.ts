import { storeTestClass, storeTestAssignment, type TestStudent } from '#lib/server/assignments/testing.ts';
import type { AssignmentSubject } from '#lib/domain/assignment.ts';
import { newId } from '#lib/domain/identity.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';

export interface TestLesson {
	classId: string;
	assignment: string;
	teacher: string;
	students: TestStudent[];
}

interface TestLessonOptions {
	students?: number;
	isForFirstStudent?: boolean;
	subject?: AssignmentSubject;
	opensAt?: Date;
}

/** Creates the assignment. Its students are called p00, p01 and so on. */
export async function storeTestLesson(database: Database, options: TestLessonOptions = {}): Promise<TestLesson> {
	const { students: count = 3, isForFirstStudent = false, subject = { kind: 'project' }, opensAt = null } = options;
	const pseudonyms = Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, '0')}`);
	const { id: classId, teacher, students } = await storeTestClass(database, pseudonyms);
	const members = isForFirstStudent ? students.slice(0, 1).map(({ member }) => member) : null;
	const assignment = await storeTestAssignment(database, { classId, teacher, subject, members, opensAt }, new Date());
	return { classId, assignment, teacher, students };
}

export async function storeTestSubmission(
	database: Database,
	{ assignment }: TestLesson,
	members: string[],
	state: (typeof schema.submission.$inferInsert)['state'],
	turn = 1
): Promise<string> {
	const [id, workId, versionId] = [newId(), newId(), newId()];
	await database
		.insert(schema.work)
		.values({ id: workId, format: 1, kind: 'challenge', language: 'fr', createdAt: 0, head: versionId });
	await database.insert(schema.version).values({ id: versionId, workId, savedAt: 0, files: {} });
	await database.insert(schema.submission).values({
		id,
		assignmentId: assignment,
		workId,
		versionId,
		members,
		turn,
		state,
		files: {},
		programHash: '',
		decisions: {},
		handedInAt: new Date(1_800_000_000_000 + turn)
	});
	return id;
}
