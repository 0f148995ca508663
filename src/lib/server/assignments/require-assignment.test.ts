/** Tests what a student is told of an assignment that is not given to them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection, database, openDatabase } from '#lib/server/db/index.ts';
import { copyStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { changeAssignment, removeAssignment } from './assignments.ts';
import { permitAssignedStudent } from './require-assignment.ts';
import { storeTestAssignment, storeTestClass } from './testing.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'braise-assigned-'));

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	await copyStoreTo(folder);
	await openDatabase();
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});

/** Returns the reason for which the student is refused, or `undefined` when they may do the action. */
async function refusalOf(
	student: string,
	assignment: string,
	action: Parameters<typeof permitAssignedStudent>[0] = 'assignment.see'
): Promise<string | undefined> {
	const person = { id: student, role: 'student', name: '' } as Parameters<ReturnType<typeof permitAssignedStudent>>[0];
	const event = { locals: { person, asked: new Set() }, params: { assignment } } as unknown as Parameters<
		ReturnType<typeof permitAssignedStudent>
	>[2];
	const permission = await permitAssignedStudent(action, NOW)(person, (reason) => new Response(reason), event);
	return permission instanceof Response ? permission.text() : undefined;
}

test('a student of the class reads that an assignment is not given to them any more, and a stranger nothing', async () => {
	const { id: classId, teacher, students } = await storeTestClass(database(), ['Loup', 'Awa']);
	const otherClass = await storeTestClass(database());
	const [loup = '', awa] = [students[0]?.account, students[1]];
	const stranger = otherClass.students[0]?.account ?? '';
	const id = await storeTestAssignment(database(), { classId, teacher }, NOW);
	expect(await refusalOf(loup, id)).toBeUndefined();
	await changeAssignment(database(), id, {
		title: '',
		note: '',
		members: [awa?.member ?? ''],
		opensAt: null,
		dueAt: null,
		rubric: []
	});
	expect(await refusalOf(loup, id)).toBe('not-assigned');
	expect(await refusalOf(awa?.account ?? '', id)).toBeUndefined();
	expect(await refusalOf(stranger, id)).toBe('absent');
	expect(await refusalOf(loup, id, 'submission.hand-in'), 'for pages from before').toBe('absent');
	await removeAssignment(database(), id);
	expect(await refusalOf(loup, id)).toBe('assignment-removed');
	expect(await refusalOf(stranger, id)).toBe('absent');
});
