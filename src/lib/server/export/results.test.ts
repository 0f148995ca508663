/** Tests what is exported of a student's results and works, on both database engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeTestLesson } from '#lib/server/board/testing.ts';
import type { ReviewText } from '#lib/domain/review.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { progress } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { saveReview } from '#lib/server/reviews/save-review.ts';
import { handIn } from '#lib/server/submissions/hand-in.ts';
import {
	beginTestWork,
	createTestHandIn,
	prepareTestLesson,
	saveTestVersion
} from '#lib/server/submissions/testing.ts';
import { listAssignmentResultsOfClass, readPartOfHandedInWorks } from './results.ts';

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());

	test('both students of a pair have their shared progress in the results', async () => {
		const challenge = await findChallenge('horodateur');
		const [firstStep] = challenge?.steps ?? [];
		if (!challenge || !firstStep) throw new Error('There is no such challenge.');
		const subject = { kind: 'challenge', id: challenge.id, hash: challenge.hash } as const;
		const { classId, assignment, students } = await storeTestLesson(database, { subject });
		const [first, second] = students.map(({ member }) => member);
		if (first === undefined || second === undefined) throw new Error('Nobody came.');
		const now = new Date();
		await database.insert(progress).values({
			assignmentId: assignment,
			membershipId: first,
			withMember: second,
			workId: 'together',
			step: firstStep.id,
			done: [firstStep.id],
			lastActivity: now,
			lastProgress: now
		});
		for (const member of [first, second]) {
			const [{ results = [] } = {}] = await listAssignmentResultsOfClass(database, classId, member);
			expect(results).toMatchObject([{ member, state: 'working', steps: { done: 1 } }]);
		}
	});

	test('a review stays in the results after its student has handed in again', async () => {
		const lesson = await prepareTestLesson(database);
		const { assignment, classId, lou, teacher } = lesson;
		const workId = await beginTestWork(database, lesson, [lou], { 'main.ts': 'one' });
		const handInNthVersion = async (nth: number) => {
			const request = createTestHandIn(lou, workId, nth);
			await handIn(database, lou.account, assignment, request, async () => undefined);
			return request.id;
		};
		const readReviewsOfBothExports = async () => {
			const [{ results = [] } = {}] = await listAssignmentResultsOfClass(database, classId, lou.member);
			const [work] = await readPartOfHandedInWorks(database, classId, assignment, 0);
			return [results[0]?.reviews, work?.reviews];
		};
		const sendReview = async (submissionId: string, text: ReviewText) => {
			const request = { assignmentId: assignment, submissionId, reviewer: teacher, revision: 0, text };
			expect((await saveReview(database, { ...request, move: 'return' })).kind).toBe('saved');
		};
		const firstReview = { comment: 'Regarde la minute 20.', rubric: { reads: 'alone' }, lines: [] };
		await sendReview(await handInNthVersion(1), firstReview);
		expect(await readReviewsOfBothExports()).toEqual([[{ ...firstReview, turn: 1 }], [{ ...firstReview, turn: 1 }]]);

		await saveTestVersion(database, workId, 2, { 'main.ts': 'two' });
		const secondReview = { ...firstReview, comment: 'Mieux.' };
		await sendReview(await handInNthVersion(2), secondReview);
		const bothReviews = [
			{ ...firstReview, turn: 1 },
			{ ...secondReview, turn: 2 }
		];
		expect(await readReviewsOfBothExports()).toEqual([bothReviews, bothReviews]);
	});
});
