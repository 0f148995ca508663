/** Tests what a student is told about an assignment that is not given to them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Person } from '#lib/domain/access.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import type { ApiRequestEvent } from '#lib/server/http/api.ts';
import { changeAssignment, removeAssignment } from './assignments.ts';
import { permitAssignedStudent } from './require-assignment.ts';
import { storeTestAssignment, storeTestClass } from './testing.ts';

const connectionHolder = vi.hoisted(() => ({ connection: undefined as Connection | undefined }));
vi.mock('#lib/server/db/index.ts', () => ({ database: () => connectionHolder.connection?.database }));

const NOW = new Date('2026-11-24T10:00:00Z');
let database: Database;

beforeAll(async () => {
	connectionHolder.connection = await createFreshDatabase('pglite');
	({ database } = connectionHolder.connection);
});
afterAll(() => connectionHolder.connection?.close());

/** Returns the reason for which the student is refused, or `undefined` when they may do the action. */
async function readRefusalText(
	student: string,
	assignment: string,
	action: Parameters<typeof permitAssignedStudent>[0] = 'assignment.see'
): Promise<string | undefined> {
	const person: Person = { id: student, role: 'student', name: '' };
	const event = { locals: { person, checkedActions: new Set() }, params: { assignment } } as unknown as ApiRequestEvent;
	const permission = await permitAssignedStudent(action, NOW)(person, (reason) => new Response(reason), event);
	return permission instanceof Response ? permission.text() : undefined;
}

test('only students of the class are told that an assignment was removed or is no longer theirs', async () => {
	const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
	const otherClass = await storeTestClass(database);
	const [loup = '', awa] = [students[0]?.account, students[1]];
	const stranger = otherClass.students[0]?.account ?? '';
	const id = await storeTestAssignment(database, { classId, teacher }, NOW);
	expect(await readRefusalText(loup, id)).toBeUndefined();
	await changeAssignment(database, id, {
		title: '',
		note: '',
		members: [awa?.member ?? ''],
		opensAt: null,
		dueAt: null,
		rubric: []
	});
	expect(await readRefusalText(loup, id)).toBe('not-assigned');
	expect(await readRefusalText(awa?.account ?? '', id)).toBeUndefined();
	expect(await readRefusalText(stranger, id)).toBe('absent');
	expect(await readRefusalText(loup, id, 'submission.hand-in'), 'for pages from before').toBe('absent');
	await removeAssignment(database, id);
	expect(await readRefusalText(loup, id)).toBe('assignment-removed');
	expect(await readRefusalText(stranger, id)).toBe('absent');
});
