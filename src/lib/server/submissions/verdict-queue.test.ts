/** Tests the order and the recovery of the verdict queue, on both database engines. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentHandIn } from '#lib/wire/hand-in.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { waitingVerdict } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { VerdictDispatcher } from './dispatcher.ts';
import { handIn } from './hand-in.ts';
import { moveSubmission } from './take-back.ts';
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
import {
	releaseOwnTasks,
	returnTaskForRetry,
	dequeueSubmission,
	takeNextTask,
	enqueueUnjudgedSubmissions,
	enqueueSubmission,
	type TakenTask
} from './verdict-queue.ts';

/** A dispatcher with a fake judge that records the order of submissions, and finishes each when the test says so. */
function createRecordingDispatcher(database: Database, { seats = 1, slowAfter = 2 ** 30 } = {}) {
	const orderedIds: string[] = [];
	const endersById = new Map<string, () => void>();
	let endsAtOnce = false;
	let reportNextTask: () => void = () => undefined;
	const judge = async (task: TakenTask): Promise<void> => {
		orderedIds.push(task.submissionId);
		reportNextTask();
		if (!endsAtOnce) await new Promise<void>((resolve) => endersById.set(task.submissionId, resolve));
		await dequeueSubmission(database, task);
	};
	const onFailure = (error: unknown): void => {
		throw error;
	};
	const dispatcher = new VerdictDispatcher({
		database,
		seats,
		slowAfterMilliseconds: slowAfter,
		mostUnderWay: 10,
		judge,
		onFailure
	});
	return {
		order: orderedIds,
		dispatcher,
		async waitForTaskCount(count: number): Promise<string[]> {
			while (orderedIds.length < count) await new Promise<void>((resolve) => (reportNextTask = resolve));
			return orderedIds;
		},
		endTask(id: string) {
			endersById.get(id)?.();
		},
		/** Finishes the running tasks, judges everything that waits, and returns the order of all submissions. */
		async judgeAll(): Promise<string[]> {
			endsAtOnce = true;
			for (const end of endersById.values()) end();
			dispatcher.wake();
			await dispatcher.waitUntilIdle();
			return orderedIds;
		}
	};
}

async function handInAndEnqueue(
	database: Database,
	student: TestLessonStudent,
	assignmentId: string,
	sent: SentHandIn
): Promise<string> {
	const outcome = await handIn(database, student.account, assignmentId, sent, (submissionId, challengeHash, within) =>
		enqueueSubmission(within, { submissionId, challengeHash }, student.account)
	);
	if (outcome.kind !== 'handed-in') throw new Error(outcome.reason);
	return sent.id;
}

/** Hands in `count` works of this student, each for an assignment of its own. */
async function handInWorks(
	database: Database,
	lesson: PreparedTestLesson,
	student: TestLessonStudent,
	count: number
): Promise<string[]> {
	const ids: string[] = [];
	for (let nth = 0; nth < count; nth++) {
		const assignment = await assignTestChallenge(database, lesson.classId, 'horodateur', lesson.challengeHash);
		const { challengeHash } = lesson;
		const work = await beginTestWork(database, { assignment, challengeHash }, [student], { 'main.ts': `// ${nth}` });
		ids.push(await handInAndEnqueue(database, student, assignment, createTestHandIn(student, work, 1)));
	}
	return ids;
}

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let lou: TestLessonStudent;
	let noor: TestLessonStudent;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		await database.delete(waitingVerdict);
		lesson = await prepareTestLesson(database);
		({ lou, noor } = lesson);
	});

	const readWaitingIds = async () => (await database.select().from(waitingVerdict)).map((one) => one.submissionId);

	test('students’ submissions are judged in turns, however many one student hands in first', async () => {
		const maxStudent = await enrolTestStudent(database, lesson.classId);
		const lousIds = await handInWorks(database, lesson, lou, 5);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		const maxesIds = await handInWorks(database, lesson, maxStudent, 2);
		expect(await createRecordingDispatcher(database).judgeAll()).toEqual([
			lousIds[0],
			noors,
			maxesIds[0],
			lousIds[1],
			maxesIds[1],
			...lousIds.slice(2)
		]);
		expect(await readWaitingIds()).toEqual([]);
	});

	test('a student’s first submission is judged before the waiting ones of a student who sent many', async () => {
		const lousIds = await handInWorks(database, lesson, lou, 4);
		const recorder = createRecordingDispatcher(database);
		recorder.dispatcher.wake();
		await recorder.waitForTaskCount(1);
		recorder.endTask(lousIds[0] ?? '');
		await recorder.waitForTaskCount(2);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		expect(await recorder.judgeAll()).toEqual([lousIds[0], lousIds[1], noors, lousIds[2], lousIds[3]]);
	});

	test("one student's programs are judged one at a time: another seat is free for others", async () => {
		const lousIds = await handInWorks(database, lesson, lou, 3);
		const recorder = createRecordingDispatcher(database, { seats: 2 });
		recorder.dispatcher.wake();
		await recorder.waitForTaskCount(1);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		recorder.dispatcher.wake();
		expect(await recorder.waitForTaskCount(2)).toEqual([lousIds[0], noors]);
		recorder.endTask(noors ?? '');
		expect(await recorder.judgeAll()).toEqual([lousIds[0], noors, lousIds[1], lousIds[2]]);
	});

	test('a long task frees its seat for another student, and its own student’s next task waits', async () => {
		const lousIds = await handInWorks(database, lesson, lou, 2);
		const recorder = createRecordingDispatcher(database, { slowAfter: 1 });
		recorder.dispatcher.wake();
		await recorder.waitForTaskCount(1);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		// Wake the dispatcher again, because the long task may have left its seat before Noor's submission waited.
		recorder.dispatcher.wake();
		expect(await recorder.waitForTaskCount(2)).toEqual([lousIds[0], noors]);
		recorder.endTask(lousIds[0] ?? '');
		expect(await recorder.waitForTaskCount(3)).toEqual([lousIds[0], noors, lousIds[1]]);
		await recorder.judgeAll();
	});

	test('only the newest submission of a work waits to be judged, in place of those it replaces', async () => {
		const { assignment } = lesson;
		const work = await beginTestWork(database, lesson, [lou], { 'main.ts': '// 1' });
		let replacedId: string | null = null;
		for (let nth = 1; nth <= 4; nth++) {
			if (nth > 1) await saveTestVersion(database, work, nth, { 'main.ts': `// ${nth}` });
			replacedId = await handInAndEnqueue(
				database,
				lou,
				assignment,
				createTestHandIn(lou, work, nth, { replaces: replacedId })
			);
			expect(await readWaitingIds()).toEqual([replacedId]);
		}
		expect(await createRecordingDispatcher(database).judgeAll()).toEqual([replacedId]);
	});

	test('a submission that replaces one being judged waits until that is done, and others go first', async () => {
		const { assignment } = lesson;
		const work = await beginTestWork(database, lesson, [lou], { 'main.ts': '// 1' });
		const firstId = await handInAndEnqueue(database, lou, assignment, createTestHandIn(lou, work, 1));
		const recorder = createRecordingDispatcher(database, { seats: 2 });
		recorder.dispatcher.wake();
		await recorder.waitForTaskCount(1);
		await saveTestVersion(database, work, 2, { 'main.ts': '// 2' });
		const secondId = await handInAndEnqueue(
			database,
			lou,
			assignment,
			createTestHandIn(lou, work, 2, { replaces: firstId })
		);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		recorder.dispatcher.wake();
		expect(await recorder.waitForTaskCount(2)).toEqual([firstId, noors]);
		recorder.endTask(noors ?? '');
		expect(await recorder.judgeAll()).toEqual([firstId, noors, secondId]);
		expect(await readWaitingIds()).toEqual([]);
	});

	test('a turn answered before it was judged is not judged once the next turn is handed in', async () => {
		const { assignment } = lesson;
		const work = await beginTestWork(database, lesson, [lou], { 'main.ts': '// 1' });
		const firstId = await handInAndEnqueue(database, lou, assignment, createTestHandIn(lou, work, 1));
		await database.transaction((transaction) => moveSubmission(transaction, assignment, firstId, 'return'));
		await saveTestVersion(database, work, 2, { 'main.ts': '// 2' });
		const secondId = await handInAndEnqueue(database, lou, assignment, createTestHandIn(lou, work, 2));
		expect(await readWaitingIds()).toEqual([secondId]);
		// A search for submissions without a verdict does not queue the first turn again, because a newer turn exists.
		await enqueueUnjudgedSubmissions(database);
		expect(await readWaitingIds()).not.toContain(firstId);
	});

	test('a teacher’s rejudgement yields to students who hand in, and takes one seat', async () => {
		const lousIds = await handInWorks(database, lesson, lou, 3);
		await database.delete(waitingVerdict);
		for (const submissionId of lousIds)
			await enqueueSubmission(database, { submissionId, challengeHash: 'f'.repeat(64) }, null);
		const recorder = createRecordingDispatcher(database, { seats: 2 });
		recorder.dispatcher.wake();
		// Any of Lou's three submissions may come first, because they began to wait at the same moment.
		const [firstId] = await recorder.waitForTaskCount(1);
		const [noors] = await handInWorks(database, lesson, noor, 1);
		recorder.dispatcher.wake();
		expect(await recorder.waitForTaskCount(2)).toEqual([firstId, noors]);
		expect((await recorder.judgeAll()).slice(2).toSorted()).toEqual(lousIds.filter((id) => id !== firstId).toSorted());
	});

	test('the task of a process that died is taken by another process as a second attempt', async () => {
		const [id] = await handInWorks(database, lesson, lou, 1);
		expect(await takeNextTask(database, 'dead')).toMatchObject({ submissionId: id, attempts: 1 });
		expect(await takeNextTask(database, 'other')).toBeUndefined();
		await database.execute(sql`update waiting_verdict set free_at = now() - interval '1 second'`);
		expect(await takeNextTask(database, 'other')).toMatchObject({ submissionId: id, attempts: 2 });
	});

	test('a task freed in the current millisecond is taken, although its stored time is rounded up', async () => {
		const [id] = await handInWorks(database, lesson, lou, 1);
		await database.transaction(async (transaction) => {
			await transaction.execute(sql`
				update waiting_verdict set free_at = date_trunc('milliseconds', now()) + interval '1 millisecond'`);
			expect(await takeNextTask(transaction, 'one')).toMatchObject({ submissionId: id });
		});
	});

	test('a failed task waits before its next attempt, and a task released by its process does not', async () => {
		const [id] = await handInWorks(database, lesson, lou, 1);
		const task = await takeNextTask(database, 'one');
		if (!task) throw new Error('Nothing waits.');
		await releaseOwnTasks(database, 'one');
		expect(await takeNextTask(database, 'two')).toMatchObject({ submissionId: id, attempts: 1 });
		await returnTaskForRetry(database, { ...task, attempts: 8 });
		expect(await takeNextTask(database, 'two')).toBeUndefined();
		expect(await readWaitingIds()).toEqual([id]);
		// While the failed task waits for its next attempt, the same student hands in another work.
		const [nextId] = await handInWorks(database, lesson, lou, 1);
		expect(await takeNextTask(database, 'two')).toMatchObject({ submissionId: nextId });
	});

	test('a submission without a verdict that is not queued is queued once', async () => {
		const ids = await handInWorks(database, lesson, lou, 2);
		await database.delete(waitingVerdict);
		expect(await enqueueUnjudgedSubmissions(database)).toBeGreaterThanOrEqual(2);
		expect(await enqueueUnjudgedSubmissions(database)).toBe(0);
		expect(await readWaitingIds()).toEqual(expect.arrayContaining(ids));
	});
});

test('two processes share one PostgreSQL queue: no task is taken twice, and no student occupies both', async () => {
	const { connection, address } = await createFreshPostgres();
	await migrateDatabase(connection);
	await storeBuildPackages(connection.database);
	const otherConnection = await openPostgres(address);
	const lesson = await prepareTestLesson(connection.database);
	const lousIds = await handInWorks(connection.database, lesson, lesson.lou, 3);
	const oneRecorder = createRecordingDispatcher(connection.database, { seats: 2 });
	const otherRecorder = createRecordingDispatcher(otherConnection.database, { seats: 2 });
	oneRecorder.dispatcher.wake();
	await oneRecorder.waitForTaskCount(1);
	otherRecorder.dispatcher.wake();
	await otherRecorder.dispatcher.waitUntilIdle();
	expect(otherRecorder.order).toEqual([]);
	const [noors] = await handInWorks(connection.database, lesson, lesson.noor, 1);
	otherRecorder.dispatcher.wake();
	expect(await otherRecorder.waitForTaskCount(1)).toEqual([noors]);
	await otherRecorder.judgeAll();
	await oneRecorder.judgeAll();
	expect([...oneRecorder.order, ...otherRecorder.order].toSorted()).toEqual([...lousIds, noors].toSorted());
	await otherConnection.close();
	await connection.close();
});
