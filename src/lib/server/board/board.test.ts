/** Tests how students' progress, help requests and hand-ins reach the teacher's board, also for pairs that form and separate. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { ProgressReport } from '#lib/domain/progress.ts';
import { storeTestWork } from '#lib/server/assignments/testing.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { DatabaseEvents, type DatabaseEventPayload } from '#lib/server/db/database-events.ts';
import { separatePairWork } from '#lib/server/pairs/separate-pair-work.ts';
import { bindWorkToAssignment, findBoundWorkId } from './bind-work.ts';
import { readBoardRows } from './board-rows.ts';
import { addSecondStudentToBoardRows } from './split-pair.ts';
import { markHelpRequestSeen, recordProgress, setHelpRequest } from './progress.ts';
import { storeTestLesson, storeTestSubmission, type TestLesson } from './testing.ts';

const createTimeAtSecond = (second: number) => new Date(1_800_000_000_000 + second * 1000);
const reportAtBuildStep: ProgressReport = { step: 'build', done: ['discover'], passed: 1, checks: 4 };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: TestLesson;
	const events: DatabaseEventPayload<'progress.changed'>[] = [];

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		database = connection.database;
		await new DatabaseEvents(connection).subscribe('progress.changed', (payload) => events.push(payload));
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await storeTestLesson(database);
	});

	const nthStudent = (which: number) => lesson.students[which] ?? { account: '', member: '' };
	const reportProgress = (which: number, change: Partial<ProgressReport>, second: number) =>
		recordProgress(
			database,
			{ assignmentId: lesson.assignment, account: nthStudent(which).account },
			{ ...reportAtBuildStep, ...change },
			createTimeAtSecond(second)
		);
	const setTestHelpRequest = (which: number, wanted: boolean, second: number) =>
		setHelpRequest(
			database,
			{ assignmentId: lesson.assignment, account: nthStudent(which).account },
			wanted,
			createTimeAtSecond(second)
		);
	const findBoardRow = async (which: number) =>
		(await readBoardRows(database, lesson.assignment)).find(
			({ members }) => members[0].id === nthStudent(which).member
		);
	const listLessonEvents = () => events.filter(({ assignmentId }) => assignmentId === lesson.assignment);
	/** Publishes one more event and waits for it, because all earlier events have then arrived too. */
	const waitUntilSettled = async () => {
		const eventCount = events.length;
		await new DatabaseEvents(connection).publish('progress.changed', { assignmentId: 'end', membershipId: 'end' });
		await expect.poll(() => events.length).toBeGreaterThan(eventCount);
		await expect.poll(() => events.at(-1)?.assignmentId).toBe('end');
	};

	test('a row tells activity from progress, and repairing a broken program is not progress', async () => {
		expect(await findBoardRow(0)).toMatchObject({ progress: null, submission: null });
		expect(await reportProgress(0, {}, 0)).toBe(true);
		expect(await findBoardRow(0)).toEqual({
			members: [{ id: nthStudent(0).member, pseudonym: 'p00', key: 'p00' }],
			progress: {
				...reportAtBuildStep,
				lastActivity: createTimeAtSecond(0).getTime(),
				lastProgress: createTimeAtSecond(0).getTime(),
				help: null
			},
			submission: null
		});
		const readPassedAndMoments = async () => {
			const progress = (await findBoardRow(0))?.progress;
			return [progress?.passed, progress?.lastActivity, progress?.lastProgress];
		};
		await reportProgress(0, {}, 30);
		expect(await readPassedAndMoments()).toEqual([
			1,
			createTimeAtSecond(30).getTime(),
			createTimeAtSecond(0).getTime()
		]);
		await reportProgress(0, { passed: 3 }, 31);
		expect(await readPassedAndMoments()).toEqual([
			3,
			createTimeAtSecond(31).getTime(),
			createTimeAtSecond(31).getTime()
		]);
		// A program that is broken and mended again counts as activity, but not as progress.
		await reportProgress(0, { passed: 1 }, 40);
		await reportProgress(0, { passed: 3 }, 50);
		expect(await readPassedAndMoments()).toEqual([
			3,
			createTimeAtSecond(50).getTime(),
			createTimeAtSecond(31).getTime()
		]);
		await reportProgress(0, { passed: 4, done: ['discover', 'build'] }, 60);
		expect(await readPassedAndMoments()).toEqual([
			4,
			createTimeAtSecond(60).getTime(),
			createTimeAtSecond(60).getTime()
		]);
	});

	test('repeated equal reports cause one event, and a change of progress causes another', async () => {
		for (let turn = 0; turn < 50; turn++) await reportProgress(0, {}, turn / 10);
		await reportProgress(0, { passed: 2 }, 5);
		await waitUntilSettled();
		const progressEvent = { assignmentId: lesson.assignment, membershipId: nthStudent(0).member };
		expect(listLessonEvents()).toEqual([progressEvent, progressEvent]);
		expect((await findBoardRow(0))?.progress?.lastActivity).toBe(createTimeAtSecond(5).getTime());
	});

	test('a help request waits, is seen and ends, and the next request is unseen again', async () => {
		expect(await setTestHelpRequest(0, true, 0)).toBe(false);
		await reportProgress(0, {}, 0);
		expect(await setTestHelpRequest(0, true, 10)).toBe(true);
		await setTestHelpRequest(0, true, 20);
		const readHelpRequest = async () => (await findBoardRow(0))?.progress?.help;
		expect(await readHelpRequest()).toEqual({ since: createTimeAtSecond(10).getTime(), seen: false });
		expect(await markHelpRequestSeen(database, lesson.assignment, nthStudent(0).member, createTimeAtSecond(30))).toBe(
			true
		);
		expect(await readHelpRequest()).toEqual({ since: createTimeAtSecond(10).getTime(), seen: true });
		await setTestHelpRequest(0, false, 40);
		expect(await readHelpRequest()).toBeNull();
		expect(await markHelpRequestSeen(database, lesson.assignment, nthStudent(0).member, createTimeAtSecond(41))).toBe(
			false
		);
		await setTestHelpRequest(0, true, 50);
		expect(await readHelpRequest()).toEqual({ since: createTimeAtSecond(50).getTime(), seen: false });
		await waitUntilSettled();
		expect(listLessonEvents()).toHaveLength(6);
	});

	test('a pair has one row, whichever of the two reports, until the pair separates', async () => {
		const [first, second] = [nthStudent(0), nthStudent(1)];
		const ownRow = { assignmentId: lesson.assignment, account: first.account };
		await recordProgress(
			database,
			{ ...ownRow, otherAccount: second.account },
			reportAtBuildStep,
			createTimeAtSecond(0)
		);
		await reportProgress(1, { passed: 2 }, 10);
		await setTestHelpRequest(1, true, 20);
		const bothMembers = { members: [{ pseudonym: 'p00' }, { pseudonym: 'p01', id: second.member }] };
		expect(await findBoardRow(1)).toMatchObject({ progress: null });
		expect(await findBoardRow(0)).toMatchObject({
			...bothMembers,
			progress: { passed: 2, help: { since: createTimeAtSecond(20).getTime() } }
		});

		// The work has reached the server; on another day the first student works alone.
		const { work } = await storeTestWork(database, [first.account, second.account]);
		await database
			.update(schema.progress)
			.set({ workId: work })
			.where(eq(schema.progress.assignmentId, lesson.assignment));
		await reportProgress(0, { passed: 3 }, 1000);
		expect(await findBoardRow(0)).toMatchObject({ ...bothMembers, progress: { passed: 3 } });

		// The pair separates: each student goes on alone.
		await database.delete(schema.workAuthor).where(eq(schema.workAuthor.accountId, second.account));
		await reportProgress(0, {}, 2000);
		expect(await findBoardRow(0)).toMatchObject({ members: [{ pseudonym: 'p00' }] });
		expect((await findBoardRow(0))?.members).toHaveLength(1);
		await reportProgress(1, {}, 2010);
		expect(await findBoardRow(1)).toMatchObject({ progress: { passed: 1 } });

		// The first student's row stays theirs alone, even when the other student sits beside them again.
		await recordProgress(
			database,
			{ ...ownRow, otherAccount: second.account },
			{ ...reportAtBuildStep, passed: 4 },
			createTimeAtSecond(2500)
		);
		expect((await findBoardRow(0))?.members).toHaveLength(1);

		// A student of another class is not added to the row, even when a browser claims so.
		const strangerAccount = (await storeTestLesson(database)).students[0]?.account;
		await recordProgress(
			database,
			{ ...ownRow, otherAccount: strangerAccount },
			reportAtBuildStep,
			createTimeAtSecond(3000)
		);
		expect((await findBoardRow(0))?.members).toHaveLength(1);
	});

	test('a row that one student began becomes the row of both, once the second joins', async () => {
		const [first, second] = [nthStudent(0), nthStudent(1)];
		const { work } = await storeTestWork(database, [first.account, second.account]);
		const commonBinding = { assignmentId: lesson.assignment, membershipId: first.member, account: first.account };
		await bindWorkToAssignment(database, { ...commonBinding, workId: work, step: 'build' }, createTimeAtSecond(0));
		expect((await findBoardRow(0))?.members).toHaveLength(1);
		const pairWork = { workId: work, account: first.account, beside: second.account };
		for (let twice = 0; twice < 2; twice++) await addSecondStudentToBoardRows(database, pairWork);
		expect((await findBoardRow(0))?.members.map(({ id }) => id)).toEqual([first.member, second.member]);
		expect(await findBoundWorkId(database, lesson.assignment, second.member)).toBe(work);
		await waitUntilSettled();
		// Two events arrived, one for beginning and one for joining, although the second student was added twice.
		expect(listLessonEvents()).toHaveLength(2);
		// A student of another class is not added to the row.
		const strangerAccount = (await storeTestLesson(database)).students[0]?.account ?? '';
		await database.update(schema.progress).set({ withMember: null }).where(eq(schema.progress.workId, work));
		await addSecondStudentToBoardRows(database, { ...pairWork, beside: strangerAccount });
		expect((await findBoardRow(0))?.members).toHaveLength(1);
	});

	test.each([0, 1])(
		'after a pair separates, each student has a row with the same progress: asked by student %s',
		async (by) => {
			const [first, second] = [nthStudent(0), nthStudent(1)];
			const ownRow = { assignmentId: lesson.assignment, account: first.account };
			const { work } = await storeTestWork(database, [first.account, second.account]);
			await bindWorkToAssignment(
				database,
				{
					assignmentId: lesson.assignment,
					membershipId: first.member,
					withMember: second.member,
					account: first.account,
					workId: work,
					step: ''
				},
				createTimeAtSecond(0)
			);
			await recordProgress(database, ownRow, { ...reportAtBuildStep, passed: 3 }, createTimeAtSecond(10));
			await setTestHelpRequest(1, true, 20);
			const keptWorkId = await separatePairWork(database, nthStudent(by).account, work);
			const boundWorkIds = [
				await findBoundWorkId(database, lesson.assignment, first.member),
				await findBoundWorkId(database, lesson.assignment, second.member)
			];
			expect(new Set(boundWorkIds).size).toBe(2);
			expect(boundWorkIds).toContain(work);
			expect(boundWorkIds[by]).toBe(keptWorkId);
			for (const which of [0, 1]) {
				expect((await findBoardRow(which))?.members).toHaveLength(1);
				expect(await findBoardRow(which)).toMatchObject({ progress: { step: 'build', passed: 3 } });
			}
			expect((await findBoardRow(1))?.progress?.help).toBeNull();
			await waitUntilSettled();
			expect(new Set(listLessonEvents().map(({ membershipId }) => membershipId))).toEqual(
				new Set([first.member, second.member])
			);
		}
	);

	test('a row shows the newest submission, and a pair’s submission in both rows', async () => {
		await reportProgress(0, {}, 0);
		const pairMembers = [nthStudent(0).member, nthStudent(1).member];
		await storeTestSubmission(database, lesson, pairMembers, 'returned');
		const newestSubmissionId = await storeTestSubmission(database, lesson, pairMembers, 'handed-in', 2);
		for (const which of [0, 1]) {
			expect((await findBoardRow(which))?.submission).toEqual({
				id: newestSubmissionId,
				state: 'handed-in',
				turn: 2,
				verdict: null,
				caught: null
			});
		}
		expect((await findBoardRow(2))?.submission).toBeNull();
		const readPseudonyms = async (onlyMembers: string[]) =>
			(await readBoardRows(database, lesson.assignment, onlyMembers)).map(({ members }) => members[0].pseudonym);
		expect(await readPseudonyms([nthStudent(2).member])).toEqual(['p02']);
		expect(await readPseudonyms([])).toEqual([]);
	});

	test('people outside the assignment get no row, and their reports are refused without events', async () => {
		const otherLesson = await storeTestLesson(database);
		const strangerAccount = otherLesson.students[0]?.account ?? '';
		const foreignRows: [string, string][] = [
			[lesson.assignment, strangerAccount],
			[lesson.assignment, lesson.teacher],
			[lesson.assignment, 'nobody'],
			['none', nthStudent(0).account],
			["' or true --", nthStudent(0).account]
		];
		for (const [assignmentId, account] of foreignRows) {
			expect(
				await recordProgress(database, { assignmentId, account }, reportAtBuildStep, createTimeAtSecond(0)),
				account
			).toBe(false);
			expect(await setHelpRequest(database, { assignmentId, account }, true, createTimeAtSecond(0)), account).toBe(
				false
			);
		}
		await waitUntilSettled();
		expect(listLessonEvents()).toEqual([]);
		expect(await readBoardRows(database, lesson.assignment)).toHaveLength(3);

		const lessonOfOne = await storeTestLesson(database, { isForFirstStudent: true });
		expect(await readBoardRows(database, lessonOfOne.assignment)).toHaveLength(1);
		const absentAccount = lessonOfOne.students[1]?.account ?? '';
		expect(
			await recordProgress(
				database,
				{ assignmentId: lessonOfOne.assignment, account: absentAccount },
				reportAtBuildStep,
				createTimeAtSecond(0)
			)
		).toBe(false);
		const futureLesson = await storeTestLesson(database, { opensAt: createTimeAtSecond(1) });
		const ownRow = { assignmentId: futureLesson.assignment, account: futureLesson.students[0]?.account ?? '' };
		expect(await recordProgress(database, ownRow, reportAtBuildStep, createTimeAtSecond(0))).toBe(false);
		expect(await recordProgress(database, ownRow, reportAtBuildStep, createTimeAtSecond(1))).toBe(true);
	});
});
