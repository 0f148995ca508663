/** Tests how reviews are written, sent and read, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewMove, ReviewText } from '#lib/domain/review.ts';
import { MOST_REUSABLE_COMMENTS } from '#lib/wire/review.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { handIn } from '#lib/server/submissions/hand-in.ts';
import { takeBackSubmission } from '#lib/server/submissions/take-back.ts';
import {
	beginTestWork,
	prepareTestLesson,
	saveTestVersion,
	createTestHandIn,
	type PreparedTestLesson
} from '#lib/server/submissions/testing.ts';
import {
	markCommentDone,
	storeReusableComment,
	removeReusableComment,
	reusableCommentsOf,
	recordReusableCommentUse
} from './reusable-comments.ts';
import { findReview, listSentReviewsBySubmission } from './review-queries.ts';
import { saveReview } from './save-review.ts';

const PROGRAM_FILES = { 'main.ts': 'one\ntwo\nthree', '__proto__.ts': 'x' };
let lineCommentCount = 0;
const createLineComment = (more: Partial<ReviewText['lines'][number]> = {}) => ({
	id: `line-${process.pid}-${(lineCommentCount += 1)}`,
	file: 'main.ts',
	line: 2,
	text: '<b>Pourquoi ?</b>',
	...more
});
const createReviewText = (more: Partial<ReviewText> = {}): ReviewText => ({
	comment: 'Bien vu.',
	rubric: { reads: 'alone' },
	lines: [],
	...more
});

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let workId: string;
	let submissionId: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		workId = await beginTestWork(database, lesson, [lesson.lou], PROGRAM_FILES);
		submissionId = await handInNthVersion(1);
	});

	async function handInNthVersion(nth: number): Promise<string> {
		const sentHandIn = createTestHandIn(lesson.lou, workId, nth);
		await handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async () => undefined);
		return sentHandIn.id;
	}
	const saveTestReview = (revision: number, review: ReviewText, move: ReviewMove | null = null, more = {}) =>
		saveReview(database, {
			assignmentId: lesson.assignment,
			submissionId: submissionId,
			reviewer: lesson.teacher,
			revision,
			text: review,
			move,
			...more
		});
	const readSentReview = async () => (await listSentReviewsBySubmission(database, [submissionId])).get(submissionId);

	test('a first text begins the review, is saved, and is hidden from the student', async () => {
		const reviewText = createReviewText({ lines: [createLineComment()] });
		expect(await saveTestReview(0, reviewText)).toEqual({ kind: 'saved', revision: 1, state: 'in-review' });
		expect(await findReview(database, submissionId)).toMatchObject({
			revision: 1,
			text: reviewText,
			reviewer: { id: lesson.teacher },
			sentAt: null
		});
		expect(await readSentReview()).toBeUndefined();
		const ownData = await gatherPersonalData(database, lesson.lou.account, new Date());
		expect(ownData.submissions[0]?.review).toBeUndefined();
		expect(JSON.stringify(ownData)).not.toContain('Bien vu.');
	});

	test('when two teachers write at once, the second is refused and given the saved text', async () => {
		const [firstText, secondText] = [createReviewText({ comment: 'A' }), createReviewText({ comment: 'B' })];
		const outcomes = await Promise.all([saveTestReview(0, firstText), saveTestReview(0, secondText)]);
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved']);
		const storedText = (await findReview(database, submissionId))?.text;
		expect(outcomes).toContainEqual(
			expect.objectContaining({ kind: 'changed', review: expect.objectContaining({ text: storedText }) })
		);
		// A review that another teacher has changed meanwhile is not sent before the first teacher has read the change.
		expect(await saveTestReview(0, createReviewText({ comment: 'C' }), 'return')).toMatchObject({
			kind: 'changed',
			state: 'in-review'
		});
	});

	test('sending the same review again, after a lost answer, changes nothing', async () => {
		const reviewText = createReviewText({ lines: [createLineComment()] });
		await saveTestReview(0, reviewText);
		expect(await saveTestReview(0, reviewText)).toMatchObject({ kind: 'saved', revision: 1 });
		await saveTestReview(1, reviewText, 'return');
		const sentAt = (await readSentReview())?.sentAt;
		expect(await saveTestReview(0, reviewText, 'return')).toEqual({ kind: 'saved', revision: 1, state: 'returned' });
		expect((await readSentReview())?.sentAt).toEqual(sentAt);
		expect(await saveTestReview(1, reviewText, 'accept')).toEqual({ kind: 'refused', reason: 'answered' });
	});

	test('a student reads the sent review, and later changes only once it is sent again', async () => {
		const firstLine = createLineComment();
		expect(await saveTestReview(0, createReviewText({ lines: [firstLine] }), 'accept')).toMatchObject({
			state: 'accepted'
		});
		expect(await readSentReview()).toMatchObject({ comment: 'Bien vu.', lines: [{ ...firstLine, doneAt: null }] });
		// A sent review cannot be changed before it is reopened.
		expect(await saveTestReview(1, createReviewText({ comment: 'Trop vite.' }))).toEqual({
			kind: 'refused',
			reason: 'answered'
		});
		expect((await findReview(database, submissionId))?.text.comment).toBe('Bien vu.');
		expect(await saveTestReview(1, createReviewText({ lines: [firstLine] }), 'reopen')).toMatchObject({
			state: 'in-review'
		});
		await saveTestReview(1, createReviewText({ comment: 'Trop vite.' }));
		expect(await readSentReview()).toMatchObject({ comment: 'Bien vu.', lines: [firstLine] });
		const personalData = await gatherPersonalData(database, lesson.lou.account, new Date());
		expect(personalData.submissions[0]?.review).toMatchObject({ comment: 'Bien vu.' });
		expect(JSON.stringify(personalData)).not.toContain('Trop vite.');
		await saveTestReview(2, createReviewText({ comment: 'Trop vite.' }), 'return');
		expect(await readSentReview()).toMatchObject({ comment: 'Trop vite.', lines: [] });
	});

	test('a submission that the teacher lets go waits again, and the written review stays', async () => {
		await saveTestReview(0, createReviewText());
		expect(await saveTestReview(1, createReviewText(), 'let-go')).toMatchObject({ state: 'handed-in' });
		expect(await findReview(database, submissionId)).toMatchObject({ text: createReviewText() });
		expect(await takeBackSubmission(database, lesson.lou.account, lesson.assignment, submissionId)).toEqual({
			kind: 'taken-back'
		});
		expect(await saveTestReview(1, createReviewText())).toEqual({ kind: 'refused', reason: 'absent' });
	});

	test('the review of a submission followed by a newer submission cannot be reopened', async () => {
		await saveTestReview(0, createReviewText(), 'return');
		await saveTestVersion(database, workId, 2, { 'main.ts': 'four' });
		await handInNthVersion(2);
		expect(await saveTestReview(1, createReviewText(), 'reopen')).toEqual({ kind: 'refused', reason: 'answered' });
	});

	test('a review is refused whole for a missing line or a line comment of another review', async () => {
		for (const wrong of [{ line: 4 }, { file: 'other.ts' }, { file: '__proto__' }]) {
			expect(await saveTestReview(0, createReviewText({ lines: [createLineComment(wrong)] }))).toEqual({
				kind: 'refused',
				reason: 'malformed'
			});
		}
		const storedLine = createLineComment();
		await saveTestReview(0, createReviewText({ lines: [storedLine] }));
		const otherWork = await beginTestWork(database, lesson, [lesson.noor], PROGRAM_FILES);
		const otherHandIn = createTestHandIn(lesson.noor, otherWork, 1);
		await handIn(database, lesson.noor.account, lesson.assignment, otherHandIn, async () => undefined);
		const overwritingText = createReviewText({ lines: [createLineComment(), { ...storedLine, text: 'x' }] });
		expect(await saveTestReview(0, overwritingText, null, { submissionId: otherHandIn.id })).toMatchObject({
			reason: 'malformed'
		});
		expect(await findReview(database, otherHandIn.id)).toBeUndefined();
		expect((await findReview(database, submissionId))?.text.lines).toEqual([storedLine]);
	});

	test('a submission of another assignment cannot be reviewed', async () => {
		const otherLesson = await prepareTestLesson(database);
		expect(
			await saveTestReview(0, createReviewText(), 'accept', { assignmentId: otherLesson.assignment })
		).toMatchObject({ reason: 'absent' });
	});

	test('an author marks sent line comments as done; a changed comment is no longer done', async () => {
		const notedLine = createLineComment();
		const markNotedLineDone = (account: string, done = true, assignment = lesson.assignment) =>
			markCommentDone(database, account, assignment, notedLine.id, done);
		await saveTestReview(0, createReviewText({ lines: [notedLine] }));
		expect(await markNotedLineDone(lesson.lou.account)).toBe(false);
		await saveTestReview(1, createReviewText({ lines: [notedLine] }), 'return');
		expect(await markNotedLineDone(lesson.noor.account)).toBe(false);
		expect(await markNotedLineDone(lesson.lou.account, true, 'none')).toBe(false);
		expect(await markNotedLineDone(lesson.lou.account)).toBe(true);
		expect((await readSentReview())?.lines[0]?.doneAt).toBeInstanceOf(Date);
		expect(await markNotedLineDone(lesson.lou.account, false)).toBe(true);
		expect((await readSentReview())?.lines[0]?.doneAt).toBeNull();
		await markNotedLineDone(lesson.lou.account);
		await saveTestReview(1, createReviewText({ lines: [notedLine] }), 'reopen');
		await saveTestReview(1, createReviewText({ lines: [{ ...notedLine, text: 'Autre chose.' }] }), 'return');
		expect((await readSentReview())?.lines[0]).toMatchObject({ text: 'Autre chose.', doneAt: null });
	});

	test('a review is deleted with its submission', async () => {
		await saveTestReview(0, createReviewText({ lines: [createLineComment()] }), 'return');
		await database.delete(schema.submission).where(eq(schema.submission.id, submissionId));
		expect(await database.select().from(schema.review).where(eq(schema.review.submissionId, submissionId))).toEqual([]);
	});

	test('reusable comments are listed most used first, to their own teacher only', async () => {
		const owner = lesson.teacher;
		const [bounds, again] = [
			await storeReusableComment(database, owner, 'Les bornes ?'),
			await storeReusableComment(database, owner, '=1+1')
		];
		expect(await storeReusableComment(database, owner, 'Les bornes ?')).toBe(bounds);
		for (let times = 0; times < 2; times++) await recordReusableCommentUse(database, owner, again ?? '');
		expect(await reusableCommentsOf(database, owner)).toEqual([
			{ id: again, text: '=1+1', used: 2 },
			{ id: bounds, text: 'Les bornes ?', used: 0 }
		]);
		const otherLesson = await prepareTestLesson(database);
		expect(await recordReusableCommentUse(database, otherLesson.teacher, again ?? '')).toBe(false);
		expect(await removeReusableComment(database, otherLesson.teacher, again ?? '')).toBe(false);
		expect(await reusableCommentsOf(database, otherLesson.teacher)).toEqual([]);
		expect(await removeReusableComment(database, owner, again ?? '')).toBe(true);
		for (let at = 0; at < MOST_REUSABLE_COMMENTS; at++) await storeReusableComment(database, owner, `n° ${at}`);
		expect(await storeReusableComment(database, owner, 'one too many')).toBeUndefined();
	});
});

test('on PostgreSQL, only one of eight simultaneous reviews over two connections is saved', async () => {
	const { connection, address } = await createFreshPostgres();
	await migrateDatabase(connection);
	const otherConnection = await openPostgres(address);
	const { database } = connection;
	const lesson = await prepareTestLesson(database);
	const workId = await beginTestWork(database, lesson, [lesson.lou], PROGRAM_FILES);
	const sentHandIn = createTestHandIn(lesson.lou, workId, 1);
	await handIn(database, lesson.lou.account, lesson.assignment, sentHandIn, async () => undefined);
	const answers = await Promise.all(
		Array.from({ length: 8 }, (_, at) =>
			saveReview(at % 2 === 0 ? database : otherConnection.database, {
				assignmentId: lesson.assignment,
				submissionId: sentHandIn.id,
				reviewer: lesson.teacher,
				revision: 0,
				text: createReviewText({ comment: `n° ${at}` }),
				move: at % 4 < 2 ? 'return' : 'accept'
			})
		)
	);
	expect(answers.map(({ kind }) => kind).sort()).toEqual([...Array<string>(7).fill('changed'), 'saved']);
	const storedReview = await findReview(database, sentHandIn.id);
	expect((await listSentReviewsBySubmission(database, [sentHandIn.id])).get(sentHandIn.id)?.comment).toBe(
		storedReview?.text.comment
	);
	await otherConnection.close();
	await connection.close();
});
