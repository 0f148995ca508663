/** Tests walls: what is put up, who sees an exhibit, and when it is removed, on both database engines. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import {
	storeTestClass,
	storeTestPerson,
	storeTestStudent,
	type TestStudent
} from '#lib/server/assignments/testing.ts';
import { archiveClass } from '#lib/server/classes/classes.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { exhibit, version, work, workFile } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS } from '#lib/server/work/quota.ts';
import { removeWorkForAuthor } from '#lib/server/work/remove-work.ts';
import { removeUnreferencedFiles } from '#lib/server/work/own-files.ts';
import { decideWallItemVisibility, setWallOpen } from './reports.ts';
import { listOwnWalls } from './own-walls.ts';
import { putUpProject, takeProjectOffWall } from './put-up-project.ts';
import { storeTestProject, TEST_COVER, type TestProject } from './testing.ts';
import { readExhibitCover, readExhibit, readExhibitFile, listExhibits } from './wall-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const PICTURE_HASH = 'a'.repeat(64);
const UNSET_STUDENT: TestStudent = { account: '', member: '' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor] = [UNSET_STUDENT, UNSET_STUDENT];
	let project: TestProject;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou']);
		({ id: classId, teacher } = testClass);
		[lou = UNSET_STUDENT, noor = UNSET_STUDENT] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
	});

	const putUpTestProject = (
		one = project,
		by = lou,
		{ question = 'On comprend ?', limits = DEFAULT_ACCOUNT_STORAGE_LIMITS, at = NOW } = {}
	) =>
		putUpProject(
			database,
			{ account: by.account, classId, workId: one.work },
			{ version: one.version, question, cover: TEST_COVER },
			limits,
			at
		);
	async function createTestExhibit(one = project, by = lou): Promise<string> {
		const result = await putUpTestProject(one, by);
		if (result.kind !== 'put-up') throw new Error(result.reason);
		return result.exhibit;
	}
	const createWallReader = (account: string, isTeacher = false) => ({ account, isTeacher });
	const listTitlesFor = async (account: string, isTeacher = false) =>
		(await listExhibits(database, classId, createWallReader(account, isTeacher))).map(({ title }) => title);
	const readWorkBytes = async (id = project.work) =>
		(await database.select().from(work).where(eq(work.id, id)))[0]?.bytes ?? -1;

	test('the class and its teacher see a frozen copy of a project until it is taken off', async () => {
		const id = await createTestExhibit();
		const files = { 'main.ts': 'square(1);' };
		const nextVersion = randomUUID();
		await database.insert(version).values({ id: nextVersion, workId: project.work, savedAt: 2, files });
		expect(await listTitlesFor(noor.account)).toEqual(['Ronds']);
		expect(await listTitlesFor(teacher, true)).toEqual(['Ronds']);
		const shownExhibit = await readExhibit(database, classId, id, createWallReader(noor.account));
		expect(shownExhibit).toMatchObject({
			files: { 'main.ts': 'circle(1, 2, 3);' },
			question: 'On comprend ?',
			makers: ['Loup'],
			cover: 'Un rond.',
			firstLines: '',
			kind: 'sketch',
			isOwn: false,
			visibility: 'shown'
		});
		expect(await readExhibitCover(database, classId, id, createWallReader(noor.account))).toEqual(ONE_PIXEL_PNG);

		await putUpTestProject({ work: project.work, version: nextVersion }, lou, {
			question: '',
			at: new Date(NOW.getTime() + 1)
		});
		expect(await readExhibit(database, classId, id, createWallReader(noor.account))).toMatchObject({
			files,
			question: '',
			title: ''
		});
		expect(await readWorkBytes()).toBeGreaterThan(0);
		expect(await takeProjectOffWall(database, { account: noor.account, classId, workId: project.work })).toBe(false);
		expect(await takeProjectOffWall(database, { account: lou.account, classId, workId: project.work })).toBe(true);
		expect(await listTitlesFor(lou.account)).toEqual([]);
		expect(await readWorkBytes()).toBe(0);
	});

	test('a new, closed or archived wall refuses exhibits, and those on a closed wall stay visible', async () => {
		const { id: freshClassId, students } = await storeTestClass(database, ['Loup']);
		const [freshStudent = UNSET_STUDENT] = students;
		const freshProject = await storeTestProject(database, [freshStudent.account]);
		const freshPlace = { account: freshStudent.account, classId: freshClassId, workId: freshProject.work };
		const sentExhibit = { version: freshProject.version, question: '', cover: null };
		expect(await putUpProject(database, freshPlace, sentExhibit)).toEqual({ kind: 'refused', reason: 'closed' });
		await createTestExhibit();
		await setWallOpen(database, classId, false);
		expect(await putUpTestProject()).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await listTitlesFor(noor.account)).toEqual(['Ronds']);
		await setWallOpen(database, classId, true);
		await archiveClass(database, classId, NOW);
		expect(await putUpTestProject()).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await takeProjectOffWall(database, { account: lou.account, classId, workId: project.work })).toBe(true);
	});

	test('a work of another author, in another class, of a challenge, or too large is refused', async () => {
		const otherClass = await storeTestClass(database, ['Loup']);
		const [otherClassStudent = UNSET_STUDENT] = otherClass.students;
		const noorsProject = await storeTestProject(database, [noor.account]);
		expect(await putUpTestProject(noorsProject)).toEqual({ kind: 'refused', reason: 'not-saved' });
		expect(await putUpTestProject({ ...project, version: noorsProject.version })).toEqual({
			kind: 'refused',
			reason: 'not-saved'
		});
		expect(
			await putUpTestProject(await storeTestProject(database, [otherClassStudent.account]), otherClassStudent)
		).toEqual({
			kind: 'refused',
			reason: 'absent'
		});
		await database.update(work).set({ kind: 'challenge' }).where(eq(work.id, project.work));
		expect(await putUpTestProject()).toEqual({ kind: 'refused', reason: 'not-saved' });
		const giantProject = await storeTestProject(database, [lou.account], { 'main.ts': 'x'.repeat(200_000) });
		expect(await putUpTestProject(giantProject)).toEqual({ kind: 'refused', reason: 'too-large' });
	});

	test('an exhibit does not contain the store of its project', async () => {
		const storedProject = await storeTestProject(database, [lou.account], {
			'main.ts': '',
			'project.store': '{"name":"Lou"}'
		});
		const id = await createTestExhibit(storedProject);
		expect((await readExhibit(database, classId, id, createWallReader(noor.account)))?.files).toEqual({
			'main.ts': ''
		});
	});

	test('an exhibit is found in its own class only', async () => {
		const id = await createTestExhibit();
		const { id: otherClassId } = await storeTestClass(database);
		expect(await readExhibit(database, otherClassId, id, createWallReader(lou.account))).toBeUndefined();
		expect(await readExhibitCover(database, otherClassId, id, createWallReader(lou.account))).toBeUndefined();
		expect(
			await takeProjectOffWall(database, { account: lou.account, classId: otherClassId, workId: project.work })
		).toBe(false);
	});

	test('an exhibit beyond the limit for each student or beyond the quota is refused', async () => {
		for (let count = 0; count < WALL_LIMITS.ofStudent; count++)
			await createTestExhibit(await storeTestProject(database, [lou.account]));
		expect(await putUpTestProject()).toEqual({ kind: 'refused', reason: 'too-many' });
		const noorsProject = await storeTestProject(database, [noor.account], { 'main.ts': 'y();\n'.repeat(2000) });
		const fullAccountLimits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 1000 };
		expect(await putUpTestProject(noorsProject, noor, { limits: fullAccountLimits })).toEqual({
			kind: 'refused',
			reason: 'account-full'
		});
		const fullServerLimits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, isFull: true };
		expect(await putUpTestProject(noorsProject, noor, { limits: fullServerLimits })).toEqual({
			kind: 'refused',
			reason: 'server-full'
		});
	});

	test('a hidden exhibit is seen only by its maker and the teacher, even after it is put up again', async () => {
		const id = await createTestExhibit();
		await decideWallItemVisibility(database, { classId, exhibit: id, sentence: null }, 'hide');
		await putUpTestProject();
		expect(await listTitlesFor(noor.account)).toEqual([]);
		expect(await readExhibit(database, classId, id, createWallReader(noor.account))).toBeUndefined();
		expect(await readExhibitCover(database, classId, id, createWallReader(noor.account))).toBeUndefined();
		expect(await listTitlesFor(lou.account)).toEqual(['Ronds']);
		expect(await listTitlesFor(teacher, true)).toEqual(['Ronds']);
		await decideWallItemVisibility(database, { classId, exhibit: id, sentence: null }, 'show');
		expect(await listTitlesFor(noor.account)).toEqual(['Ronds']);
	});

	test('a pair’s exhibit shows both pseudonyms, and the second student can take it off', async () => {
		const pairProject = await storeTestProject(database, [lou.account, noor.account]);
		const id = await createTestExhibit(pairProject);
		expect(await readExhibit(database, classId, id, createWallReader(noor.account))).toMatchObject({
			makers: ['Loup', 'Hibou'],
			isOwn: true
		});
		expect(await takeProjectOffWall(database, { account: noor.account, classId, workId: pairProject.work })).toBe(true);
	});

	test('an exhibit keeps the pictures that it names until it is taken off, and gives no others', async () => {
		const picturedProject = await storeTestProject(database, [lou.account], { 'main.ts': '', 'cat.png': PICTURE_HASH });
		await database.insert(workFile).values([
			{ workId: picturedProject.work, sha256: PICTURE_HASH, content: 'cat' },
			{ workId: picturedProject.work, sha256: 'b'.repeat(64), content: 'other' }
		]);
		const id = await createTestExhibit(picturedProject);
		const otherHash = 'b'.repeat(64);
		expect(await readExhibitFile(database, classId, id, otherHash, createWallReader(noor.account))).toBeUndefined();
		await database.update(version).set({ files: {} }).where(eq(version.id, picturedProject.version));
		await removeUnreferencedFiles(database);
		expect(await readExhibitFile(database, classId, id, PICTURE_HASH, createWallReader(noor.account))).toBe('cat');
		await takeProjectOffWall(database, { account: lou.account, classId, workId: picturedProject.work });
		await removeUnreferencedFiles(database);
		expect(await database.select().from(workFile).where(eq(workFile.workId, picturedProject.work))).toEqual([]);
	});

	test('an exhibit is deleted with its student’s membership, its project or its student’s account', async () => {
		const listExhibitIds = () => database.select({ id: exhibit.id }).from(exhibit).where(eq(exhibit.classId, classId));
		await createTestExhibit();
		await removeStudent(database, classId, lou.member, NOW);
		expect(await listExhibitIds()).toEqual([]);
		expect(await readWorkBytes()).toBe(0);

		const newStudent = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Renard');
		const newStudentsProject = await storeTestProject(database, [newStudent.account]);
		await createTestExhibit(newStudentsProject, newStudent);
		await removeWorkForAuthor(database, newStudent.account, newStudentsProject.work);
		expect(await listExhibitIds()).toEqual([]);

		await createTestExhibit(await storeTestProject(database, [noor.account]), noor);
		await removePerson(database, noor.account, NOW);
		expect(await listExhibitIds()).toEqual([]);
	});

	test('a student reads the walls of their own classes', async () => {
		const id = await createTestExhibit();
		const ownWalls = await listOwnWalls(database, lou.account, project.work);
		expect(ownWalls).toMatchObject([{ id: classId, isOpen: true, exhibit: { id, question: 'On comprend ?' } }]);
		expect(await listOwnWalls(database, noor.account, project.work)).toMatchObject([{ id: classId, exhibit: null }]);
	});

	const storeRemix = (of: string, { by = noor, inClass = classId } = {}) =>
		storeTestProject(database, [by.account], { 'main.ts': 'circle(3, 2, 1);' }, 'Ovales', {
			classId: inClass,
			exhibit: of
		});
	const readOriginal = async (id: string, account: string, isTeacher = false) =>
		(await readExhibit(database, classId, id, createWallReader(account, isTeacher)))?.original;
	const readRemixes = async (id: string, account: string, isTeacher = false) =>
		(await readExhibit(database, classId, id, createWallReader(account, isTeacher)))?.remixes;

	test('a remix and its original name each other until the original is taken off', async () => {
		const id = await createTestExhibit();
		const remix = await storeRemix(id);
		const remixExhibit = await createTestExhibit(remix, noor);
		const original = { id, title: 'Ronds', makers: ['Loup'] };
		for (const [account, isTeacher] of [[lou.account], [noor.account], [teacher, true]] as const) {
			expect(await readOriginal(remixExhibit, account, isTeacher)).toEqual(original);
			expect(await readRemixes(id, account, isTeacher)).toEqual([
				{ id: remixExhibit, title: 'Ovales', makers: ['Hibou'] }
			]);
			const shownExhibits = await listExhibits(database, classId, createWallReader(account, isTeacher));
			expect(new Map(shownExhibits.map((each) => [each.title, each.original]))).toEqual(
				new Map([
					['Ovales', original],
					['Ronds', null]
				])
			);
		}
		await putUpTestProject(remix, noor);
		expect(await readOriginal(remixExhibit, lou.account)).toEqual(original);

		await takeProjectOffWall(database, { account: lou.account, classId, workId: project.work });
		expect(await readOriginal(remixExhibit, noor.account)).toBeNull();
		await putUpTestProject(remix, noor);
		expect(await readOriginal(remixExhibit, noor.account)).toBeNull();
	});

	test('a remix or original that a classmate may not see is not named to them', async () => {
		const id = await createTestExhibit();
		const remixExhibit = await createTestExhibit(await storeRemix(id), noor);
		const thirdStudent = await storeTestStudent(
			database,
			classId,
			await storeTestPerson(database, 'student'),
			'Renard'
		);
		await decideWallItemVisibility(database, { classId, exhibit: id, sentence: null }, 'hide');
		expect(await readOriginal(remixExhibit, thirdStudent.account)).toBeNull();
		expect(await readOriginal(remixExhibit, noor.account)).toBeNull();
		expect(await listExhibits(database, classId, createWallReader(thirdStudent.account))).toMatchObject([
			{ original: null }
		]);
		expect(await readOriginal(remixExhibit, lou.account)).toMatchObject({ id });
		expect(await readOriginal(remixExhibit, teacher, true)).toMatchObject({ id });
		await decideWallItemVisibility(database, { classId, exhibit: id, sentence: null }, 'show');
		await decideWallItemVisibility(database, { classId, exhibit: remixExhibit, sentence: null }, 'hide');
		expect(await readRemixes(id, thirdStudent.account)).toEqual([]);
		expect(await readRemixes(id, noor.account)).toMatchObject([{ id: remixExhibit }]);
	});

	test('only an exhibit of the same wall, never the project itself, counts as a remix’s original', async () => {
		const id = await createTestExhibit();
		const { id: otherClassId, students } = await storeTestClass(database, ['Lynx']);
		const [otherClassStudent = UNSET_STUDENT] = students;
		await setWallOpen(database, otherClassId, true);
		const otherClassProject = await storeTestProject(database, [otherClassStudent.account]);
		const sentExhibit = { version: otherClassProject.version, question: '', cover: null };
		const putUpResult = await putUpProject(
			database,
			{ account: otherClassStudent.account, classId: otherClassId, workId: otherClassProject.work },
			sentExhibit
		);
		const otherClassExhibit = putUpResult.kind === 'put-up' ? putUpResult.exhibit : '';
		for (const remix of [
			await storeRemix(otherClassExhibit),
			await storeRemix(otherClassExhibit, { inClass: otherClassId }),
			await storeRemix(id, { inClass: otherClassId }),
			await storeRemix(randomUUID())
		])
			expect(await readOriginal(await createTestExhibit(remix, noor), noor.account)).toBeNull();
		await database
			.update(version)
			.set({ project: { title: 'Ronds', card: null, remixOf: { classId, exhibit: id } } })
			.where(eq(version.id, project.version));
		await putUpTestProject();
		expect(await readOriginal(id, lou.account)).toBeNull();
		expect(await readRemixes(id, lou.account)).toEqual([]);
	});
});
