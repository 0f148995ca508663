/** Tests that a person's lesson data is exported, removed with the account, and deleted in time. */
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { eq, is } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/school-class.ts';
import { storeTestWork } from '#lib/server/assignments/testing.ts';
import { archiveClass } from '#lib/server/classes/classes.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { findBoundWorkId } from '#lib/server/board/bind-work.ts';
import { storeTestLesson, type TestLesson } from '#lib/server/board/testing.ts';
import { gatherPersonalData } from './gather-personal-data.ts';
import { summarisePersonalData } from './overview.ts';
import { removePerson } from './remove-person.ts';
import { DEBATE_RETENTION_DAYS, deleteExpiredData } from './retention.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const schemaTables = Object.values<unknown>(schema).filter((one): one is PgTable => is(one, PgTable));

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: TestLesson;
	let workId: string;
	const nthStudent = (which: number) => lesson.students[which] ?? { account: '', member: '' };

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());

	/** The first two students made a work together, asked for help, handed in, were judged, got a review and chose in the debate. */
	beforeEach(async () => {
		lesson = await storeTestLesson(database);
		const [firstStudent, secondStudent] = [nthStudent(0), nthStudent(1)];
		const sharedWork = await storeTestWork(database, [firstStudent.account, secondStudent.account]);
		({ work: workId } = sharedWork);
		const createDecisionsBy = (by: 'account' | 'member') =>
			Object.fromEntries(
				[firstStudent, secondStudent].map((each) => [
					each[by],
					{ option: 'paper', position: `said by ${each.member}.` }
				])
			);
		await database
			.update(schema.version)
			.set({ decisions: createDecisionsBy('account') })
			.where(eq(schema.version.workId, workId));
		const { assignment: assignmentId, teacher } = lesson;
		await database.insert(schema.progress).values({
			assignmentId,
			membershipId: firstStudent.member,
			withMember: secondStudent.member,
			workId: workId,
			step: 'build',
			lastActivity: NOW,
			lastProgress: NOW,
			needsHelpSince: NOW
		});
		const submissionId = `submission-${workId}`;
		await database.insert(schema.submission).values({
			id: submissionId,
			assignmentId,
			workId: workId,
			versionId: sharedWork.version,
			members: [firstStudent.member, secondStudent.member],
			turn: 1,
			state: 'returned',
			files: sharedWork.files,
			programHash: '',
			steps: { current: 'build', decision: { option: 'paper', position: 'of whoever saved' } },
			decisions: createDecisionsBy('member')
		});
		const lines = [{ id: `line-${workId}`, file: 'main.ts', line: 1, text: 'Pourquoi 1 ?' }];
		await database.insert(schema.review).values({
			submissionId,
			reviewer: teacher,
			comment: 'Pas encore envoyé',
			rubric: {},
			sentAt: NOW,
			sentText: { comment: 'Bien vu', rubric: {}, lines }
		});
		await database.insert(schema.lineComment).values(lines.map((line) => ({ ...line, submissionId })));
		for (const { member } of [firstStudent, secondStudent]) {
			const decision = { option: 'paper', position: `chosen by ${member}.` };
			await database
				.insert(schema.debateChoice)
				.values({ assignmentId, membershipId: member, moment: 'before', decision, decidedAt: 1 });
		}
		await database
			.insert(schema.reusableComment)
			.values({ id: workId, accountId: teacher, text: 'Nomme tes variables' });
	});

	const gatherData = async (account: string) => gatherPersonalData(database, account, NOW);
	/** Lists the tables in which the text `trace` occurs in some row. */
	const findTablesContaining = async (trace: string) => {
		const names: string[] = [];
		for (const table of schemaTables) {
			if (JSON.stringify(await database.select().from(table)).includes(trace)) names.push(getTableConfig(table).name);
		}
		return names;
	};

	test('the data of each student of a pair has the shared work, without the other’s position', async () => {
		for (const [which, other] of [
			[0, 1],
			[1, 0]
		] as const) {
			const personalData = await gatherData(nthStudent(which).account);
			expect(personalData.standings).toMatchObject([
				{ title: { fr: 'Salade' }, step: 'build', pair: true, needsHelpSince: NOW }
			]);
			expect(personalData.submissions).toMatchObject([
				{
					title: { fr: 'Salade' },
					pair: true,
					review: { comment: 'Bien vu', lines: [{ text: 'Pourquoi 1 ?' }] },
					steps: { decision: null }
				}
			]);
			expect(personalData.debates).toMatchObject([{ title: { fr: 'Salade' }, moment: 'before' }]);
			const text = JSON.stringify(personalData);
			for (const ownText of [`said by ${nthStudent(which).member}.`, `chosen by ${nthStudent(which).member}.`])
				expect(text).toContain(ownText);
			for (const foreignText of [
				nthStudent(other).member,
				nthStudent(other).account,
				'Pas encore envoyé',
				'of whoever saved'
			])
				expect(text).not.toContain(foreignText);
			const { progress, submissions, debates } = summarisePersonalData(personalData, 'fr');
			expect(progress).toMatchObject([{ title: 'Salade', needsHelpSince: NOW }]);
			expect(submissions).toMatchObject([{ title: 'Salade', review: { lines: 1 } }]);
			expect(debates).toHaveLength(1);
		}
	});

	test('a student who did nothing in a lesson has no lesson data', async () => {
		const personalData = await gatherData(nthStudent(2).account);
		expect(personalData).toMatchObject({ standings: [], submissions: [], debates: [], works: [], reviewsWritten: [] });
	});

	test('a teacher’s data contains their reviews, comments and assignments, without ids of students', async () => {
		const personalData = await gatherData(lesson.teacher);
		expect(personalData).toMatchObject({
			assignmentsGiven: [{ id: lesson.assignment, title: 'Salade' }],
			reviewsWritten: [{ comment: 'Pas encore envoyé', lines: [{ text: 'Pourquoi 1 ?' }] }],
			reusableComments: [{ text: 'Nomme tes variables' }],
			submissions: []
		});
		for (const { account, member } of lesson.students) {
			expect(JSON.stringify(personalData)).not.toContain(account);
			expect(JSON.stringify(personalData)).not.toContain(`${member}"`);
		}
	});

	test('deleting an account removes all its data except the pair’s shared work, which the other keeps', async () => {
		const [removedStudent, remainingStudent] = [nthStudent(0), nthStudent(1)];
		await removePerson(database, removedStudent.account, NOW);
		for (const trace of [`"${removedStudent.account}"`, `"${removedStudent.member}"`, `by ${removedStudent.member}.`])
			expect(await findTablesContaining(trace), trace).toEqual([]);
		expect(await findBoundWorkId(database, lesson.assignment, remainingStudent.member)).toBe(workId);
		const personalData = await gatherData(remainingStudent.account);
		expect(personalData.submissions).toMatchObject([{ pair: false, review: { comment: 'Bien vu' } }]);
		expect(personalData.standings).toMatchObject([{ pair: false, workId: workId }]);
		await removePerson(database, remainingStudent.account, NOW);
		for (const trace of [
			`"workId":"${workId}"`,
			`"${remainingStudent.member}"`,
			`by ${remainingStudent.member}.`,
			`"line-${workId}"`
		])
			expect(await findTablesContaining(trace), trace).toEqual([]);
	});

	test('a deleted teacher’s reviews stay with the students, without the teacher’s name', async () => {
		await database
			.insert(schema.account)
			.values({ id: `colleague ${workId}`, role: 'teacher', name: '', email: workId });
		await database.insert(schema.classTeacher).values({ classId: lesson.classId, accountId: `colleague ${workId}` });
		await removePerson(database, lesson.teacher, NOW);
		expect(await findTablesContaining(`"${lesson.teacher}"`)).toEqual([]);
		expect((await gatherData(nthStudent(0).account)).submissions).toMatchObject([
			{ review: { comment: 'Bien vu', reviewer: null } }
		]);
	});

	test('a student taken out of the class is removed from an assignment for some students', async () => {
		const { member } = nthStudent(0);
		await database
			.update(schema.assignment)
			.set({ members: [member] })
			.where(eq(schema.assignment.id, lesson.assignment));
		await removeStudent(database, lesson.classId, member, NOW);
		expect(await findTablesContaining(`"${member}"`)).toEqual([]);
	});

	test.each(['closed', 'archived'] as const)(
		'positions are erased 30 days after the lesson is %s; the options in submissions stay',
		async (how) => {
			if (how === 'archived') await archiveClass(database, lesson.classId, NOW);
			else
				await database
					.update(schema.assignment)
					.set({ closedAt: NOW })
					.where(eq(schema.assignment.id, lesson.assignment));
			const { account, member } = nthStudent(0);
			const readPositions = async () => {
				const { submissions, debates } = await gatherData(account);
				return [submissions[0]?.decisions[member], submissions[0]?.steps, debates.length];
			};
			await deleteExpiredData(database, addDays(NOW, DEBATE_RETENTION_DAYS - 1));
			expect(await readPositions()).toMatchObject([{ option: 'paper', position: `said by ${member}.` }, {}, 1]);
			await deleteExpiredData(database, addDays(NOW, DEBATE_RETENTION_DAYS));
			await deleteExpiredData(database, addDays(NOW, DEBATE_RETENTION_DAYS));
			expect(await readPositions()).toEqual([
				{ option: 'paper', position: '' },
				{ current: 'build', decision: null },
				0
			]);
			expect((await gatherData(account)).works[0]?.versions[0]?.decision, 'their own work').toMatchObject({
				position: `said by ${member}.`
			});
		}
	);

	test('an archived class is deleted after a year with its lesson data; authors keep their works', async () => {
		await archiveClass(database, lesson.classId, NOW);
		await deleteExpiredData(database, addDays(NOW, 365));
		expect(await gatherData(nthStudent(0).account)).toMatchObject({
			standings: [],
			submissions: [],
			debates: [],
			classes: [],
			works: [{ id: workId }]
		});
	});
});
