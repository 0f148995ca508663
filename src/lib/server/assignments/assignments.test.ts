/** Tests how assignments are made, closed, removed and bound to works, and who sees them, on both database engines. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AssignmentForm } from '#lib/domain/assignment.ts';
import { archiveClass } from '#lib/server/classes/classes.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { storeBuildPackages, storePackage } from '#lib/server/content/packages.ts';
import { findChallengeByHashPrefix, openPinnedChallenge } from '#lib/server/content/version-extracts.ts';
import { type Connection, type Database, rowsOf } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { bindWorkToAssignment, findBoundWorkId } from '#lib/server/board/bind-work.ts';
import { handIn as handInWork } from '#lib/server/submissions/hand-in.ts';
import { beginTestWork, prepareTestLesson, createTestHandIn } from '#lib/server/submissions/testing.ts';
import { removeWorkForAuthor } from '#lib/server/work/remove-work.ts';
import {
	findAssignableChallenge,
	changeAssignment,
	closeAssignment,
	createAssignment,
	removeAssignment,
	reopenAssignment
} from './assignments.ts';
import { assignmentsOfClass, assignmentsOfStudent, findAssignment } from './assignment-queries.ts';
import { isRemovedAssignment, findRelationsToAssignment } from './require-assignment.ts';
import { readStudentAssignment } from './assignment-view.ts';
import { storeTestClass, storeTestAssignment, storeTestPerson, storeTestWork, storeTestStudent } from './testing.ts';

const NOW = new Date('2026-11-26T09:00:00Z');
const ONE_DAY_LATER = new Date('2026-11-27T09:00:00Z');
let connection: Connection;
let database: Database;

async function handIn(
	assignmentId: string,
	memberId: string,
	account: string,
	turn: number,
	state: (typeof schema.submission.$inferSelect)['state'],
	work?: Awaited<ReturnType<typeof storeTestWork>>
) {
	const storedWork = work ?? (await storeTestWork(database, [account]));
	await database.insert(schema.submission).values({
		id: `${assignmentId}-${memberId}-${turn}`,
		assignmentId,
		workId: storedWork.work,
		versionId: storedWork.version,
		members: [memberId],
		turn,
		state,
		files: storedWork.files,
		programHash: 'h',
		decisions: {}
	});
	return storedWork;
}

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		database = connection.database;
		await storeBuildPackages(database);
	});
	afterAll(() => connection.close());

	test('a challenge is assigned in its current version, with its own titles and rubric', async () => {
		const { id: classId, teacher } = await storeTestClass(database);
		const assignableChallenge = await findAssignableChallenge(database, 'horodateur', teacher);
		if (!assignableChallenge) throw new Error('There is no such challenge.');
		const privatePart = await loadPrivatePart(assignableChallenge.subject.hash);
		expect(assignableChallenge.rubric.map(({ id }) => id)).toEqual(privatePart?.teacher.fr.rubric.map(({ id }) => id));
		const form: AssignmentForm = {
			title: '',
			note: '<b>page 12</b>',
			members: null,
			opensAt: null,
			dueAt: ONE_DAY_LATER,
			rubric: assignableChallenge.rubric
		};
		const id = await createAssignment(database, { classId, subject: assignableChallenge.subject, form, teacher }, NOW);
		const assignment = await findAssignment(database, id);
		expect(assignment).toMatchObject({
			...form,
			subject: assignableChallenge.subject,
			title: { fr: 'Le parcmètre bavard', en: 'The talkative meter' },
			createdAt: NOW,
			closedAt: null
		});
		await changeAssignment(database, id, { ...form, title: 'Lundi', rubric: [] });
		expect(await findAssignment(database, id)).toMatchObject({ title: { fr: 'Lundi', en: 'Lundi' }, rubric: [] });
		expect(await findAssignableChallenge(database, 'nowhere', 'nobody')).toBeUndefined();
		expect(await findAssignment(database, 'nowhere')).toBeUndefined();
	});

	test('a closed assignment keeps the moment it was first closed, and can be opened again', async () => {
		const { id: classId, teacher } = await storeTestClass(database);
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		await closeAssignment(database, id, NOW);
		await closeAssignment(database, id, ONE_DAY_LATER);
		expect((await findAssignment(database, id))?.closedAt).toEqual(NOW);
		await reopenAssignment(database, id);
		expect((await findAssignment(database, id))?.closedAt).toBeNull();
	});

	test('an assignment can be removed only while nothing was handed in', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database);
		const [student] = students;
		if (!student) throw new Error('Nobody came.');
		const [one, two] = [
			await storeTestAssignment(database, { classId, teacher }, NOW),
			await storeTestAssignment(database, { classId, teacher }, NOW)
		];
		await handIn(two, student.member, student.account, 1, 'judged');
		expect(await removeAssignment(database, one)).toBe(true);
		expect(await removeAssignment(database, two)).toBe(false);
		expect((await assignmentsOfClass(database, classId)).map(({ id }) => id)).toEqual([two]);
	});

	test('only students of the class are told that an assignment was removed', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database);
		const otherClass = await storeTestClass(database);
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		const [student, stranger] = [students[0]?.account ?? '', otherClass.students[0]?.account ?? ''];
		expect(await isRemovedAssignment(database, id, student)).toBe(false);
		await removeAssignment(database, id);
		expect(await isRemovedAssignment(database, id, student)).toBe(true);
		expect(await isRemovedAssignment(database, id, stranger)).toBe(false);
		expect(await isRemovedAssignment(database, 'nowhere', student)).toBe(false);
	});

	test('a teacher sees how many students an assignment is for, and how many newest submissions wait', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa', 'Zoé']);
		const [loup, awa, zoe] = students;
		if (!loup || !awa || !zoe) throw new Error('Nobody came.');
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		const partialAssignmentId = await storeTestAssignment(
			database,
			{ classId, teacher, members: [awa.member] },
			ONE_DAY_LATER
		);
		const firstSubmissionId = await handIn(id, loup.member, loup.account, 1, 'returned');
		await handIn(id, loup.member, loup.account, 2, 'judged', firstSubmissionId);
		await handIn(id, awa.member, awa.account, 1, 'handed-in');
		await handIn(id, zoe.member, zoe.account, 1, 'accepted');
		expect(await assignmentsOfClass(database, classId)).toMatchObject([
			{ id: partialAssignmentId, students: 1, waitingCount: 0 },
			{ id, students: 3, waitingCount: 2 }
		]);
	});

	test('a student sees their opened assignments with the state of each, in archived classes only begun ones', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
		const [loup, awa] = students;
		if (!loup || !awa) throw new Error('Nobody came.');
		const storeAssignment = (given: Partial<AssignmentForm>) =>
			storeTestAssignment(database, { classId, teacher, ...given }, NOW);
		const [fresh, begun, waiting, back, done] = [
			await storeAssignment({}),
			await storeAssignment({ opensAt: NOW }),
			await storeAssignment({ members: [loup.member, awa.member] }),
			await storeAssignment({}),
			await storeAssignment({})
		];
		await storeAssignment({ opensAt: ONE_DAY_LATER });
		await storeAssignment({ members: [awa.member] });
		await bindWorkToAssignment(
			database,
			{ assignmentId: begun, membershipId: loup.member, account: loup.account, workId: 'w', step: '' },
			NOW
		);
		await handIn(waiting, loup.member, loup.account, 1, 'in-review');
		const firstSubmissionId = await handIn(back, loup.member, loup.account, 1, 'accepted');
		await handIn(back, loup.member, loup.account, 2, 'returned', firstSubmissionId);
		await handIn(done, loup.member, loup.account, 1, 'accepted');
		const assignments = await assignmentsOfStudent(database, loup.account, NOW);
		expect(Object.fromEntries(assignments.map(({ assignment, state }) => [assignment.id, state]))).toEqual({
			[fresh]: 'not-begun',
			[begun]: 'working',
			[waiting]: 'handed-in',
			[back]: 'returned',
			[done]: 'accepted'
		});
		expect(assignments.find(({ assignment }) => assignment.id === begun)).toMatchObject({
			membership: loup.member,
			workId: 'w'
		});
		await archiveClass(database, classId, NOW);
		// The student still reaches what they did and what was answered, but nothing is left to do.
		const archivedAssignments = await assignmentsOfStudent(database, loup.account, NOW);
		expect(archivedAssignments.map(({ assignment }) => [assignment.id, assignment.closedAt])).toEqual(
			[begun, waiting, back, done].map((id) => [id, NOW])
		);
	});

	test('after a pair separates, a student sees the work used last and the latest hand-in', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
		const [loup, awa] = students;
		if (!loup || !awa) throw new Error('Nobody came.');
		const assignmentId = await storeTestAssignment(database, { classId, teacher }, NOW);
		await handIn(assignmentId, awa.member, awa.account, 2, 'returned');
		await database
			.update(schema.submission)
			.set({ members: [awa.member, loup.member], handedInAt: new Date(0) })
			.where(eq(schema.submission.assignmentId, assignmentId));
		await handIn(assignmentId, loup.member, loup.account, 1, 'judged');
		const begun = { assignmentId, step: '', lastProgress: NOW };
		await database.insert(schema.progress).values([
			{ ...begun, membershipId: awa.member, withMember: loup.member, workId: 'together', lastActivity: NOW },
			{ ...begun, membershipId: loup.member, workId: 'alone', lastActivity: ONE_DAY_LATER }
		]);
		expect(await assignmentsOfStudent(database, loup.account, NOW)).toMatchObject([
			{ workId: 'alone', state: 'handed-in' }
		]);
	});

	test('a student’s assignments are found without reading rows of other classes', async () => {
		const storeBegunAssignment = async () => {
			const { id: classId, teacher, students } = await storeTestClass(database);
			const [student] = students;
			if (!student) throw new Error('Nobody came.');
			const assignmentId = await storeTestAssignment(database, { classId, teacher }, NOW);
			const { account, member: membershipId } = student;
			const { work: workId } = await handIn(assignmentId, membershipId, account, 1, 'judged');
			await bindWorkToAssignment(database, { assignmentId, membershipId, account, workId, step: '' }, NOW);
			return { account, workId };
		};
		const { account, workId } = await storeBegunAssignment();
		await storeBegunAssignment();
		await database.transaction(async (transaction) => {
			const countReadRows = async () =>
				rowsOf(
					await transaction.execute(sql`
						select seq_tup_read + idx_tup_fetch as count from pg_stat_xact_user_tables
						where relname in ('progress', 'submission') order by relname
					`)
				).map(({ count }) => Number(count));
			// PostgreSQL reads such small tables from end to end. These settings make it use an index wherever an index helps.
			await transaction.execute(sql`set local enable_seqscan = off`);
			await transaction.execute(sql`set local enable_mergejoin = off`);
			const countsBefore = await countReadRows();
			expect(await assignmentsOfStudent(transaction, account, NOW)).toMatchObject([{ workId, state: 'handed-in' }]);
			const countsAfter = await countReadRows();
			expect(countsAfter.map((count, at) => count - (countsBefore[at] ?? 0))).toEqual([1, 1]);
		});
	});

	test('only the teacher and the students of an assignment are related to it', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
		const [loup, awa] = students;
		if (!loup || !awa) throw new Error('Nobody came.');
		const otherClass = await storeTestClass(database);
		const id = await storeTestAssignment(database, { classId, teacher, members: [loup.member] }, NOW);
		const readRelations = async (account: string | undefined, assignmentId = id) =>
			(await findRelationsToAssignment(database, assignmentId, account)).relations;
		expect(await readRelations(teacher)).toEqual(['teaches']);
		expect(await readRelations(loup.account)).toEqual(['member']);
		expect((await findRelationsToAssignment(database, id, loup.account)).member).toEqual({
			id: loup.member,
			pseudonym: 'Loup'
		});
		for (const stranger of [awa.account, otherClass.teacher, otherClass.students[0]?.account, undefined])
			expect(await readRelations(stranger)).toEqual([]);
		for (const wrongId of ['nowhere', '', '\0', 'a'.repeat(65)])
			expect(await readRelations(teacher, wrongId)).toEqual([]);
	});

	test('the first work is bound for both students of a pair, and another student’s work never', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
		const [loup, awa] = students;
		if (!loup || !awa) throw new Error('Nobody came.');
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		const beginWork = (student: { account: string; member: string }, workId: string) =>
			bindWorkToAssignment(
				database,
				{ assignmentId: id, membershipId: student.member, account: student.account, workId, step: 'predict' },
				NOW
			);
		const { work } = await storeTestWork(database, [awa.account]);
		expect(await beginWork(loup, work)).toEqual({ kind: 'not-theirs' });
		expect(await beginWork(loup, 'first')).toEqual({ kind: 'bound', workId: 'first' });
		expect(await beginWork(loup, 'second')).toEqual({ kind: 'bound', workId: 'first' });
		await database.update(schema.progress).set({ withMember: awa.member });
		expect(await findBoundWorkId(database, id, awa.member)).toBe('first');
		expect(await beginWork(awa, work)).toEqual({ kind: 'bound', workId: 'first' });
		const newcomer = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Zoé');
		expect(await findBoundWorkId(database, id, newcomer.member)).toBeNull();
	});

	test('a bound work can be replaced by another only when it never reached the server', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database);
		const [loup] = students;
		if (!loup) throw new Error('Nobody came.');
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		const beginWork = (workId: string, lostWorkId?: string) =>
			bindWorkToAssignment(
				database,
				{ assignmentId: id, membershipId: loup.member, account: loup.account, workId, step: '', lostWorkId },
				NOW
			);
		await beginWork('lost');
		expect(await beginWork('here', 'another')).toEqual({ kind: 'bound', workId: 'lost' });
		const { work } = await storeTestWork(database, [loup.account]);
		expect(await beginWork(work, 'lost')).toEqual({ kind: 'bound', workId: work });
		expect(await beginWork('later', work)).toEqual({ kind: 'bound', workId: work });
	});

	test('deleting a work unbinds it from the student’s assignment, but not from the partner’s', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database, ['Loup', 'Awa']);
		const [loup, awa] = students;
		if (!loup || !awa) throw new Error('Nobody came.');
		const id = await storeTestAssignment(database, { classId, teacher }, NOW);
		const { work } = await storeTestWork(database, [loup.account, awa.account]);
		const beginWork = ({ account, member }: { account: string; member: string }) =>
			bindWorkToAssignment(database, { assignmentId: id, membershipId: member, account, workId: work, step: '' }, NOW);
		await beginWork(loup);
		await beginWork(awa);
		expect(await removeWorkForAuthor(database, loup.account, work)).toBe(true);
		expect(await findBoundWorkId(database, id, loup.member)).toBeNull();
		expect(await findBoundWorkId(database, id, awa.member)).toBe(work);
	});

	test('a student reads the assignment’s pinned version, and no content before the assignment opens', async () => {
		const { id: classId, teacher, students } = await storeTestClass(database);
		const [member] = students;
		const latestChallenge = await findChallenge('horodateur');
		const privatePart = latestChallenge && (await loadPrivatePart(latestChallenge.hash));
		if (!member || !latestChallenge || !privatePart) throw new Error('Something is missing.');
		const olderChallenge = { ...latestChallenge, hash: 'a'.repeat(64), version: '0.9.0' };
		await storePackage(database, olderChallenge, privatePart);
		expect(await openPinnedChallenge(database, latestChallenge)).toBe(latestChallenge);
		expect((await openPinnedChallenge(database, olderChallenge))?.version).toBe('0.9.0');
		expect((await findChallengeByHashPrefix(database, 'horodateur', 'a'.repeat(16)))?.version).toBe('0.9.0');
		expect(await openPinnedChallenge(database, { id: 'tournee', hash: olderChallenge.hash })).toBeUndefined();
		for (const prefix of ['b'.repeat(16), '%', 'a%', ''])
			expect((await findChallengeByHashPrefix(database, 'nowhere', prefix))?.id).toBeUndefined();

		const subject = { kind: 'challenge' as const, id: olderChallenge.id, hash: olderChallenge.hash };
		const readAsStudent = async (given: Partial<AssignmentForm>) => {
			const assignment = await findAssignment(
				database,
				await storeTestAssignment(database, { classId, teacher, subject, title: '', note: 'À deux.', ...given }, NOW)
			);
			if (!assignment) throw new Error('There is none.');
			return readStudentAssignment(database, assignment, { id: member.member, pseudonym: 'Loup' }, NOW);
		};
		const studentAssignment = await readAsStudent({ dueAt: ONE_DAY_LATER });
		expect(studentAssignment).toMatchObject({
			note: 'À deux.',
			title: { en: 'The talkative meter' },
			dueAt: ONE_DAY_LATER.getTime()
		});
		const parts = studentAssignment.subject?.kind === 'challenge' ? studentAssignment.subject.parts : null;
		expect(parts?.en.page).toMatch(/^\/challenges\/horodateur\/a{16}-[0-9a-f]{16}\/page\.json$/);
		expect(parts?.fr.start).toMatch(/\/start\.txt$/);
		expect(await readAsStudent({ opensAt: ONE_DAY_LATER })).toMatchObject({ note: '', rubric: [], subject: null });
	});
});

test('on PostgreSQL an assignment is not removed while another process stores a hand-in', async () => {
	const { connection: handInConnection, address } = await createFreshPostgres();
	await migrateDatabase(handInConnection);
	const removalConnection = await openPostgres(address);
	const lesson = await prepareTestLesson(handInConnection.database);
	const work = await beginTestWork(handInConnection.database, lesson, [lesson.lou], { 'main.ts': '' });
	const { lou, assignment } = lesson;
	const sentHandIn = createTestHandIn(lou, work, 1);
	let startRemoval: () => void = () => undefined;
	const whenInserted = new Promise<void>((resolve) => (startRemoval = resolve));
	let commitHandIn: () => void = () => undefined;
	const whenRemovalWaits = new Promise<void>((resolve) => (commitHandIn = resolve));
	// When the submission is enqueued, it is inserted but not yet committed.
	const handInOutcome = handInWork(handInConnection.database, lou.account, assignment, sentHandIn, async () => {
		startRemoval();
		await whenRemovalWaits;
	});
	await whenInserted;
	const removal = removeAssignment(removalConnection.database, assignment);
	try {
		await vi.waitFor(
			async () => {
				const { rows } = await handInConnection.query(
					"select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
				);
				expect(rows).toHaveLength(1);
			},
			{ timeout: 60_000 }
		);
	} finally {
		commitHandIn();
	}
	expect(await handInOutcome).toMatchObject({ kind: 'handed-in' });
	expect(await removal).toBe(false);
	const storedSubmissions = await handInConnection.database
		.select({ id: schema.submission.id })
		.from(schema.submission)
		.where(eq(schema.submission.assignmentId, assignment));
	expect(storedSubmissions).toEqual([{ id: sentHandIn.id }]);
	await removalConnection.close();
	await handInConnection.close();
});
