/** Tests walls: what is put up, who sees it, and what ends it, on both database engines. */
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
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS } from '#lib/server/work/limits.ts';
import { removeWork } from '#lib/server/work/remove.ts';
import { removeUnnamedFiles } from '#lib/server/work/unnamed-files.ts';
import { decideExhibitOrSentence, setWallOpen } from './decide.ts';
import { wallsOf } from './own-walls.ts';
import { putUpProject, takeOff } from './put-up.ts';
import { storeTestProject, COVER, type TestProject } from './testing.ts';
import { readCover, readExhibit, readExhibitFile, listExhibits } from './wall-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const SHA = 'a'.repeat(64);
const NOBODY: TestStudent = { account: '', member: '' };

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor] = [NOBODY, NOBODY];
	let project: TestProject;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou']);
		({ id: classId, teacher } = testClass);
		[lou = NOBODY, noor = NOBODY] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
	});

	const put = (
		one = project,
		by = lou,
		{ question = 'On comprend ?', limits = DEFAULT_ACCOUNT_STORAGE_LIMITS, at = NOW } = {}
	) =>
		putUpProject(
			database,
			{ account: by.account, classId, work: one.work },
			{ version: one.version, question, cover: COVER },
			limits,
			at
		);
	async function hang(one = project, by = lou): Promise<string> {
		const result = await put(one, by);
		if (result.kind !== 'put-up') throw new Error(result.reason);
		return result.exhibit;
	}
	const reads = (account: string, isTeacher = false) => ({ account, isTeacher });
	const seenBy = async (account: string, isTeacher = false) =>
		(await listExhibits(database, classId, reads(account, isTeacher))).map(({ title }) => title);
	const bytesOf = async (id = project.work) =>
		(await database.select().from(work).where(eq(work.id, id)))[0]?.bytes ?? -1;

	test('a project put up is seen by the class and its teacher as it was, until it is taken off', async () => {
		const id = await hang();
		const files = { 'main.ts': 'square(1);' };
		const next = randomUUID();
		await database.insert(version).values({ id: next, workId: project.work, savedAt: 2, files });
		expect(await seenBy(noor.account)).toEqual(['Ronds']);
		expect(await seenBy(teacher, true)).toEqual(['Ronds']);
		const shownExhibit = await readExhibit(database, classId, id, reads(noor.account));
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
		expect(await readCover(database, classId, id, reads(noor.account))).toEqual(ONE_PIXEL_PNG);

		await put({ work: project.work, version: next }, lou, { question: '', at: new Date(NOW.getTime() + 1) });
		expect(await readExhibit(database, classId, id, reads(noor.account))).toMatchObject({
			files,
			question: '',
			title: ''
		});
		expect(await bytesOf()).toBeGreaterThan(0);
		expect(await takeOff(database, { account: noor.account, classId, work: project.work })).toBe(false);
		expect(await takeOff(database, { account: lou.account, classId, work: project.work })).toBe(true);
		expect(await seenBy(lou.account)).toEqual([]);
		expect(await bytesOf()).toBe(0);
	});

	test('a new class has a closed wall; closed or archived, nothing new appears, and what hangs there is seen', async () => {
		const { id: fresh, students } = await storeTestClass(database, ['Loup']);
		const [first = NOBODY] = students;
		const own = await storeTestProject(database, [first.account]);
		const place = { account: first.account, classId: fresh, work: own.work };
		const sentExhibit = { version: own.version, question: '', cover: null };
		expect(await putUpProject(database, place, sentExhibit)).toEqual({ kind: 'refused', reason: 'closed' });
		await hang();
		await setWallOpen(database, classId, false);
		expect(await put()).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await seenBy(noor.account)).toEqual(['Ronds']);
		await setWallOpen(database, classId, true);
		await archiveClass(database, classId, NOW);
		expect(await put()).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await takeOff(database, { account: lou.account, classId, work: project.work })).toBe(true);
	});

	test('nobody puts up what is not theirs, or in a class that is not theirs', async () => {
		const stranger = await storeTestClass(database, ['Loup']);
		const [other = NOBODY] = stranger.students;
		const theirs = await storeTestProject(database, [noor.account]);
		expect(await put(theirs)).toEqual({ kind: 'refused', reason: 'not-saved' });
		expect(await put({ ...project, version: theirs.version })).toEqual({ kind: 'refused', reason: 'not-saved' });
		expect(await put(await storeTestProject(database, [other.account]), other)).toEqual({
			kind: 'refused',
			reason: 'absent'
		});
		await database.update(work).set({ kind: 'challenge' }).where(eq(work.id, project.work));
		expect(await put()).toEqual({ kind: 'refused', reason: 'not-saved' });
		const giant = await storeTestProject(database, [lou.account], { 'main.ts': 'x'.repeat(200_000) });
		expect(await put(giant)).toEqual({ kind: 'refused', reason: 'too-large' });
	});

	test('what the program kept for its maker stays with the project', async () => {
		const storedProject = await storeTestProject(database, [lou.account], {
			'main.ts': '',
			'project.store': '{"name":"Lou"}'
		});
		const id = await hang(storedProject);
		expect((await readExhibit(database, classId, id, reads(noor.account)))?.files).toEqual({ 'main.ts': '' });
	});

	test('an exhibit is found in its own class only', async () => {
		const id = await hang();
		const { id: elsewhere } = await storeTestClass(database);
		expect(await readExhibit(database, elsewhere, id, reads(lou.account))).toBeUndefined();
		expect(await readCover(database, elsewhere, id, reads(lou.account))).toBeUndefined();
		expect(await takeOff(database, { account: lou.account, classId: elsewhere, work: project.work })).toBe(false);
	});

	test('a wall holds a number of exhibits, and they count in the quota of their maker', async () => {
		for (let count = 0; count < WALL_LIMITS.ofStudent; count++)
			await hang(await storeTestProject(database, [lou.account]));
		expect(await put()).toEqual({ kind: 'refused', reason: 'too-many' });
		const own = await storeTestProject(database, [noor.account], { 'main.ts': 'y();\n'.repeat(2000) });
		const full = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 1000 };
		expect(await put(own, noor, { limits: full })).toEqual({ kind: 'refused', reason: 'account-full' });
		const all = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, isFull: true };
		expect(await put(own, noor, { limits: all })).toEqual({ kind: 'refused', reason: 'server-full' });
	});

	test('hidden from the class, it is seen by its maker and the teacher, and stays hidden when it is put up again', async () => {
		const id = await hang();
		await decideExhibitOrSentence(database, { classId, exhibit: id, sentence: null }, 'hide');
		await put();
		expect(await seenBy(noor.account)).toEqual([]);
		expect(await readExhibit(database, classId, id, reads(noor.account))).toBeUndefined();
		expect(await readCover(database, classId, id, reads(noor.account))).toBeUndefined();
		expect(await seenBy(lou.account)).toEqual(['Ronds']);
		expect(await seenBy(teacher, true)).toEqual(['Ronds']);
		await decideExhibitOrSentence(database, { classId, exhibit: id, sentence: null }, 'show');
		expect(await seenBy(noor.account)).toEqual(['Ronds']);
	});

	test('a pair hangs under both pseudonyms, and either takes it off', async () => {
		const both = await storeTestProject(database, [lou.account, noor.account]);
		const id = await hang(both);
		expect(await readExhibit(database, classId, id, reads(noor.account))).toMatchObject({
			makers: ['Loup', 'Hibou'],
			isOwn: true
		});
		expect(await takeOff(database, { account: noor.account, classId, work: both.work })).toBe(true);
	});

	test('the pictures that the frozen copy names are kept for it, and no others are given', async () => {
		const pictured = await storeTestProject(database, [lou.account], { 'main.ts': '', 'cat.png': SHA });
		await database.insert(workFile).values([
			{ workId: pictured.work, sha256: SHA, content: 'cat' },
			{ workId: pictured.work, sha256: 'b'.repeat(64), content: 'other' }
		]);
		const id = await hang(pictured);
		const other = 'b'.repeat(64);
		expect(await readExhibitFile(database, classId, id, other, reads(noor.account))).toBeUndefined();
		await database.update(version).set({ files: {} }).where(eq(version.id, pictured.version));
		await removeUnnamedFiles(database);
		expect(await readExhibitFile(database, classId, id, SHA, reads(noor.account))).toBe('cat');
		await takeOff(database, { account: lou.account, classId, work: pictured.work });
		await removeUnnamedFiles(database);
		expect(await database.select().from(workFile).where(eq(workFile.workId, pictured.work))).toEqual([]);
	});

	test('who leaves the class, removes the project or is erased takes it along', async () => {
		const listExhibitIds = () => database.select({ id: exhibit.id }).from(exhibit).where(eq(exhibit.classId, classId));
		await hang();
		await removeStudent(database, classId, lou.member, NOW);
		expect(await listExhibitIds()).toEqual([]);
		expect(await bytesOf()).toBe(0);

		const again = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Renard');
		const theirs = await storeTestProject(database, [again.account]);
		await hang(theirs, again);
		await removeWork(database, again.account, theirs.work);
		expect(await listExhibitIds()).toEqual([]);

		await hang(await storeTestProject(database, [noor.account]), noor);
		await removePerson(database, noor.account, NOW);
		expect(await listExhibitIds()).toEqual([]);
	});

	test('a student reads the walls of their own classes', async () => {
		const id = await hang();
		const walls = await wallsOf(database, lou.account, project.work);
		expect(walls).toMatchObject([{ id: classId, isOpen: true, exhibit: { id, question: 'On comprend ?' } }]);
		expect(await wallsOf(database, noor.account, project.work)).toMatchObject([{ id: classId, exhibit: null }]);
	});

	const aRemix = (of: string, { by = noor, inClass = classId } = {}) =>
		storeTestProject(database, [by.account], { 'main.ts': 'circle(3, 2, 1);' }, 'Ovales', {
			classId: inClass,
			exhibit: of
		});
	const originalOf = async (id: string, account: string, isTeacher = false) =>
		(await readExhibit(database, classId, id, reads(account, isTeacher)))?.original;
	const remixesOf = async (id: string, account: string, isTeacher = false) =>
		(await readExhibit(database, classId, id, reads(account, isTeacher)))?.remixes;

	test('a remix and its original name each other, until one of them is taken off', async () => {
		const id = await hang();
		const remix = await aRemix(id);
		const ovals = await hang(remix, noor);
		const original = { id, title: 'Ronds', makers: ['Loup'] };
		for (const [account, isTeacher] of [[lou.account], [noor.account], [teacher, true]] as const) {
			expect(await originalOf(ovals, account, isTeacher)).toEqual(original);
			expect(await remixesOf(id, account, isTeacher)).toEqual([{ id: ovals, title: 'Ovales', makers: ['Hibou'] }]);
			const wall = await listExhibits(database, classId, reads(account, isTeacher));
			expect(new Map(wall.map((each) => [each.title, each.original]))).toEqual(
				new Map([
					['Ovales', original],
					['Ronds', null]
				])
			);
		}
		await put(remix, noor);
		expect(await originalOf(ovals, lou.account)).toEqual(original);

		await takeOff(database, { account: lou.account, classId, work: project.work });
		expect(await originalOf(ovals, noor.account)).toBeNull();
		await put(remix, noor);
		expect(await originalOf(ovals, noor.account)).toBeNull();
	});

	test('a remix or original that a classmate may not see is not named to them', async () => {
		const id = await hang();
		const ovals = await hang(await aRemix(id), noor);
		const third = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Renard');
		await decideExhibitOrSentence(database, { classId, exhibit: id, sentence: null }, 'hide');
		expect(await originalOf(ovals, third.account)).toBeNull();
		expect(await originalOf(ovals, noor.account)).toBeNull();
		expect(await listExhibits(database, classId, reads(third.account))).toMatchObject([{ original: null }]);
		expect(await originalOf(ovals, lou.account)).toMatchObject({ id });
		expect(await originalOf(ovals, teacher, true)).toMatchObject({ id });
		await decideExhibitOrSentence(database, { classId, exhibit: id, sentence: null }, 'show');
		await decideExhibitOrSentence(database, { classId, exhibit: ovals, sentence: null }, 'hide');
		expect(await remixesOf(id, third.account)).toEqual([]);
		expect(await remixesOf(id, noor.account)).toMatchObject([{ id: ovals }]);
	});

	test('a project is a remix of nothing that does not hang on the same wall, nor of itself', async () => {
		const id = await hang();
		const { id: elsewhere, students } = await storeTestClass(database, ['Lynx']);
		const [other = NOBODY] = students;
		await setWallOpen(database, elsewhere, true);
		const theirs = await storeTestProject(database, [other.account]);
		const sentExhibit = { version: theirs.version, question: '', cover: null };
		const putUpResult = await putUpProject(
			database,
			{ account: other.account, classId: elsewhere, work: theirs.work },
			sentExhibit
		);
		const far = putUpResult.kind === 'put-up' ? putUpResult.exhibit : '';
		for (const remix of [
			await aRemix(far),
			await aRemix(far, { inClass: elsewhere }),
			await aRemix(id, { inClass: elsewhere }),
			await aRemix(randomUUID())
		])
			expect(await originalOf(await hang(remix, noor), noor.account)).toBeNull();
		await database
			.update(version)
			.set({ project: { title: 'Ronds', card: null, remixOf: { classId, exhibit: id } } })
			.where(eq(version.id, project.version));
		await put();
		expect(await originalOf(id, lou.account)).toBeNull();
		expect(await remixesOf(id, lou.account)).toEqual([]);
	});
});
