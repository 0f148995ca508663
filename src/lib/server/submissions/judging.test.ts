/** Tests the judging of submissions, on both database engines. */
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { importPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { readBoardRows } from '#lib/server/board/board-rows.ts';
import { closeJudge } from '#lib/server/judge.ts';
import { assignmentResultsOf } from '#lib/server/export/results.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather.ts';
import { reviewQueueOf } from '#lib/server/reviews/queue.ts';
import { handIn } from './hand-in.ts';
import { judgeWaitingSubmissions } from './job.ts';
import { judgeTrialExamples } from './judge-examples.ts';
import { judgeSubmission } from './judging.ts';
import { moveSubmission } from './move.ts';
import { findSubmission } from './submission-queries.ts';
import { takeBackSubmission } from './take-back.ts';
import {
	beginTestWork,
	prepareTestLesson,
	saveTestVersion,
	sentTestHandIn,
	type TestFiles,
	type PreparedTestLesson
} from './testing.ts';
import { storeVerdict, listVerdictsOfSubmission } from './verdicts.ts';

vi.mock('node:child_process', { spy: true });
// Each judge in this file lives for seconds, so optimising its code would cost more than it saves.
vi.mock('#sandbox/judge/index.ts', async (original) => {
	const real = await original<typeof import('#sandbox/judge/index.ts')>();
	const { createJudge } = real;
	return {
		...real,
		createJudge: (...[options]: Parameters<typeof createJudge>) => createJudge({ ...options, isBrief: true })
	};
});

const WRONG = { 'main.ts': 'export const price = (minutes: number) => minutes * 2;' };

/** Returns the judge's processes started so far, without the compiler's. */
function judges(): ChildProcess[] {
	const { calls, results } = vi.mocked(spawn).mock;
	return results
		.filter((_, index) => (calls[index]?.[1] as string[] | undefined)?.includes('--input-type=commonjs'))
		.map(({ value }) => value as ChildProcess);
}

/** Kills the next `count` processes of the judge. Returns a function that tells how many were killed. */
function killNext(count: number): () => number {
	let killed = 0;
	const knownProcesses = new Set(judges());
	const timer = setInterval(() => {
		for (const child of judges().filter((one) => !knownProcesses.has(one) || one.exitCode === null)) {
			if (killed >= count || child.killed) continue;
			if (knownProcesses.has(child) && child.exitCode !== null) continue;
			knownProcesses.add(child);
			if (child.kill('SIGKILL')) killed += 1;
		}
	}, 5);
	stopKilling = () => clearInterval(timer);
	return () => killed;
}
let stopKilling: () => void = () => undefined;
afterEach(() => stopKilling());
afterAll(() => closeJudge());

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let hash: string;
	let solution: TestFiles;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
		await importPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		hash = lesson.challengeHash ?? '';
		solution = (await loadPrivatePart(hash))?.solution ?? {};
	});

	async function handedIn(files: TestFiles, prediction: string | null = null): Promise<string> {
		const work = await beginTestWork(database, lesson, [lesson.lou], files);
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1, { prediction });
		const outcome = await handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async () => undefined);
		if (outcome.kind !== 'handed-in') throw new Error(outcome.reason);
		return sentHandIn.id;
	}
	const judgeOnce = (submissionId: string, options?: { blame: boolean }) =>
		judgeSubmission(database, { submissionId, challengeHash: hash }, options);
	const read = (id: string) => findSubmission(database, lesson.assignment, id);

	test('the solution passes, and a program that is wrong does not', async () => {
		const right = await handedIn(solution);
		await judgeOnce(right);
		const storedSubmission = await read(right);
		expect(storedSubmission).toMatchObject({
			state: 'judged',
			shown: 'waiting',
			verdict: { challengeHash: hash, load: null }
		});
		const tally = storedSubmission?.verdict?.tally;
		expect(tally?.passed).toBe(tally?.total);
		expect(tally?.total).toBeGreaterThan(10);
		expect(storedSubmission?.verdict?.verdict.held).toEqual({ passed: 3, total: 3 });

		await database.delete(schema.progress);
		const wrong = await handedIn(WRONG);
		await judgeOnce(wrong);
		const verdict = (await read(wrong))?.verdict;
		expect(verdict?.tally.passed).toBeLessThan(verdict?.tally.total ?? 0);
		expect(verdict?.verdict.report.results.map(({ path }) => path)).toContainEqual([
			'held',
			'build',
			'every-minute-of-eight-hours'
		]);
	});

	test('the author’s prediction stands beside the value that the judge saw returned', async () => {
		const id = await handedIn(WRONG, ' 94 ');
		await judgeOnce(id);
		const storedSubmission = await read(id);
		const [minutes] = storedSubmission?.prediction?.args ?? [];
		expect(storedSubmission?.prediction).toEqual({ name: 'price', args: [expect.any(Number)], said: '94' });
		const returnedValue = { kind: 'value', text: String(Number(minutes) * 2) };
		expect(storedSubmission?.verdict?.returned).toEqual(returnedValue);
		const own = await gatherPersonalData(database, lesson.lou.account, new Date());
		expect(own.submissions).toMatchObject([{ prediction: { said: '94' }, verdicts: [{ returned: returnedValue }] }]);
		await database.delete(schema.progress);
		const unsaid = await handedIn(WRONG, '  ');
		await judgeOnce(unsaid);
		expect(await read(unsaid)).toMatchObject({ prediction: null, verdict: { returned: null } });
	});

	test('examples that were handed in are judged, whatever the program does, and board, queue and results know it', async () => {
		const fridge = await prepareTestLesson(database, 'frigo-vaccins');
		const work = await beginTestWork(database, fridge, [fridge.lou], WRONG, { challengeId: 'frigo-vaccins' });
		const rowOf = async () => (await readBoardRows(database, fridge.assignment, [fridge.lou.member]))[0];
		const judgeHandIn = async (nth: number, examples: unknown) => {
			await saveTestVersion(database, work, nth, WRONG, {}, { steps: [{ id: 'catch', kind: 'catch', examples }] });
			const before = (await rowOf())?.submission?.id ?? null;
			const sentHandIn = sentTestHandIn(fridge.lou, work, nth, { replaces: before });
			const outcome = await handIn(database, fridge.lou.account, fridge.assignment, sentHandIn, async () => undefined);
			expect(outcome).toMatchObject({ kind: 'handed-in', submission: { id: sentHandIn.id } });
			expect((await rowOf())?.submission?.caught).toBeNull();
			await judgeSubmission(database, { submissionId: sentHandIn.id, challengeHash: fridge.challengeHash ?? '' });
			const [caught] = (await findSubmission(database, fridge.assignment, sentHandIn.id))?.verdict?.caught ?? [];
			const count = { caught: caught?.caught, total: caught?.total };
			expect((await rowOf())?.submission?.caught).toEqual(count);
			const assignment = { id: fridge.assignment, classId: fridge.classId };
			expect(await reviewQueueOf(database, assignment)).toMatchObject([{ id: sentHandIn.id, caught: count }]);
			const [{ results = [] } = {}] = await assignmentResultsOf(database, fridge.classId, fridge.lou.member);
			expect(results).toMatchObject([{ handedIn: { caught: count } }]);
			return caught;
		};
		const none = await judgeHandIn(2, []);
		expect(none).toMatchObject({ step: 'catch', caught: 0, examples: [] });
		expect(none?.total).toBeGreaterThan(9);
		// Another hand-in has the same program and an example.
		const some = await judgeHandIn(3, [{ function: 'status', given: ['2'], returns: 'ok' }]);
		expect(some?.caught).toBeGreaterThan(0);
		const again = [{ function: 'status', given: ['2'], returns: 'ok' }];
		const trialResult = await judgeTrialExamples(database, fridge.challengeHash ?? '', 'catch', again);
		expect(trialResult).toMatchObject({ step: 'catch', caught: some?.caught, total: none?.total });
		expect(await judgeTrialExamples(database, fridge.challengeHash ?? '', 'build', again)).toBeUndefined();
		expect(await judgeHandIn(4, '<script>')).toMatchObject({ caught: 0, examples: [] });
	});

	test('a challenge with nothing to catch says nothing of it', async () => {
		const id = await handedIn(solution);
		await judgeOnce(id);
		expect((await read(id))?.verdict?.caught).toBeNull();
	});

	test('asked for many times, and by the queue, it is judged once', async () => {
		const id = await handedIn(solution);
		await Promise.all([judgeOnce(id), judgeOnce(id), judgeOnce(id)]);
		await judgeOnce(id);
		const [only, ...others] = await listVerdictsOfSubmission(database, id);
		expect(others).toEqual([]);
		// Storing the same verdict again, as another process may, adds none.
		if (only === undefined) throw new Error('There is no verdict.');
		const { submissionId, challengeHash, engine: name, verdict } = only;
		await storeVerdict(database, { submissionId, challengeHash, engine: name, verdict, returned: null });
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
	});

	test('a verdict that comes while a teacher looks, or after the answer, moves nothing', async () => {
		const id = await handedIn(solution);
		const move = (act: Parameters<typeof moveSubmission>[3]) =>
			database.transaction((transaction) => moveSubmission(transaction, lesson.assignment, id, act));
		await move('begin-review');
		await judgeOnce(id);
		expect(await read(id)).toMatchObject({ state: 'in-review', verdict: { counts: true } });
		expect(await move('let-go')).toBe('judged');
	});

	test('a submission taken back while it was judged leaves nothing', async () => {
		const id = await handedIn(solution);
		const judging = judgeOnce(id);
		await takeBackSubmission(database, lesson.lou.account, lesson.assignment, id);
		await judging;
		expect(await listVerdictsOfSubmission(database, id)).toEqual([]);
		await judgeOnce(id);
	});

	test("the judge's process is killed again and again: one verdict, and the right one", async () => {
		const id = await handedIn(solution);
		const killed = killNext(3);
		await judgeOnce(id);
		expect(killed()).toBe(3);
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
		const verdict = (await read(id))?.verdict;
		expect(verdict?.load).toBeNull();
		expect(verdict?.tally.passed).toBe(verdict?.tally.total);
	});

	test('a judge that is away says nothing of the program, and what was lost is found again', async () => {
		const id = await handedIn(solution);
		killNext(Infinity);
		await expect(judgeOnce(id)).rejects.toThrow('The judge ended.');
		// Even with `blame` no verdict says that the program crashed the judge, because the judge cannot judge a known program either.
		await expect(judgeOnce(id, { blame: true })).rejects.toThrow('The judge ended.');
		expect(await listVerdictsOfSubmission(database, id)).toEqual([]);
		stopKilling();
		await judgeWaitingSubmissions(database);
		expect(await read(id)).toMatchObject({ state: 'judged', verdict: { load: null } });
		expect(await listVerdictsOfSubmission(database, id)).toHaveLength(1);
	});

	test('files of a program that is no program are judged, and so is a megabyte', async () => {
		const programs: [TestFiles, string][] = [
			[{ 'main.ts': 'dear teacher (' }, 'thrown'],
			[{ 'readme.txt': 'nothing here' }, 'thrown'],
			[{}, 'thrown']
		];
		for (const [files, kind] of programs) {
			await database.delete(schema.progress);
			const id = await handedIn(files);
			await judgeOnce(id);
			expect((await read(id))?.verdict?.load?.kind, JSON.stringify(files)).toBe(kind);
		}
		await database.delete(schema.progress);
		const large = await handedIn({
			...solution,
			'data/poem.txt': 'é'.repeat(480_000)
		});
		await judgeOnce(large);
		expect((await read(large))?.verdict?.load).toBeNull();
	});

	test('only what has no verdict is looked for', async () => {
		const id = await handedIn(solution);
		await judgeOnce(id);
		const [before] = await listVerdictsOfSubmission(database, id);
		await judgeWaitingSubmissions(database);
		expect((await listVerdictsOfSubmission(database, id)).map((one) => one.id)).toEqual([before?.id]);
	});
});
