/** Tests the judging of submissions, on both database engines. */
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { readBoardRows } from '#lib/server/board/board-rows.ts';
import { closeJudge } from '#lib/server/judge.ts';
import { listAssignmentResultsOfClass } from '#lib/server/export/results.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { reviewQueueOfAssignment } from '#lib/server/reviews/review-queue.ts';
import { handIn } from './hand-in.ts';
import { judgeWaitingSubmissions } from './judging-process.ts';
import { judgeTrialExamples } from './judge-examples.ts';
import { judgeSubmission } from './judging.ts';
import { moveSubmission, takeBackSubmission } from './take-back.ts';
import { findSubmission } from './submission-queries.ts';
import {
	beginTestWork,
	prepareTestLesson,
	saveTestVersion,
	createTestHandIn,
	type TestFiles,
	type PreparedTestLesson
} from './testing.ts';
import { storeVerdict, listVerdictsOfSubmission } from './verdicts.ts';

vi.mock('node:child_process', { spy: true });
// Each judge in this file runs for seconds only, so optimising its code would cost more time than it saves.
vi.mock('#sandbox/judge/index.ts', async (original) => {
	const realJudgeModule = await original<typeof import('#sandbox/judge/index.ts')>();
	const { createJudge } = realJudgeModule;
	return {
		...realJudgeModule,
		createJudge: (...[options]: Parameters<typeof createJudge>) => createJudge({ ...options, isShortLived: true })
	};
});

const WRONG_PROGRAM_FILES = { 'main.ts': 'export const price = (minutes: number) => minutes * 2;' };

/** Returns the judge's processes started so far, without the compiler's. */
function listJudgeProcesses(): ChildProcess[] {
	const { calls, results } = vi.mocked(spawn).mock;
	return results
		.filter((_, index) => (calls[index]?.[1] as string[] | undefined)?.includes('--input-type=commonjs'))
		.map(({ value }) => value as ChildProcess);
}

/** Kills the next `count` processes of the judge. Returns a function that tells how many were killed. */
function killNextJudgeProcesses(count: number): () => number {
	let killedCount = 0;
	const knownProcesses = new Set(listJudgeProcesses());
	const killTimer = setInterval(() => {
		for (const child of listJudgeProcesses().filter((one) => !knownProcesses.has(one) || one.exitCode === null)) {
			if (killedCount >= count || child.killed) continue;
			if (knownProcesses.has(child) && child.exitCode !== null) continue;
			knownProcesses.add(child);
			if (child.kill('SIGKILL')) killedCount += 1;
		}
	}, 5);
	stopKillingJudgeProcesses = () => clearInterval(killTimer);
	return () => killedCount;
}
let stopKillingJudgeProcesses: () => void = () => undefined;
afterEach(() => stopKillingJudgeProcesses());
afterAll(() => closeJudge());

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let hash: string;
	let solution: TestFiles;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		hash = lesson.challengeHash ?? '';
		solution = (await loadPrivatePart(hash))?.solution ?? {};
	});

	async function handInFiles(files: TestFiles, prediction: string | null = null): Promise<string> {
		const work = await beginTestWork(database, lesson, [lesson.lou], files);
		const sentHandIn = createTestHandIn(lesson.lou, work, 1, { prediction });
		const outcome = await handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async () => undefined);
		if (outcome.kind !== 'handed-in') throw new Error(outcome.reason);
		return sentHandIn.id;
	}
	const judgeOnce = (submissionId: string, options?: { canBlame: boolean }) =>
		judgeSubmission(database, { submissionId, challengeHash: hash }, options);
	const readSubmission = (id: string) => findSubmission(database, lesson.assignment, id);

	test('the solution passes all checks, and a wrong program fails some', async () => {
		const rightSubmissionId = await handInFiles(solution);
		await judgeOnce(rightSubmissionId);
		const storedSubmission = await readSubmission(rightSubmissionId);
		expect(storedSubmission).toMatchObject({
			state: 'judged',
			shown: 'waiting',
			verdict: { challengeHash: hash, loadProblem: null }
		});
		const tally = storedSubmission?.verdict?.tally;
		expect(tally?.passed).toBe(tally?.total);
		expect(tally?.total).toBeGreaterThan(10);
		expect(storedSubmission?.verdict?.verdict.held).toEqual({ passed: 3, total: 3 });

		await database.delete(schema.progress);
		const wrongSubmissionId = await handInFiles(WRONG_PROGRAM_FILES);
		await judgeOnce(wrongSubmissionId);
		const verdict = (await readSubmission(wrongSubmissionId))?.verdict;
		expect(verdict?.tally.passed).toBeLessThan(verdict?.tally.total ?? 0);
		expect(verdict?.verdict.report.results.map(({ path }) => path)).toContainEqual([
			'held',
			'build',
			'every-minute-of-eight-hours'
		]);
	});

	test('a student’s prediction is stored beside the value that the judge saw returned', async () => {
		const id = await handInFiles(WRONG_PROGRAM_FILES, ' 94 ');
		await judgeOnce(id);
		const storedSubmission = await readSubmission(id);
		const [minutes] = storedSubmission?.prediction?.args ?? [];
		expect(storedSubmission?.prediction).toEqual({ name: 'price', args: [expect.any(Number)], said: '94' });
		const returnedValue = { kind: 'value', text: String(Number(minutes) * 2) };
		expect(storedSubmission?.verdict?.returnedValue).toEqual(returnedValue);
		const personalData = await gatherPersonalData(database, lesson.lou.account, new Date());
		expect(personalData.submissions).toMatchObject([
			{ prediction: { said: '94' }, verdicts: [{ returned: returnedValue }] }
		]);
		await database.delete(schema.progress);
		const submissionWithoutPrediction = await handInFiles(WRONG_PROGRAM_FILES, '  ');
		await judgeOnce(submissionWithoutPrediction);
		expect(await readSubmission(submissionWithoutPrediction)).toMatchObject({
			prediction: null,
			verdict: { returnedValue: null }
		});
	});

	test('examples are judged even with a wrong program, and board, queue and results show the count', async () => {
		const fridgeLesson = await prepareTestLesson(database, 'frigo-vaccins');
		const work = await beginTestWork(database, fridgeLesson, [fridgeLesson.lou], WRONG_PROGRAM_FILES, {
			challengeId: 'frigo-vaccins'
		});
		const readBoardRow = async () =>
			(await readBoardRows(database, fridgeLesson.assignment, [fridgeLesson.lou.member]))[0];
		const handInExamplesAndJudge = async (nth: number, examples: unknown) => {
			await saveTestVersion(
				database,
				work,
				nth,
				WRONG_PROGRAM_FILES,
				{},
				{ steps: [{ id: 'catch', kind: 'catch', examples }] }
			);
			const submissionIdBefore = (await readBoardRow())?.submission?.id ?? null;
			const sentHandIn = createTestHandIn(fridgeLesson.lou, work, nth, { replaces: submissionIdBefore });
			const outcome = await handIn(
				database,
				fridgeLesson.lou.account,
				fridgeLesson.assignment,
				sentHandIn,
				async () => undefined
			);
			expect(outcome).toMatchObject({ kind: 'handed-in', submission: { id: sentHandIn.id } });
			expect((await readBoardRow())?.submission?.caught).toBeNull();
			await judgeSubmission(database, { submissionId: sentHandIn.id, challengeHash: fridgeLesson.challengeHash ?? '' });
			const [caught] =
				(await findSubmission(database, fridgeLesson.assignment, sentHandIn.id))?.verdict?.caughtMutants ?? [];
			const count = { caught: caught?.caught, total: caught?.total };
			expect((await readBoardRow())?.submission?.caught).toEqual(count);
			const assignment = { id: fridgeLesson.assignment, classId: fridgeLesson.classId };
			expect(await reviewQueueOfAssignment(database, assignment)).toMatchObject([{ id: sentHandIn.id, caught: count }]);
			const [{ results = [] } = {}] = await listAssignmentResultsOfClass(
				database,
				fridgeLesson.classId,
				fridgeLesson.lou.member
			);
			expect(results).toMatchObject([{ handedIn: { caught: count } }]);
			return caught;
		};
		const caughtWithoutExamples = await handInExamplesAndJudge(2, []);
		expect(caughtWithoutExamples).toMatchObject({ step: 'catch', caught: 0, examples: [] });
		expect(caughtWithoutExamples?.total).toBeGreaterThan(9);
		// The next hand-in has the same program, and one example.
		const caughtWithExample = await handInExamplesAndJudge(3, [{ function: 'status', given: ['2'], returns: 'ok' }]);
		expect(caughtWithExample?.caught).toBeGreaterThan(0);
		const sameExamples = [{ function: 'status', given: ['2'], returns: 'ok' }];
		const trialResult = await judgeTrialExamples(database, fridgeLesson.challengeHash ?? '', 'catch', sameExamples);
		expect(trialResult).toMatchObject({
			step: 'catch',
			caught: caughtWithExample?.caught,
			total: caughtWithoutExamples?.total
		});
		expect(await judgeTrialExamples(database, fridgeLesson.challengeHash ?? '', 'build', sameExamples)).toBeUndefined();
		expect(await handInExamplesAndJudge(4, '<script>')).toMatchObject({ caught: 0, examples: [] });
	});

	test('the verdict for a challenge without a catch step has no caught mutants', async () => {
		const id = await handInFiles(solution);
		await judgeOnce(id);
		expect((await readSubmission(id))?.verdict?.caughtMutants).toBeNull();
	});

	test('a submission that is asked to be judged many times gets one verdict', async () => {
		const id = await handInFiles(solution);
		await Promise.all([judgeOnce(id), judgeOnce(id), judgeOnce(id)]);
		await judgeOnce(id);
		const [only, ...others] = await listVerdictsOfSubmission(database, id);
		expect(others).toEqual([]);
		// Storing the same verdict again, as another process may, adds none.
		if (only === undefined) throw new Error('There is no verdict.');
		const { submissionId, challengeHash, engine: name, verdict } = only;
		await storeVerdict(database, { submissionId, challengeHash, engine: name, verdict, returnedValue: null });
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
	});

	test('a verdict that arrives during a review leaves the submission in review', async () => {
		const id = await handInFiles(solution);
		const moveThisSubmission = (act: Parameters<typeof moveSubmission>[3]) =>
			database.transaction((transaction) => moveSubmission(transaction, lesson.assignment, id, act));
		await moveThisSubmission('begin-review');
		await judgeOnce(id);
		expect(await readSubmission(id)).toMatchObject({ state: 'in-review', verdict: { isEffective: true } });
		expect(await moveThisSubmission('let-go')).toBe('judged');
	});

	test('a submission taken back while it is judged gets no verdict', async () => {
		const id = await handInFiles(solution);
		const judging = judgeOnce(id);
		await takeBackSubmission(database, lesson.lou.account, lesson.assignment, id);
		await judging;
		expect(await listVerdictsOfSubmission(database, id)).toEqual([]);
		await judgeOnce(id);
	});

	test('a judge whose process is killed three times still gives one correct verdict', async () => {
		const id = await handInFiles(solution);
		const countKilled = killNextJudgeProcesses(3);
		await judgeOnce(id);
		expect(countKilled()).toBe(3);
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
		const verdict = (await readSubmission(id))?.verdict;
		expect(verdict?.loadProblem).toBeNull();
		expect(verdict?.tally.passed).toBe(verdict?.tally.total);
	});

	test('a judge that cannot run gives no verdict, and the submission is judged later', { tags: 'soak' }, async () => {
		const id = await handInFiles(solution);
		killNextJudgeProcesses(Infinity);
		await expect(judgeOnce(id)).rejects.toThrow('The judge ended.');
		// Even with `canBlame`, no verdict says that the program crashed the judge, because the judge also fails on a program known
		// to be right.
		await expect(judgeOnce(id, { canBlame: true })).rejects.toThrow('The judge ended.');
		expect(await listVerdictsOfSubmission(database, id)).toEqual([]);
		stopKillingJudgeProcesses();
		await judgeWaitingSubmissions(database);
		expect(await readSubmission(id)).toMatchObject({ state: 'judged', verdict: { loadProblem: null } });
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
	});

	test(
		'submissions that are not programs get a verdict, and so does a megabyte of files',
		{ tags: 'soak' },
		async () => {
			const programs: [TestFiles, string][] = [
				[{ 'main.ts': 'dear teacher (' }, 'thrown'],
				[{ 'readme.txt': 'nothing here' }, 'thrown'],
				[{}, 'thrown']
			];
			for (const [files, kind] of programs) {
				await database.delete(schema.progress);
				const id = await handInFiles(files);
				await judgeOnce(id);
				expect((await readSubmission(id))?.verdict?.loadProblem?.kind, JSON.stringify(files)).toBe(kind);
			}
			await database.delete(schema.progress);
			const largeSubmissionId = await handInFiles({
				...solution,
				'data/poem.txt': 'é'.repeat(160_000),
				'data/song.txt': 'é'.repeat(160_000),
				'data/tale.txt': 'é'.repeat(160_000)
			});
			await judgeOnce(largeSubmissionId);
			expect((await readSubmission(largeSubmissionId))?.verdict?.loadProblem).toBeNull();
		}
	);

	test('a submission that has a verdict is not judged again', async () => {
		const id = await handInFiles(solution);
		await judgeOnce(id);
		const [verdictBefore] = await listVerdictsOfSubmission(database, id);
		await judgeWaitingSubmissions(database);
		expect((await listVerdictsOfSubmission(database, id)).map((one) => one.id)).toEqual([verdictBefore?.id]);
	});
});
