import type { AssignmentForm, AssignmentSubject } from '#lib/domain/assignment.ts';
import { parsePseudonym } from '#lib/domain/pseudonym.ts';
import type { Role } from '#lib/domain/access.ts';
import type { WorkKind } from '#lib/domain/work.ts';
import { createClass } from '#lib/server/classes/classes.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { createAssignment } from './assignments.ts';

let idCount = 0;
const createNextId = (idPrefix: string): string => `${idPrefix}-${(idCount += 1)}`;

export async function storeTestPerson(database: Database, role: Role): Promise<string> {
	const id = createNextId(role);
	await database.insert(schema.account).values({ id, role, name: id, email: `${id}@ecole.example` });
	return id;
}

export interface TestStudent {
	account: string;
	member: string;
}

export async function storeTestStudent(
	database: Database,
	classId: string,
	account: string,
	name: string
): Promise<TestStudent> {
	const pseudonym = parsePseudonym(name);
	if (typeof pseudonym === 'string') throw new Error(pseudonym);
	const member = createNextId('member');
	await database.insert(schema.membership).values({
		id: member,
		classId,
		accountId: account,
		pseudonym: pseudonym.text,
		pseudonymKey: pseudonym.key
	});
	return { account, member };
}

export async function storeTestClass(database: Database, names: readonly string[] = ['Loup']) {
	const teacher = await storeTestPerson(database, 'teacher');
	const { id } = await createClass(database, createNextId('class'), teacher);
	const students: TestStudent[] = [];
	for (const name of names)
		students.push(await storeTestStudent(database, id, await storeTestPerson(database, 'student'), name));
	return { id, teacher, students };
}

const DEFAULT_ASSIGNMENT_FORM: AssignmentForm = {
	title: 'Salade',
	note: '',
	members: null,
	opensAt: null,
	dueAt: null,
	rubric: []
};

export async function storeTestAssignment(
	database: Database,
	{
		classId,
		teacher,
		...given
	}: { classId: string; teacher: string; subject?: AssignmentSubject } & Partial<AssignmentForm>,
	now: Date
): Promise<string> {
	const { subject = { kind: 'project' }, ...form } = given;
	return createAssignment(database, { classId, subject, teacher, form: { ...DEFAULT_ASSIGNMENT_FORM, ...form } }, now);
}

export async function storeTestWork(database: Database, authors: readonly string[], kind: WorkKind = 'project') {
	const [work, version] = [createNextId('work'), createNextId('version')];
	const files = { 'main.ts': 'export const salad = 1;' };
	await database.insert(schema.work).values({ id: work, format: 1, kind, language: 'fr', createdAt: 1, head: version });
	await database.insert(schema.version).values({ id: version, workId: work, savedAt: 1, files });
	for (const accountId of authors) await database.insert(schema.workAuthor).values({ workId: work, accountId });
	return { work, version, files };
}
