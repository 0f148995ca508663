/** Tests judging again with another challenge version, on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AssignmentSubject } from '#lib/domain/assignment.ts';
import type { Verdict } from '#sandbox/report.ts';
import { assignmentsOfStudent } from '#lib/server/assignments/assignment-queries.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { verdict } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import {
	assignNewerVersion,
	enqueueRejudgements,
	findComparedVersions,
	findNewerAssignableVersion,
	listRejudgements,
	makeVerdictsEffective
} from './rejudge.ts';
import { handIn } from './hand-in.ts';
import {
	beginTestWork,
	createTestVerdict,
	prepareTestLesson,
	createTestHandIn,
	type PreparedTestLesson,
	type TestLessonStudent
} from './testing.ts';
import { storeVerdict } from './verdicts.ts';

const OTHER_VERSION_HASH = 'f'.repeat(64);

const createVerdictWithResults = (results: Record<string, 'pass' | 'fail'>): Verdict =>
	createTestVerdict(
		Object.entries(results).map(([id, status]) => ({ path: ['build', id], status, console: [], duration: 1 }))
	);

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: PreparedTestLesson;
	let lou: string;
	let noor: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		lesson = await prepareTestLesson(database);
		lou = await storeHandIn(lesson.lou);
		noor = await storeHandIn(lesson.noor);
		for (const id of [lou, noor])
			await storeVerdictWithResults(id, lesson.challengeHash ?? '', { one: 'pass', two: 'fail' });
	});

	async function storeHandIn(student: TestLessonStudent): Promise<string> {
		const work = await beginTestWork(database, lesson, [student], { 'main.ts': student.account });
		const sentHandIn = createTestHandIn(student, work, 1);
		await handIn(database, student.account, lesson.assignment, sentHandIn, async () => undefined);
		return sentHandIn.id;
	}
	const storeVerdictWithResults = (
		submissionId: string,
		challengeHash: string,
		results: Record<string, 'pass' | 'fail'>
	) =>
		storeVerdict(database, {
			submissionId,
			challengeHash,
			engine: 'test@1',
			verdict: createVerdictWithResults(results),
			returnedValue: null
		});
	const listRejudgementsById = async () => {
		const versions = {
			olderHash: lesson.challengeHash ?? '',
			newer: { hash: OTHER_VERSION_HASH, version: '2.0.0' }
		};
		return new Map(
			(await listRejudgements(database, lesson.assignment, versions)).map((one) => [one.submissionId, one])
		);
	};

	test('a student is told that another verdict counts, until the first one counts again', async () => {
		const findRejudgedAt = async ({ account }: TestLessonStudent) =>
			(await assignmentsOfStudent(database, account, new Date()))[0]?.rejudgedAt;
		// The database stores milliseconds, and this test may store both verdicts within one.
		await database.update(verdict).set({ judgedAt: new Date(0) });
		await storeVerdictWithResults(lou, OTHER_VERSION_HASH, { one: 'fail' });
		expect(await findRejudgedAt(lesson.lou)).toBeNull();
		await makeVerdictsEffective(database, lesson.assignment, OTHER_VERSION_HASH, [lou]);
		expect(await findRejudgedAt(lesson.lou)).toBeInstanceOf(Date);
		expect(await findRejudgedAt(lesson.noor)).toBeNull();
		await makeVerdictsEffective(database, lesson.assignment, lesson.challengeHash ?? '', [lou]);
		expect(await findRejudgedAt(lesson.lou)).toBeNull();
	});

	test('only submissions without a verdict by the other version are queued for it, once each', async () => {
		await storeVerdictWithResults(lou, OTHER_VERSION_HASH, { one: 'pass' });
		const queuedIds: string[] = [];
		const toJudge = await enqueueRejudgements(
			database,
			lesson.assignment,
			OTHER_VERSION_HASH,
			async (id) => void queuedIds.push(id)
		);
		expect(toJudge).toEqual([{ submissionId: noor, challengeHash: OTHER_VERSION_HASH }]);
		expect(queuedIds).toEqual([noor]);
	});

	test('differences between verdicts change nothing until a teacher lets the newer verdicts count', async () => {
		await storeVerdictWithResults(lou, OTHER_VERSION_HASH, { one: 'fail', two: 'fail', three: 'pass' });
		const lousRejudgementBefore = (await listRejudgementsById()).get(lou);
		expect(lousRejudgementBefore?.effectiveVerdict?.challengeHash).toBe(lesson.challengeHash);
		expect(lousRejudgementBefore?.differences).toEqual([
			{ step: 'build', check: 'one', held: false, before: 'pass', after: 'fail' },
			{ step: 'build', check: 'three', held: false, after: 'pass' }
		]);
		expect((await listRejudgementsById()).get(noor)).toMatchObject({ verdictOfNewer: null, differences: [] });

		// A submission that has no verdict by the other version, or belongs to another assignment, is left as it is.
		const otherLesson = await prepareTestLesson(database);
		expect(await makeVerdictsEffective(database, otherLesson.assignment, OTHER_VERSION_HASH, [lou])).toBe(0);
		expect(await makeVerdictsEffective(database, lesson.assignment, OTHER_VERSION_HASH, [lou, noor])).toBe(1);
		const rejudgementsAfter = await listRejudgementsById();
		expect(rejudgementsAfter.get(lou)?.effectiveVerdict?.challengeHash).toBe(OTHER_VERSION_HASH);
		expect(rejudgementsAfter.get(lou)?.verdictOfOlder?.challengeHash).toBe(lesson.challengeHash);
		expect(rejudgementsAfter.get(lou)?.differences).toHaveLength(2);
		expect(rejudgementsAfter.get(noor)?.effectiveVerdict?.challengeHash).toBe(lesson.challengeHash);
		// The teacher can let the assigned version's verdict count again.
		expect(await makeVerdictsEffective(database, lesson.assignment, lesson.challengeHash ?? '', [lou])).toBe(1);
		expect((await listRejudgementsById()).get(lou)?.effectiveVerdict?.challengeHash).toBe(lesson.challengeHash);
	});

	test('a class with a newer version keeps its verdicts, which can still be compared', async () => {
		const teacher = { id: lesson.teacher, role: 'teacher', name: '' } as const;
		const newHash = lesson.challengeHash ?? '';
		const assignmentOfVersion = (hash: string) =>
			({ id: lesson.assignment, subject: { kind: 'challenge', id: 'horodateur', hash } }) as const;
		expect(await findComparedVersions(database, teacher, assignmentOfVersion(newHash))).toBeNull();

		// The class was given another version, by which one of its students was judged.
		await assignNewerVersion(database, lesson.assignment, OTHER_VERSION_HASH);
		await storeVerdictWithResults(lou, OTHER_VERSION_HASH, { one: 'fail' });
		await makeVerdictsEffective(database, lesson.assignment, OTHER_VERSION_HASH, [lou]);
		expect(await findComparedVersions(database, teacher, assignmentOfVersion(OTHER_VERSION_HASH))).toMatchObject({
			olderHash: OTHER_VERSION_HASH,
			newer: { hash: newHash },
			isAssigned: false
		});

		await assignNewerVersion(database, lesson.assignment, newHash);
		const versions = await findComparedVersions(database, teacher, assignmentOfVersion(newHash));
		expect(versions).toMatchObject({ olderHash: OTHER_VERSION_HASH, newer: { hash: newHash }, isAssigned: true });
		expect(versions?.hasOlderCounting).toBe(true);
		if (!versions) return;
		const [lousRejudgement] = (await listRejudgements(database, lesson.assignment, versions)).filter(
			({ submissionId }) => submissionId === lou
		);
		expect(lousRejudgement?.effectiveVerdict?.challengeHash).toBe(OTHER_VERSION_HASH);
		expect(lousRejudgement?.differences.map(({ check }) => check)).toEqual(['one', 'two']);
		await makeVerdictsEffective(database, lesson.assignment, newHash, [lou]);
		const versionsAfter = await findComparedVersions(database, teacher, assignmentOfVersion(newHash));
		expect(versionsAfter).toMatchObject({ isAssigned: true, hasOlderCounting: false });
	});

	test('the current version is newer than another version, and not newer than itself', async () => {
		const olderSubject = { kind: 'challenge', id: 'horodateur', hash: OTHER_VERSION_HASH } as const;
		const teacher = { id: lesson.teacher, role: 'teacher', name: '' } as const;
		const findNewerThan = (assigned: AssignmentSubject) => findNewerAssignableVersion(database, teacher, assigned);
		expect(await findNewerThan(olderSubject)).toMatchObject({ hash: lesson.challengeHash });
		expect(await findNewerThan({ ...olderSubject, hash: lesson.challengeHash ?? '' })).toBeNull();
		expect(await findNewerThan({ kind: 'project' })).toBeNull();
	});
});
