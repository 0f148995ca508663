/** Tests what is kept of a handed-in work that its author deletes, and when the rest is deleted. */
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteClass, removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { separatePairWork } from '#lib/server/pairs/separate-pair-work.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { deleteExpiredData } from '#lib/server/personal-data/retention.ts';
import { findSubmissionForReview } from '#lib/server/reviews/review-queue.ts';
import { handIn } from '#lib/server/submissions/hand-in.ts';
import { readHandedInOwnFile } from '#lib/server/submissions/submission-queries.ts';
import { takeBackSubmission } from '#lib/server/submissions/take-back.ts';
import {
	beginTestWork,
	prepareTestLesson,
	saveTestVersion,
	createTestHandIn,
	type PreparedTestLesson,
	type TestLessonStudent
} from '#lib/server/submissions/testing.ts';
import { removeWorkForAuthor } from './remove-work.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const FILE_HASH = 'a'.repeat(64);
const HANDED_IN_FILES = { 'main.ts': `image("${FILE_HASH}.png");` };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let work: string;
	let submission: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database, null);
		({ work, submission } = await handInSecondOfThreeVersions([lesson.lou]));
	});

	/** Stores a work with an own file and three versions, and hands in the second. */
	async function handInSecondOfThreeVersions(
		authors: [TestLessonStudent, ...TestLessonStudent[]],
		{ assignment, challengeHash }: PreparedTestLesson = lesson
	) {
		const [sender] = authors;
		const workId = await beginTestWork(database, { assignment, challengeHash }, authors, { 'main.ts': '// first' });
		const decisions = Object.fromEntries(
			authors.map(({ account }) => [account, { option: 'paper', position: `of ${account}` }])
		);
		await saveTestVersion(database, workId, 2, HANDED_IN_FILES, decisions);
		await saveTestVersion(database, workId, 3, { 'main.ts': '// third' }, decisions);
		await database
			.update(schema.work)
			.set({ head: `${workId}-3`, bytes: 1_000_000 })
			.where(eq(schema.work.id, workId));
		await database.insert(schema.workFile).values({ workId, sha256: FILE_HASH, content: 'x'.repeat(1000) });
		const sentHandIn = createTestHandIn(sender, workId, 2);
		const outcome = await handIn(database, sender.account, assignment, sentHandIn, async () => undefined, NOW);
		expect(outcome).toMatchObject({ kind: 'handed-in' });
		return { work: workId, submission: sentHandIn.id };
	}

	const readWorks = (id = work) => database.select().from(schema.work).where(eq(schema.work.id, id));
	const readVersions = (id = work) =>
		database.select().from(schema.version).where(eq(schema.version.workId, id)).orderBy(asc(schema.version.id));
	const readAllRowsOfWork = async (id = work) => [
		...(await readWorks(id)),
		...(await readVersions(id)),
		...(await database.select().from(schema.workFile).where(eq(schema.workFile.workId, id)))
	];

	test('of a deleted work only the handed-in version stays, and the teacher can still read it', async () => {
		await removeWorkForAuthor(database, lesson.lou.account, work);
		expect(await readVersions()).toMatchObject([
			{ id: `${work}-2`, files: HANDED_IN_FILES, decisions: {}, steps: null }
		]);
		const [keptWork] = await readWorks();
		expect(keptWork?.head).toBe(`${work}-2`);
		expect(keptWork?.bytes, 'the file and a small version').toBeGreaterThan(1000);
		expect(keptWork?.bytes).toBeLessThan(2000);
		const reviewed = await findSubmissionForReview(
			database,
			{ id: lesson.assignment, classId: lesson.classId, subject: { kind: 'project' } },
			submission
		);
		expect(reviewed).toMatchObject({
			files: HANDED_IN_FILES,
			steps: { current: 'build' },
			decisions: { [lesson.lou.member]: { option: 'paper' } }
		});
		await deleteExpiredData(database, NOW);
		expect(await readHandedInOwnFile(database, lesson.assignment, submission, FILE_HASH)).toBe('x'.repeat(1000));
	});

	test.each<[string, () => Promise<unknown>]>([
		['its class is deleted', () => deleteClass(database, lesson.classId, NOW)],
		['its author is taken out of the class', () => removeStudent(database, lesson.classId, lesson.lou.member, NOW)],
		[
			'its submission is taken back',
			() => takeBackSubmission(database, lesson.lou.account, lesson.assignment, submission)
		],
		['its author’s account is deleted', () => removePerson(database, lesson.lou.account, NOW)]
	])('nothing of a deleted work stays once %s', async (_, endHandIn) => {
		await removeWorkForAuthor(database, lesson.lou.account, work);
		await endHandIn();
		expect(await readAllRowsOfWork()).toEqual([]);
	});

	test('the nightly clean-up erases works without an author, except handed-in versions, and no others', async () => {
		const { work: otherWork } = await handInSecondOfThreeVersions([lesson.noor]);
		await database.delete(schema.workAuthor).where(eq(schema.workAuthor.workId, work));
		await deleteExpiredData(database, NOW);
		expect((await readVersions()).map(({ id }) => id)).toEqual([`${work}-2`]);
		await database.delete(schema.submission).where(eq(schema.submission.assignmentId, lesson.assignment));
		await deleteExpiredData(database, NOW);
		expect(await readAllRowsOfWork()).toEqual([]);
		expect(await readVersions(otherWork)).toHaveLength(3);
		expect((await readVersions(otherWork))[1]?.decisions).not.toEqual({});
	});

	test('a handed-in version of a deleted work stays as long as its class exists', async () => {
		const otherLesson = await prepareTestLesson(database, null);
		const [storedSubmission] = await database
			.select()
			.from(schema.submission)
			.where(eq(schema.submission.id, submission));
		if (!storedSubmission) throw new Error('Nothing was handed in.');
		const otherHandIn = { id: `${submission}-other`, assignmentId: otherLesson.assignment, versionId: `${work}-3` };
		await database.insert(schema.submission).values({ ...storedSubmission, ...otherHandIn });
		await removeWorkForAuthor(database, lesson.lou.account, work);
		expect((await readVersions()).map(({ id }) => id)).toEqual([`${work}-2`, `${work}-3`]);
		await deleteClass(database, lesson.classId, NOW);
		expect((await readVersions()).map(({ id }) => id)).toEqual([`${work}-3`]);
		await deleteClass(database, otherLesson.classId, NOW);
		expect(await readAllRowsOfWork()).toEqual([]);
	});

	test('a pair’s handed-in version stays for one student after the other’s account is deleted', async () => {
		const pairLesson = await prepareTestLesson(database, null);
		const { lou, noor } = pairLesson;
		const handedIn = await handInSecondOfThreeVersions([lou, noor], pairLesson);
		// Noor joined Lou's work later, so Lou keeps the work when the pair separates.
		await database
			.update(schema.workAuthor)
			.set({ readsSince: new Date(0) })
			.where(and(eq(schema.workAuthor.workId, handedIn.work), eq(schema.workAuthor.accountId, noor.account)));
		await separatePairWork(database, noor.account, handedIn.work);
		await removePerson(database, lou.account, NOW);
		const storedSubmissions = await database
			.select()
			.from(schema.submission)
			.where(eq(schema.submission.id, handedIn.submission));
		expect(storedSubmissions).toMatchObject([
			{ members: [noor.member], decisions: { [noor.member]: { option: 'paper' } } }
		]);
		expect(await readVersions(handedIn.work)).toMatchObject([{ id: `${handedIn.work}-2`, decisions: {} }]);
		await removePerson(database, noor.account, NOW);
		expect(await readAllRowsOfWork(handedIn.work)).toEqual([]);
	});
});
