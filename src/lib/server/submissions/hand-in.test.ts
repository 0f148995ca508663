/** Tests handing in and taking back, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentHandIn } from '#lib/wire/hand-in.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { DatabaseEvents } from '#lib/server/db/database-events.ts';
import { handIn } from './hand-in.ts';
import { moveSubmission, takeBackSubmission } from './take-back.ts';
import { listNewestSubmissions, findOwnSubmission, findSubmission } from './submission-queries.ts';
import {
	assignTestChallenge,
	beginTestWork,
	enrolTestStudent,
	prepareTestLesson,
	saveTestVersion,
	createTestHandIn,
	type PreparedTestLesson,
	type TestLessonStudent
} from './testing.ts';

const PROGRAM_FILES = { 'main.ts': 'export const price = () => 0; // =1+1 <b>' };
const OTHER_PROGRAM_FILES = { 'main.ts': 'export const price = () => 1;' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let work: string;
	let queuedIds: string[];

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		work = await beginTestWork(database, lesson, [lesson.lou], PROGRAM_FILES);
		queuedIds = [];
	});

	const recordQueuedId = async (submissionId: string) => void queuedIds.push(submissionId);
	const handInAsSender = (sentHandIn: SentHandIn, assignment = lesson.assignment) =>
		handIn(database, sentHandIn.account, assignment, sentHandIn, recordQueuedId);
	const refusalOf = async (sentHandIn: SentHandIn, assignment = lesson.assignment) => {
		const outcome = await handInAsSender(sentHandIn, assignment);
		return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
	};
	const readStoredSubmissions = () =>
		database.select().from(schema.submission).where(eq(schema.submission.assignmentId, lesson.assignment));
	const moveTestSubmission = (id: string, act: Parameters<typeof moveSubmission>[3]) =>
		database.transaction((transaction) => moveSubmission(transaction, lesson.assignment, id, act));

	test('a program too large to be compiled is refused, and a smaller version is accepted', async () => {
		await saveTestVersion(database, work, 2, { 'main.ts': 'a;'.repeat(1001) });
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 2))).toBe('too-large');
		expect([await readStoredSubmissions(), queuedIds]).toEqual([[], []]);
		await saveTestVersion(database, work, 3, { 'main.ts': 'a;'.repeat(1000) });
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 3))).toBe('handed-in');
	});

	test('a hand-in freezes the work as it was sent, and is queued for the judge', async () => {
		const decision = { option: 'paper', position: 'Rien à garder.' };
		await saveTestVersion(database, work, 2, OTHER_PROGRAM_FILES, { [lesson.lou.account]: decision });
		const report = [{ step: 'build', check: 'free', status: 'pass' as const }];
		const sentHandIn = createTestHandIn(lesson.lou, work, 2, { report });
		expect(await handInAsSender(sentHandIn)).toMatchObject({
			kind: 'handed-in',
			submission: { id: sentHandIn.id, turn: 1, state: 'handed-in' },
			toJudge: lesson.challengeHash
		});
		expect(queuedIds).toEqual([sentHandIn.id]);
		// Saving after the hand-in makes another version and does not change the submission.
		await saveTestVersion(database, work, 3, PROGRAM_FILES);
		expect(await findSubmission(database, lesson.assignment, sentHandIn.id)).toMatchObject({
			members: [lesson.lou.member],
			files: OTHER_PROGRAM_FILES,
			steps: { current: 'build' },
			decisions: { [lesson.lou.member]: decision },
			browserReport: report,
			shown: 'being-judged'
		});
	});

	test('handing in the same version again, also from another tab, makes only one submission', async () => {
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		const answers = await Promise.all([
			handInAsSender(sentHandIn),
			handInAsSender(sentHandIn),
			handInAsSender(createTestHandIn(lesson.lou, work, 1))
		]);
		expect(answers.map(({ kind }) => kind)).toEqual(['handed-in', 'handed-in', 'handed-in']);
		expect(await handInAsSender(sentHandIn)).toMatchObject({ submission: { turn: 1 }, toJudge: null });
		expect(await readStoredSubmissions()).toHaveLength(1);
		expect(queuedIds).toHaveLength(1);
	});

	const enrolTwoStudents = async (): Promise<[TestLessonStudent, TestLessonStudent]> => [
		await enrolTestStudent(database, lesson.classId),
		await enrolTestStudent(database, lesson.classId)
	];

	test('a pair’s submission counts for both students, and both can read it', async () => {
		const [firstStudent, secondStudent] = await enrolTwoStudents();
		const pairWork = await beginTestWork(database, lesson, [firstStudent, secondStudent], PROGRAM_FILES);
		const sentHandIn = createTestHandIn(secondStudent, pairWork, 1);
		await handInAsSender(sentHandIn);
		expect(await listNewestSubmissions(database, lesson.assignment)).toMatchObject([
			{ id: sentHandIn.id, members: [firstStudent.member, secondStudent.member].sort() }
		]);
		for (const { account } of [firstStudent, secondStudent]) {
			expect(await findOwnSubmission(database, account, lesson.assignment, sentHandIn.id)).toBeDefined();
		}
	});

	test('each student of a pair reads only their own decision in the submission', async () => {
		const [firstStudent, secondStudent] = await enrolTwoStudents();
		const pairWork = await beginTestWork(database, lesson, [firstStudent, secondStudent], PROGRAM_FILES);
		await saveTestVersion(database, pairWork, 2, PROGRAM_FILES, {
			[firstStudent.account]: { option: 'kept', position: 'À Lou.' },
			[secondStudent.account]: { option: 'paper', position: 'À Noor.' }
		});
		const sentHandIn = createTestHandIn(firstStudent, pairWork, 2);
		await handInAsSender(sentHandIn);
		const readVisibleDecisions = async ({ account }: TestLessonStudent) =>
			(await findOwnSubmission(database, account, lesson.assignment, sentHandIn.id))?.decisions;
		expect(await readVisibleDecisions(firstStudent)).toEqual({
			[firstStudent.member]: { option: 'kept', position: 'À Lou.' }
		});
		expect(await readVisibleDecisions(secondStudent)).toEqual({
			[secondStudent.member]: { option: 'paper', position: 'À Noor.' }
		});
	});

	test('a waiting submission is replaced only by a hand-in that names it', async () => {
		const firstHandIn = createTestHandIn(lesson.lou, work, 1);
		await handInAsSender(firstHandIn);
		await saveTestVersion(database, work, 2, OTHER_PROGRAM_FILES);
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 2))).toBe('waiting');
		const secondHandIn = createTestHandIn(lesson.lou, work, 2, { replaces: firstHandIn.id });
		expect(await handInAsSender(secondHandIn)).toMatchObject({ kind: 'handed-in', submission: { turn: 1 } });
		expect((await readStoredSubmissions()).map(({ id }) => id)).toEqual([secondHandIn.id]);
		// The browser, which never got the answer to the first hand-in, sends it again, too late.
		expect(await refusalOf(firstHandIn)).toBe('withdrawn');
	});

	test('a hand-in replaces the unanswered one before it, or an earlier one if that never arrived', async () => {
		const firstHandIn = createTestHandIn(lesson.lou, work, 1);
		await handInAsSender(firstHandIn);
		await saveTestVersion(database, work, 2, OTHER_PROGRAM_FILES);
		await saveTestVersion(database, work, 3, { 'main.ts': 'export const price = () => 2;' });
		await saveTestVersion(database, work, 4, PROGRAM_FILES);
		const lostHandIn = createTestHandIn(lesson.lou, work, 2, { replaces: firstHandIn.id });
		const nextHandIn = createTestHandIn(lesson.lou, work, 3, {
			replaces: lostHandIn.id,
			orReplaces: [firstHandIn.id]
		});
		expect(await refusalOf({ ...nextHandIn, orReplaces: [lesson.lou.account] })).toBe('waiting');
		expect(await refusalOf(nextHandIn)).toBe('handed-in');
		expect((await readStoredSubmissions()).map(({ id }) => id)).toEqual([nextHandIn.id]);
		expect(await refusalOf(firstHandIn)).toBe('withdrawn');
		// The preceding hand-in had arrived, and only the answer to it was lost.
		const lastHandIn = createTestHandIn(lesson.lou, work, 4, {
			replaces: nextHandIn.id,
			orReplaces: [lostHandIn.id, firstHandIn.id]
		});
		expect(await refusalOf(lastHandIn)).toBe('handed-in');
		expect((await readStoredSubmissions()).map(({ id }) => id)).toEqual([lastHandIn.id]);
	});

	test('a submission in review cannot be taken back or replaced until the teacher lets it go', async () => {
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		await handInAsSender(sentHandIn);
		expect(await moveTestSubmission(sentHandIn.id, 'begin-review')).toBe('in-review');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'refused',
			reason: 'in-review'
		});
		await saveTestVersion(database, work, 2, OTHER_PROGRAM_FILES);
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 2, { replaces: sentHandIn.id }))).toBe('in-review');
		expect(await moveTestSubmission(sentHandIn.id, 'let-go')).toBe('handed-in');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'taken-back'
		});
		expect(await readStoredSubmissions()).toEqual([]);
	});

	test('a student who left the pair cannot take its submission back, but the other can', async () => {
		const pairWork = await beginTestWork(database, lesson, [lesson.noor, lesson.lou], PROGRAM_FILES);
		const sentHandIn = createTestHandIn(lesson.noor, pairWork, 1);
		await handInAsSender(sentHandIn);
		const takeBackAs = ({ account }: TestLessonStudent) =>
			takeBackSubmission(database, account, lesson.assignment, sentHandIn.id);
		await database.delete(schema.workAuthor).where(eq(schema.workAuthor.accountId, lesson.lou.account));
		expect(await takeBackAs(lesson.lou), 'has left the pair').toEqual({ kind: 'refused', reason: 'other-work' });
		expect(await takeBackAs(lesson.noor)).toEqual({ kind: 'taken-back' });
	});

	test('a submission taken back before or while it arrives is never stored', async () => {
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'taken-back'
		});
		expect(await refusalOf(sentHandIn)).toBe('withdrawn');
		const nextHandIn = createTestHandIn(lesson.lou, work, 1);
		const [handInOutcome, takeBackResult] = await Promise.all([
			refusalOf(nextHandIn),
			takeBackSubmission(database, lesson.lou.account, lesson.assignment, nextHandIn.id)
		]);
		expect(takeBackResult).toEqual({ kind: 'taken-back' });
		expect(['handed-in', 'withdrawn']).toContain(handInOutcome);
		expect(await readStoredSubmissions()).toEqual([]);
	});

	test('after a return, only a newer version can be handed in, as the next turn', async () => {
		const firstHandIn = createTestHandIn(lesson.lou, work, 1);
		await saveTestVersion(database, work, 2, OTHER_PROGRAM_FILES);
		await handInAsSender(firstHandIn);
		await moveTestSubmission(firstHandIn.id, 'return');
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1))).toBe('unchanged');
		const secondHandIn = createTestHandIn(lesson.lou, work, 2);
		expect(await handInAsSender(secondHandIn)).toMatchObject({ submission: { turn: 2 } });
		expect(await moveTestSubmission(firstHandIn.id, 'reopen')).toBeUndefined();
		await moveTestSubmission(secondHandIn.id, 'accept');
		await database
			.update(schema.version)
			.set({ storedAt: new Date(Date.now() - 60_000) })
			.where(eq(schema.version.id, `${work}-1`));
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1))).toBe('older');
		expect(await moveTestSubmission(secondHandIn.id, 'reopen')).toBe('in-review');
		expect(await findOwnSubmission(database, lesson.lou.account, lesson.assignment, secondHandIn.id)).toMatchObject({
			shown: 'in-review',
			turns: [
				{ turn: 1, state: 'returned' },
				{ turn: 2, state: 'in-review' }
			]
		});
		expect(await listNewestSubmissions(database, lesson.assignment)).toMatchObject([{ id: secondHandIn.id }]);
	});

	test('when two teachers answer a submission at once, only one answer counts', async () => {
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		await handInAsSender(sentHandIn);
		const states = await Promise.all([
			moveTestSubmission(sentHandIn.id, 'return'),
			moveTestSubmission(sentHandIn.id, 'accept')
		]);
		expect(states.filter((state) => state !== undefined)).toHaveLength(1);
	});

	test("a student cannot hand in another's work, to another class, or under another's id", async () => {
		const otherLesson = await prepareTestLesson(database);
		const theirWork = await beginTestWork(database, lesson, [lesson.noor], PROGRAM_FILES);
		expect(await refusalOf(createTestHandIn(lesson.lou, theirWork, 1))).toBe('absent');
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1), otherLesson.assignment)).toBe('absent');
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1), 'none')).toBe('absent');
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1, { version: `${theirWork}-1` }))).toBe('version');
		const theirHandIn = createTestHandIn(lesson.noor, theirWork, 1);
		await handInAsSender(theirHandIn);
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1, { id: theirHandIn.id }))).toBe('absent');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, theirHandIn.id)).toMatchObject({
			reason: 'absent'
		});
		expect(
			await takeBackSubmission(database, otherLesson.lou.account, lesson.assignment, theirHandIn.id)
		).toMatchObject({
			reason: 'absent'
		});
		expect(await findOwnSubmission(database, lesson.lou.account, lesson.assignment, theirHandIn.id)).toBeUndefined();
		expect(await findSubmission(database, otherLesson.assignment, theirHandIn.id)).toBeUndefined();
	});

	test('only a work begun for the assignment and of its challenge can be handed in', async () => {
		const unboundWork = await beginTestWork(database, lesson, [lesson.lou], PROGRAM_FILES, { unbound: true });
		expect(await refusalOf(createTestHandIn(lesson.lou, unboundWork, 1))).toBe('other-work');
		const workOfOtherChallenge = await beginTestWork(
			database,
			lesson,
			[await enrolTestStudent(database, lesson.classId)],
			PROGRAM_FILES,
			{
				challengeId: 'news2'
			}
		);
		await database.insert(schema.workAuthor).values({ workId: workOfOtherChallenge, accountId: lesson.lou.account });
		expect(await refusalOf(createTestHandIn(lesson.lou, workOfOtherChallenge, 1))).toBe('other-work');
	});

	test('a hand-in is refused before the assignment opens, after it closes, or if not for this student', async () => {
		const setAssignmentFields = (values: Partial<typeof schema.assignment.$inferInsert>) =>
			database.update(schema.assignment).set(values).where(eq(schema.assignment.id, lesson.assignment));
		await setAssignmentFields({ opensAt: new Date(Date.now() + 60_000) });
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1))).toBe('absent');
		await setAssignmentFields({ opensAt: null, closedAt: new Date() });
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1))).toBe('closed');
		await setAssignmentFields({ closedAt: null, members: [lesson.noor.member] });
		expect(await refusalOf(createTestHandIn(lesson.lou, work, 1))).toBe('absent');
	});

	test('a closed assignment keeps its submissions, and a late one that never arrived can be taken back', async () => {
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		await handInAsSender(sentHandIn);
		await database
			.update(schema.assignment)
			.set({ closedAt: new Date() })
			.where(eq(schema.assignment.id, lesson.assignment));
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'refused',
			reason: 'closed'
		});
		const lateHandIn = createTestHandIn(lesson.lou, work, 1);
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, lateHandIn.id)).toEqual({
			kind: 'taken-back'
		});
		expect((await readStoredSubmissions()).map(({ id }) => id)).toEqual([sentHandIn.id]);
	});

	test('a handed-in project waits for its teacher without being judged', async () => {
		const assignment = await assignTestChallenge(database, lesson.classId, null, null);
		const project = await beginTestWork(database, { assignment, challengeHash: null }, [lesson.lou], PROGRAM_FILES);
		const sentHandIn = createTestHandIn(lesson.lou, project, 1);
		expect(await handInAsSender(sentHandIn, assignment)).toMatchObject({ kind: 'handed-in', toJudge: null });
		expect(queuedIds).toEqual([]);
		expect(await listNewestSubmissions(database, assignment)).toMatchObject([{ shown: 'waiting' }]);
	});

	test('an event announces a hand-in when it is stored, and not when it fails', async () => {
		const databaseEvents = new DatabaseEvents(connection);
		const submissionIds: string[] = [];
		let reportNextEvent: () => void = () => undefined;
		const endSubscription = await databaseEvents.subscribe('submission.changed', ({ submissionId }) => {
			submissionIds.push(submissionId);
			reportNextEvent();
		});
		const failingHandIn = createTestHandIn(lesson.lou, work, 1);
		await expect(
			handIn(database, lesson.lou.account, lesson.assignment, failingHandIn, async () => {
				throw new Error('The queue is not there.');
			})
		).rejects.toThrow('The queue is not there.');
		expect(await readStoredSubmissions()).toEqual([]);
		const sentHandIn = createTestHandIn(lesson.lou, work, 1);
		const nextEvent = new Promise<void>((resolve) => (reportNextEvent = resolve));
		await handInAsSender(sentHandIn);
		await nextEvent;
		expect(submissionIds).toEqual([sentHandIn.id]);
		endSubscription();
	});
});

test('on PostgreSQL, simultaneous hand-ins over two connections make one submission', async () => {
	const { connection, address } = await createFreshPostgres();
	await migrateDatabase(connection);
	await storeBuildPackages(connection.database);
	const otherConnection = await openPostgres(address);
	const lesson = await prepareTestLesson(connection.database);
	const work = await beginTestWork(connection.database, lesson, [lesson.lou], PROGRAM_FILES);
	const queuedIds: string[] = [];
	const answers = await Promise.all(
		Array.from({ length: 10 }, (_, index) => {
			const { database } = index % 2 === 0 ? connection : otherConnection;
			const sentHandIn = createTestHandIn(lesson.lou, work, 1);
			return handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async (id) => void queuedIds.push(id));
		})
	);
	expect(answers.every(({ kind }) => kind === 'handed-in')).toBe(true);
	expect(queuedIds).toHaveLength(1);
	expect(await listNewestSubmissions(connection.database, lesson.assignment)).toHaveLength(1);
	await otherConnection.close();
	await connection.close();
});
