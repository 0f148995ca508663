/** For tests: a class with an assignment, made of rows. */
import { newId } from '../../domain/identity.ts';
import type { Database } from '../db/database.ts';
import * as schema from '../db/schema/index.ts';

export interface TestLesson {
	classId: string;
	assignment: string;
	teacher: string;
	students: { account: string; member: string }[];
}

const person = async (database: Database, role: 'student' | 'teacher'): Promise<string> => {
	const id = newId();
	await database.insert(schema.account).values({ id, role, name: '', email: `${id}@ecole.example` });
	return id;
};

/** Students are called p00, p01, … */
export async function testLesson(database: Database, count = 3, members: 'all' | 'first' = 'all'): Promise<TestLesson> {
	const [classId, assignment] = [newId(), newId()];
	const teacher = await person(database, 'teacher');
	await database.insert(schema.schoolClass).values({ id: classId, name: '2de 4', joinCode: classId });
	await database.insert(schema.classTeacher).values({ classId, accountId: teacher });
	const students = await Promise.all(
		Array.from({ length: count }, async (_, at) => {
			const account = await person(database, 'student');
			const pseudonym = `p${String(at).padStart(2, '0')}`;
			const member = newId();
			await database
				.insert(schema.membership)
				.values({ id: member, classId, accountId: account, pseudonym, pseudonymKey: pseudonym });
			return { account, member };
		})
	);
	const only = students.slice(0, 1).map(({ member }) => member);
	await database
		.insert(schema.assignment)
		.values({ id: assignment, classId, title: 'Horodateur', rubric: [], members: members === 'all' ? null : only });
	return { classId, assignment, teacher, students };
}

/** A copy that was handed in, without what a review would need. */
export async function testSubmission(
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
