/** Tests the results of a single student, on both database engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeTestLesson } from '#lib/server/board/testing.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { progress } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { assignmentResultsOf } from './results.ts';

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());

	test('the second of a pair has the progress that the two share', async () => {
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
			const [{ results = [] } = {}] = await assignmentResultsOf(database, classId, member);
			expect(results).toMatchObject([{ member, state: 'working', steps: { done: 1 } }]);
		}
	});
});
