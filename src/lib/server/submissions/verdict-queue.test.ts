/** Tests the order and the recovery of the verdict queue, on both database engines. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentHandIn } from '#lib/wire/hand-in.ts';
import { importPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { waitingVerdict } from '#lib/server/db/schema/index.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase, freshPostgres } from '#lib/server/db/testing/fresh.ts';
import { VerdictDispatcher } from './dispatcher.ts';
import { handIn } from './hand-in.ts';
import { moveSubmission } from './move.ts';
import {
	assignTestChallenge,
	beginTestWork,
	enrolTestStudent,
	prepareTestLesson,
	saveTestVersion,
	sentTestHandIn,
	type PreparedTestLesson,
	type TestLessonStudent
} from './testing.ts';
import {
	releaseOwnTasks,
	retryLater,
	dequeueSubmission,
	takeNextTask,
	enqueueUnjudged,
	enqueueSubmission,
	type TakenTask
} from './verdict-queue.ts';

/** A dispatcher with a judge that records in which order submissions came, and ends each one when the test says so. */
function createRecorder(database: Database, { seats = 1, slowAfter = 2 ** 30 } = {}) {
	const order: string[] = [];
	const underWay = new Map<string, () => void>();
	let isOpen = false;
	let wake: () => void = () => undefined;
	const judge = async (task: TakenTask): Promise<void> => {
		order.push(task.submissionId);
		wake();
		if (!isOpen) await new Promise<void>((resolve) => underWay.set(task.submissionId, resolve));
		await dequeueSubmission(database, task);
	};
	const onFailure = (error: unknown): void => {
		throw error;
	};
	const dispatcher = new VerdictDispatcher({ database, seats, slowAfter, mostUnderWay: 10, judge, onFailure });
	return {
		order,
		dispatcher,
		async until(count: number): Promise<string[]> {
			while (order.length < count) await new Promise<void>((resolve) => (wake = resolve));
			return order;
		},
		end(id: string) {
			underWay.get(id)?.();
		},
		/** Ends what is under way, judges everything that waits, and returns the order. */
		async all(): Promise<string[]> {
			isOpen = true;
			for (const end of underWay.values()) end();
			dispatcher.wake();
			await dispatcher.waitUntilIdle();
			return order;
		}
	};
}

async function send(
	database: Database,
	student: TestLessonStudent,
	assignment: string,
	sent: SentHandIn
): Promise<string> {
	const outcome = await handIn(database, student.account, assignment, sent, (submissionId, challengeHash, within) =>
		enqueueSubmission(within, { submissionId, challengeHash }, student.account)
	);
	if (outcome.kind !== 'handed-in') throw new Error(outcome.reason);
	return sent.id;
}

/** Hands in `count` works of this student, each for an assignment of its own. */
async function handsIn(
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
		ids.push(await send(database, student, assignment, sentTestHandIn(student, work, 1)));
	}
	return ids;
}

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let lou: TestLessonStudent;
	let noor: TestLessonStudent;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
		await importPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		await database.delete(waitingVerdict);
		lesson = await prepareTestLesson(database);
		({ lou, noor } = lesson);
	});

	const readWaiting = async () => (await database.select().from(waitingVerdict)).map((one) => one.submissionId);

	test('students take turns, however many works one of them hands in first', async () => {
		const max = await enrolTestStudent(database, lesson.classId);
		const lous = await handsIn(database, lesson, lou, 5);
		const [noors] = await handsIn(database, lesson, noor, 1);
		const maxes = await handsIn(database, lesson, max, 2);
		expect(await createRecorder(database).all()).toEqual([
			lous[0],
			noors,
			maxes[0],
			lous[1],
			maxes[1],
			...lous.slice(2)
		]);
		expect(await readWaiting()).toEqual([]);
	});

	test('whoever comes while many of one student wait is next', async () => {
		const lous = await handsIn(database, lesson, lou, 4);
		const judge = createRecorder(database);
		judge.dispatcher.wake();
		await judge.until(1);
		judge.end(lous[0] ?? '');
		await judge.until(2);
		const [noors] = await handsIn(database, lesson, noor, 1);
		expect(await judge.all()).toEqual([lous[0], lous[1], noors, lous[2], lous[3]]);
	});

	test("one student's programs are judged one at a time: another seat is free for others", async () => {
		const lous = await handsIn(database, lesson, lou, 3);
		const judge = createRecorder(database, { seats: 2 });
		judge.dispatcher.wake();
		await judge.until(1);
		const [noors] = await handsIn(database, lesson, noor, 1);
		judge.dispatcher.wake();
		expect(await judge.until(2)).toEqual([lous[0], noors]);
		judge.end(noors ?? '');
		expect(await judge.all()).toEqual([lous[0], noors, lous[1], lous[2]]);
	});

	test('a long task gives its seat to another student, and its own student waits for it', async () => {
		const lous = await handsIn(database, lesson, lou, 2);
		const judge = createRecorder(database, { slowAfter: 1 });
		judge.dispatcher.wake();
		await judge.until(1);
		const [noors] = await handsIn(database, lesson, noor, 1);
		// Wake again: the long task may have left its seat before Noor's submission waited.
		judge.dispatcher.wake();
		expect(await judge.until(2)).toEqual([lous[0], noors]);
		judge.end(lous[0] ?? '');
		expect(await judge.until(3)).toEqual([lous[0], noors, lous[1]]);
		await judge.all();
	});

	test('of one work one verdict is waited for: what is handed in instead takes its place', async () => {
		const { assignment } = lesson;
		const work = await beginTestWork(database, lesson, [lou], { 'main.ts': '// 1' });
		let replaces: string | null = null;
		for (let nth = 1; nth <= 4; nth++) {
			if (nth > 1) await saveTestVersion(database, work, nth, { 'main.ts': `// ${nth}` });
			replaces = await send(database, lou, assignment, sentTestHandIn(lou, work, nth, { replaces }));
			expect(await readWaiting()).toEqual([replaces]);
		}
		expect(await createRecorder(database).all()).toEqual([replaces]);
	});

	test('a turn that was answered before it was judged is not judged any more when the next one comes', async () => {
		const { assignment } = lesson;
		const work = await beginTestWork(database, lesson, [lou], { 'main.ts': '// 1' });
		const first = await send(database, lou, assignment, sentTestHandIn(lou, work, 1));
		await database.transaction((transaction) => moveSubmission(transaction, assignment, first, 'return'));
		await saveTestVersion(database, work, 2, { 'main.ts': '// 2' });
		const second = await send(database, lou, assignment, sentTestHandIn(lou, work, 2));
		expect(await readWaiting()).toEqual([second]);
		// The search for unjudged submissions does not find the first turn again either.
		await enqueueUnjudged(database);
		expect(await readWaiting()).not.toContain(first);
	});

	test('a teacher’s rejudgement yields to students who hand in, and takes one seat', async () => {
		const lous = await handsIn(database, lesson, lou, 3);
		await database.delete(waitingVerdict);
		for (const submissionId of lous)
			await enqueueSubmission(database, { submissionId, challengeHash: 'f'.repeat(64) }, null);
		const judge = createRecorder(database, { seats: 2 });
		judge.dispatcher.wake();
		// Any of the three may come first: they began to wait at the same moment.
		const [first] = await judge.until(1);
		const [noors] = await handsIn(database, lesson, noor, 1);
		judge.dispatcher.wake();
		expect(await judge.until(2)).toEqual([first, noors]);
		expect((await judge.all()).slice(2).toSorted()).toEqual(lous.filter((id) => id !== first).toSorted());
	});

	test('the tasks of a process that died are taken by another, and counted', async () => {
		const [id] = await handsIn(database, lesson, lou, 1);
		expect(await takeNextTask(database, 'dead')).toMatchObject({ submissionId: id, attempts: 1 });
		expect(await takeNextTask(database, 'other')).toBeUndefined();
		await database.execute(sql`update waiting_verdict set free_at = now() - interval '1 second'`);
		expect(await takeNextTask(database, 'other')).toMatchObject({ submissionId: id, attempts: 2 });
	});

	test('a task freed this moment is taken, although its time is rounded up', async () => {
		const [id] = await handsIn(database, lesson, lou, 1);
		await database.transaction(async (transaction) => {
			await transaction.execute(sql`
				update waiting_verdict set free_at = date_trunc('milliseconds', now()) + interval '1 millisecond'`);
			expect(await takeNextTask(transaction, 'one')).toMatchObject({ submissionId: id });
		});
	});

	test('a failed task waits a while, and one that a stopped process released does not', async () => {
		const [id] = await handsIn(database, lesson, lou, 1);
		const task = await takeNextTask(database, 'one');
		if (!task) throw new Error('Nothing waits.');
		await releaseOwnTasks(database, 'one');
		expect(await takeNextTask(database, 'two')).toMatchObject({ submissionId: id, attempts: 1 });
		await retryLater(database, { ...task, attempts: 8 });
		expect(await takeNextTask(database, 'two')).toBeUndefined();
		expect(await readWaiting()).toEqual([id]);
		// While the failed task pauses, the same student hands in another work.
		const [next] = await handsIn(database, lesson, lou, 1);
		expect(await takeNextTask(database, 'two')).toMatchObject({ submissionId: next });
	});

	test('a submission without a verdict that waits nowhere is found, once', async () => {
		const ids = await handsIn(database, lesson, lou, 2);
		await database.delete(waitingVerdict);
		expect(await enqueueUnjudged(database)).toBeGreaterThanOrEqual(2);
		expect(await enqueueUnjudged(database)).toBe(0);
		expect(await readWaiting()).toEqual(expect.arrayContaining(ids));
	});
});

test('two processes share what waits on one PostgreSQL: nothing is taken twice, and no student has both', async () => {
	const { connection, address } = await freshPostgres();
	await migrateDatabase(connection);
	await importPackages(connection.database);
	const other = await openPostgres(address);
	const lesson = await prepareTestLesson(connection.database);
	const lous = await handsIn(connection.database, lesson, lesson.lou, 3);
	const one = createRecorder(connection.database, { seats: 2 });
	const two = createRecorder(other.database, { seats: 2 });
	one.dispatcher.wake();
	await one.until(1);
	two.dispatcher.wake();
	await two.dispatcher.waitUntilIdle();
	expect(two.order).toEqual([]);
	const [noors] = await handsIn(connection.database, lesson, lesson.noor, 1);
	two.dispatcher.wake();
	expect(await two.until(1)).toEqual([noors]);
	await two.all();
	await one.all();
	expect([...one.order, ...two.order].toSorted()).toEqual([...lous, noors].toSorted());
	await other.close();
	await connection.close();
});
