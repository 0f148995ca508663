/** Tests handing in and taking back, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentHandIn } from '#lib/wire/hand-in.ts';
import { importPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase, freshPostgres } from '#lib/server/db/testing/fresh.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { DatabaseEvents } from '#lib/server/db/database-events.ts';
import { handIn } from './hand-in.ts';
import { moveSubmission } from './move.ts';
import { newestSubmissions, findOwnSubmission, listOwnSubmissions, findSubmission } from './submission-queries.ts';
import { takeBackSubmission } from './take-back.ts';
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

const FILES = { 'main.ts': 'export const price = () => 0; // =1+1 <b>' };
const OTHER = { 'main.ts': 'export const price = () => 1;' };

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let work: string;
	let queuedIds: string[];

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
		await importPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		work = await beginTestWork(database, lesson, [lesson.lou], FILES);
		queuedIds = [];
	});

	const enqueue = async (submission: string) => void queuedIds.push(submission);
	const give = (sentHandIn: SentHandIn, assignment = lesson.assignment) =>
		handIn(database, sentHandIn.account, assignment, sentHandIn, enqueue);
	const refusal = async (sentHandIn: SentHandIn, assignment = lesson.assignment) => {
		const outcome = await give(sentHandIn, assignment);
		return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
	};
	const readStored = () =>
		database.select().from(schema.submission).where(eq(schema.submission.assignmentId, lesson.assignment));
	const move = (id: string, act: Parameters<typeof moveSubmission>[3]) =>
		database.transaction((transaction) => moveSubmission(transaction, lesson.assignment, id, act));

	test('a program that is too large to be compiled is not taken in, and stays', async () => {
		await saveTestVersion(database, work, 2, { 'main.ts': 'a;'.repeat(1001) });
		expect(await refusal(sentTestHandIn(lesson.lou, work, 2))).toBe('too-large');
		expect([await readStored(), queuedIds]).toEqual([[], []]);
		await saveTestVersion(database, work, 3, { 'main.ts': 'a;'.repeat(1000) });
		expect(await refusal(sentTestHandIn(lesson.lou, work, 3))).toBe('handed-in');
	});

	test('work is frozen as it was sent, and set to be judged', async () => {
		const decision = { option: 'paper', position: 'Rien à garder.' };
		await saveTestVersion(database, work, 2, OTHER, { [lesson.lou.account]: decision });
		const report = [{ step: 'build', check: 'free', status: 'pass' as const }];
		const sentHandIn = sentTestHandIn(lesson.lou, work, 2, { report });
		expect(await give(sentHandIn)).toMatchObject({
			kind: 'handed-in',
			submission: { id: sentHandIn.id, turn: 1, state: 'handed-in' },
			toJudge: lesson.challengeHash
		});
		expect(queuedIds).toEqual([sentHandIn.id]);
		// Saving after the hand-in makes another version and does not change the submission.
		await saveTestVersion(database, work, 3, FILES);
		expect(await findSubmission(database, lesson.assignment, sentHandIn.id)).toMatchObject({
			members: [lesson.lou.member],
			files: OTHER,
			steps: { current: 'build' },
			decisions: { [lesson.lou.member]: decision },
			browserReport: report,
			shown: 'being-judged'
		});
	});

	test('the same again, another tab and a double click are one hand-in', async () => {
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
		const answers = await Promise.all([give(sentHandIn), give(sentHandIn), give(sentTestHandIn(lesson.lou, work, 1))]);
		expect(answers.map(({ kind }) => kind)).toEqual(['handed-in', 'handed-in', 'handed-in']);
		expect(await give(sentHandIn)).toMatchObject({ submission: { turn: 1 }, toJudge: null });
		expect(await readStored()).toHaveLength(1);
		expect(queuedIds).toHaveLength(1);
	});

	const aPair = async (): Promise<[TestLessonStudent, TestLessonStudent]> => [
		await enrolTestStudent(database, lesson.classId),
		await enrolTestStudent(database, lesson.classId)
	];

	test('of two that made a work both have handed in, and either sees it', async () => {
		const [first, second] = await aPair();
		const both = await beginTestWork(database, lesson, [first, second], FILES);
		const sentHandIn = sentTestHandIn(second, both, 1);
		await give(sentHandIn);
		expect(await newestSubmissions(database, lesson.assignment)).toMatchObject([
			{ id: sentHandIn.id, members: [first.member, second.member].sort() }
		]);
		for (const { account } of [first, second]) {
			expect(await listOwnSubmissions(database, account, lesson.assignment)).toHaveLength(1);
		}
	});

	test("each of a pair reads the other's work and not the other's decision", async () => {
		const [first, second] = await aPair();
		const both = await beginTestWork(database, lesson, [first, second], FILES);
		await saveTestVersion(database, both, 2, FILES, {
			[first.account]: { option: 'kept', position: 'À Lou.' },
			[second.account]: { option: 'paper', position: 'À Noor.' }
		});
		const sentHandIn = sentTestHandIn(first, both, 2);
		await give(sentHandIn);
		const read = async ({ account }: TestLessonStudent) =>
			(await findOwnSubmission(database, account, lesson.assignment, sentHandIn.id))?.decisions;
		expect(await read(first)).toEqual({ [first.member]: { option: 'kept', position: 'À Lou.' } });
		expect(await read(second)).toEqual({ [second.member]: { option: 'paper', position: 'À Noor.' } });
	});

	test('while something waits, something else takes its place only when it says so', async () => {
		const first = sentTestHandIn(lesson.lou, work, 1);
		await give(first);
		await saveTestVersion(database, work, 2, OTHER);
		expect(await refusal(sentTestHandIn(lesson.lou, work, 2))).toBe('waiting');
		const second = sentTestHandIn(lesson.lou, work, 2, { replaces: first.id });
		expect(await give(second)).toMatchObject({ kind: 'handed-in', submission: { turn: 1 } });
		expect((await readStored()).map(({ id }) => id)).toEqual([second.id]);
		// When the answer to the first hand-in was lost, its browser sends it again, too late.
		expect(await refusal(first)).toBe('withdrawn');
	});

	test('a submission that a teacher reviews, or has answered, is not taken back or replaced', async () => {
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
		await give(sentHandIn);
		expect(await move(sentHandIn.id, 'begin-review')).toBe('in-review');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'refused',
			reason: 'in-review'
		});
		await saveTestVersion(database, work, 2, OTHER);
		expect(await refusal(sentTestHandIn(lesson.lou, work, 2, { replaces: sentHandIn.id }))).toBe('in-review');
		expect(await move(sentHandIn.id, 'let-go')).toBe('handed-in');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'taken-back'
		});
		expect(await readStored()).toEqual([]);
	});

	test('a submission taken back, even before it arrived, never arrives', async () => {
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, sentHandIn.id)).toEqual({
			kind: 'taken-back'
		});
		expect(await refusal(sentHandIn)).toBe('withdrawn');
		const next = sentTestHandIn(lesson.lou, work, 1);
		const [given, back] = await Promise.all([
			refusal(next),
			takeBackSubmission(database, lesson.lou.account, lesson.assignment, next.id)
		]);
		expect(back).toEqual({ kind: 'taken-back' });
		expect(['handed-in', 'withdrawn']).toContain(given);
		expect(await readStored()).toEqual([]);
	});

	test('a return is answered by the next turn, with something newer', async () => {
		const first = sentTestHandIn(lesson.lou, work, 1);
		await saveTestVersion(database, work, 2, OTHER);
		await give(first);
		await move(first.id, 'return');
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1))).toBe('unchanged');
		const second = sentTestHandIn(lesson.lou, work, 2);
		expect(await give(second)).toMatchObject({ submission: { turn: 2 } });
		expect(await move(first.id, 'reopen')).toBeUndefined();
		await move(second.id, 'accept');
		await database
			.update(schema.version)
			.set({ storedAt: new Date(Date.now() - 60_000) })
			.where(eq(schema.version.id, `${work}-1`));
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1))).toBe('older');
		expect(await move(second.id, 'reopen')).toBe('in-review');
		const own = await listOwnSubmissions(database, lesson.lou.account, lesson.assignment);
		expect(own.map(({ turn, shown }) => [turn, shown])).toEqual([
			[2, 'in-review'],
			[1, 'returned']
		]);
		expect(await newestSubmissions(database, lesson.assignment)).toMatchObject([{ id: second.id }]);
	});

	test('of two teachers who answer at once one comes too late', async () => {
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
		await give(sentHandIn);
		const states = await Promise.all([move(sentHandIn.id, 'return'), move(sentHandIn.id, 'accept')]);
		expect(states.filter((state) => state !== undefined)).toHaveLength(1);
	});

	test("nobody hands in another's work, to another class, or under another's id", async () => {
		const other = await prepareTestLesson(database);
		const theirs = await beginTestWork(database, lesson, [lesson.noor], FILES);
		expect(await refusal(sentTestHandIn(lesson.lou, theirs, 1))).toBe('absent');
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1), other.assignment)).toBe('absent');
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1), 'none')).toBe('absent');
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1, { version: `${theirs}-1` }))).toBe('version');
		const theirHandIn = sentTestHandIn(lesson.noor, theirs, 1);
		await give(theirHandIn);
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1, { id: theirHandIn.id }))).toBe('absent');
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, theirHandIn.id)).toMatchObject({
			reason: 'absent'
		});
		expect(await takeBackSubmission(database, other.lou.account, lesson.assignment, theirHandIn.id)).toMatchObject({
			reason: 'absent'
		});
		expect(await findOwnSubmission(database, lesson.lou.account, lesson.assignment, theirHandIn.id)).toBeUndefined();
		expect(await findSubmission(database, other.assignment, theirHandIn.id)).toBeUndefined();
	});

	test('only the work that was begun for it, and of its challenge', async () => {
		const unbound = await beginTestWork(database, lesson, [lesson.lou], FILES, { unbound: true });
		expect(await refusal(sentTestHandIn(lesson.lou, unbound, 1))).toBe('other-work');
		const news = await beginTestWork(database, lesson, [await enrolTestStudent(database, lesson.classId)], FILES, {
			challengeId: 'news2'
		});
		await database.insert(schema.workAuthor).values({ workId: news, accountId: lesson.lou.account });
		expect(await refusal(sentTestHandIn(lesson.lou, news, 1))).toBe('other-work');
	});

	test('not before it opens, after it was closed, or to whom it is not for', async () => {
		const set = (values: Partial<typeof schema.assignment.$inferInsert>) =>
			database.update(schema.assignment).set(values).where(eq(schema.assignment.id, lesson.assignment));
		await set({ opensAt: new Date(Date.now() + 60_000) });
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1))).toBe('absent');
		await set({ opensAt: null, closedAt: new Date() });
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1))).toBe('closed');
		await set({ closedAt: null, members: [lesson.noor.member] });
		expect(await refusal(sentTestHandIn(lesson.lou, work, 1))).toBe('absent');
	});

	test('a project is handed in and waits for its teacher: there is nothing to judge it by', async () => {
		const assignment = await assignTestChallenge(database, lesson.classId, null, null);
		const project = await beginTestWork(database, { assignment, challengeHash: null }, [lesson.lou], FILES);
		const sentHandIn = sentTestHandIn(lesson.lou, project, 1);
		expect(await give(sentHandIn, assignment)).toMatchObject({ kind: 'handed-in', toJudge: null });
		expect(queuedIds).toEqual([]);
		expect(await newestSubmissions(database, assignment)).toMatchObject([{ shown: 'waiting' }]);
	});

	test('others hear of it when it is stored, and not when it fails', async () => {
		const live = new DatabaseEvents(connection);
		const submissionIds: string[] = [];
		let wake: () => void = () => undefined;
		const end = await live.subscribe('submission.changed', ({ submissionId }) => {
			submissionIds.push(submissionId);
			wake();
		});
		const failing = sentTestHandIn(lesson.lou, work, 1);
		await expect(
			handIn(database, lesson.lou.account, lesson.assignment, failing, async () => {
				throw new Error('The queue is not there.');
			})
		).rejects.toThrow('The queue is not there.');
		expect(await readStored()).toEqual([]);
		const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
		const nextEvent = new Promise<void>((resolve) => (wake = resolve));
		await give(sentHandIn);
		await nextEvent;
		expect(submissionIds).toEqual([sentHandIn.id]);
		end();
	});
});

test('on PostgreSQL two connections that hand in at the same moment make one', async () => {
	const { connection, address } = await freshPostgres();
	await migrateDatabase(connection);
	await importPackages(connection.database);
	const other = await openPostgres(address);
	const lesson = await prepareTestLesson(connection.database);
	const work = await beginTestWork(connection.database, lesson, [lesson.lou], FILES);
	const queuedIds: string[] = [];
	const answers = await Promise.all(
		Array.from({ length: 10 }, (_, index) => {
			const { database } = index % 2 === 0 ? connection : other;
			const sentHandIn = sentTestHandIn(lesson.lou, work, 1);
			return handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async (id) => void queuedIds.push(id));
		})
	);
	expect(answers.every(({ kind }) => kind === 'handed-in')).toBe(true);
	expect(queuedIds).toHaveLength(1);
	expect(await newestSubmissions(connection.database, lesson.assignment)).toHaveLength(1);
	await other.close();
	await connection.close();
});
