/** Tests how classes, students and teachers are added, changed and removed, and when their data is deleted. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_DELETION_DELAY_DAYS } from '#lib/domain/account.ts';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import {
	requestAccountDeletion,
	cancelAccountDeletion,
	removePerson
} from '#lib/server/personal-data/remove-person.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { deleteExpiredData } from '#lib/server/personal-data/retention.ts';
import {
	archiveClass,
	listClassesTaughtBy,
	createClass,
	findClass,
	setClassOpenForJoining,
	renameClass,
	renewJoinCode,
	classesOfStudent
} from './classes.ts';
import { listStudentsAwaitingDeletion } from '#lib/server/personal-data/departures.ts';
import { listLevelsOfStudent, validateLevel, withdrawLevel } from './levels.ts';
import { deleteOwnClass, deleteClass, removeStudent } from './removal.ts';
import { handOverClass, listClassesForCurator } from './hand-over.ts';
import { deleteNotice, NOTICE_RETENTION_DAYS, noticesOfTeacher } from './notices.ts';
import { findRelationsToClass } from './require-class.ts';
import { addStudents, renameStudent, listStudentsOfClass } from './students.ts';
import {
	addTeacher,
	findClassOfCoTeacherLink,
	createCoTeacherLink,
	removeTeacher,
	listTeachersOfClass,
	spendCoTeacherLink
} from './teachers.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
let connection: Connection;
let database: Database;
let idCount = 0;

const storeAccount = async (role: 'student' | 'teacher' | 'curator' | 'partner') => {
	const id = `${role}-${(idCount += 1)}`;
	await database.insert(schema.account).values({ id, role, name: id, email: `${id}@ecole.example` });
	return id;
};
const parseValidPseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
const storeMembership = async (classId: string, account: string, text: string) => {
	const { text: pseudonymText, key } = parseValidPseudonym(text);
	const id = `member-${(idCount += 1)}`;
	await database
		.insert(schema.membership)
		.values({ id, classId, accountId: account, pseudonym: pseudonymText, pseudonymKey: key });
	return id;
};
/** Makes a class with its teacher and one student. */
const createTestClass = async () => {
	const teacher = await storeAccount('teacher');
	const schoolClass = await createClass(database, '2de 4', teacher);
	const student = await storeAccount('student');
	return { id: schoolClass.id, teacher, student, member: await storeMembership(schoolClass.id, student, 'Loup') };
};
const handIn = async (
	classId: string,
	authors: { account: string; member: string }[],
	closedAt: Date | null = null
) => {
	const [work, version, assignment, submission] = ['w', 'v', 'a', 's'].map((kind) => `${kind}-${(idCount += 1)}`) as [
		string,
		string,
		string,
		string
	];
	const files = { 'main.ts': '// =1+1 <b>' };
	await database
		.insert(schema.work)
		.values({ id: work, format: 1, kind: 'project', language: 'fr', createdAt: 1, head: version });
	await database.insert(schema.version).values({ id: version, workId: work, savedAt: 1, files });
	await database.insert(schema.workAuthor).values(authors.map(({ account }) => ({ workId: work, accountId: account })));
	await database.insert(schema.assignment).values({ id: assignment, classId, title: 'Salade', rubric: [], closedAt });
	const members = authors.map(({ member }) => member);
	const decisions = Object.fromEntries(members.map((member) => [member, { option: member, position: `of ${member}` }]));
	await database.insert(schema.submission).values({
		id: submission,
		assignmentId: assignment,
		workId: work,
		versionId: version,
		members,
		turn: 1,
		state: 'returned',
		files,
		programHash: 'h',
		decisions
	});
	const reviewText = { comment: 'Bien vu', rubric: {}, lines: [] };
	await database
		.insert(schema.review)
		.values({ submissionId: submission, comment: 'Encore en écriture', rubric: {}, sentAt: NOW, sentText: reviewText });
	for (const member of members) {
		await database.insert(schema.debateChoice).values({
			assignmentId: assignment,
			membershipId: member,
			moment: 'before',
			decision: { option: 'a', position: '' },
			decidedAt: 1
		});
	}
	return { work, submission };
};
const selectRows = async (
	table: 'submission' | 'review' | 'work' | 'account' | 'debate_choice' | 'class',
	where: string
) => (await connection.query(`select * from ${table} where ${where}`, [])).rows;
const readAccountEnd = async (id: string) => (await selectRows('account', `id = '${id}'`))[0]?.['ends_at'];

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		database = connection.database;
	});
	afterAll(() => connection.close());

	test('a teacher’s class can be renamed, given a new join code and closed for joining', async () => {
		const teacher = await storeAccount('teacher');
		const schoolClass = await createClass(database, 'Seconde <b>4</b>', teacher);
		expect(schoolClass.joinCode).toMatch(/^[A-Z0-9]{6}$/);
		await renameClass(database, schoolClass.id, '=2de');
		const code = await renewJoinCode(database, schoolClass.id);
		expect(code).not.toBe(schoolClass.joinCode);
		await setClassOpenForJoining(database, schoolClass.id, false);
		expect(await listClassesTaughtBy(database, teacher)).toMatchObject([
			{ id: schoolClass.id, name: '=2de', joinCode: code, joinOpen: false, students: 0 }
		]);
		expect(await findRelationsToClass(database, schoolClass.id, teacher)).toEqual(['teaches']);
		expect(await findRelationsToClass(database, schoolClass.id, await storeAccount('teacher'))).toEqual([]);
		expect(await findRelationsToClass(database, 'none', teacher)).toEqual([]);
		expect(await findRelationsToClass(database, schoolClass.id, undefined)).toEqual([]);
	});

	test('a list of students is added whole or not at all, with a card for each', async () => {
		const { id, member } = await createTestClass();
		const createLoginCard = async ({ text }: Pseudonym) => {
			if (text === 'Panne') throw new Error('The disk is full.');
			const account = await storeAccount('student');
			return {
				account,
				membership: await storeMembership(id, account, text),
				passphrase: `words of ${text}`,
				token: ''
			};
		};
		expect(
			await addStudents(database, [parseValidPseudonym('Zoé'), parseValidPseudonym('Awa')], createLoginCard)
		).toMatchObject([
			{ pseudonym: 'Zoé', passphrase: 'words of Zoé' },
			{ pseudonym: 'Awa', passphrase: 'words of Awa' }
		]);
		await expect(
			addStudents(database, [parseValidPseudonym('Renard'), parseValidPseudonym('Panne')], createLoginCard)
		).rejects.toThrow('disk');
		expect((await listStudentsOfClass(database, id)).map((one) => one.pseudonym)).toEqual(['Awa', 'Loup', 'Zoé']);
		expect(await renameStudent(database, id, member, parseValidPseudonym('zoe'))).toBe(false);
		expect(await renameStudent(database, id, member, parseValidPseudonym('Loupé'))).toBe(true);
		expect(await findRelationsToClass(database, id, (await listStudentsOfClass(database, id))[1]?.account)).toEqual([
			'member'
		]);
	});

	test('a colleague becomes co-teacher by e-mail address or by a link that works once and expires', async () => {
		const { id, teacher } = await createTestClass();
		const colleague = await storeAccount('teacher');
		const otherCurator = await storeAccount('curator');
		const partner = await storeAccount('partner');
		expect(await addTeacher(database, id, ` ${colleague.toUpperCase()}@ecole.example `)).toBe(true);
		expect(await addTeacher(database, id, `${partner}@ecole.example`)).toBe(false);
		const token = await createCoTeacherLink(database, id, teacher, NOW);
		expect(await findClassOfCoTeacherLink(database, token, NOW)).toEqual({ id, name: '2de 4' });
		expect(await findClassOfCoTeacherLink(database, token, addDays(NOW, 8))).toBeUndefined();
		expect(await spendCoTeacherLink(database, 'guess', otherCurator, NOW)).toBeUndefined();
		expect(await spendCoTeacherLink(database, token, otherCurator, NOW)).toBe(id);
		expect(await spendCoTeacherLink(database, token, partner, NOW)).toBeUndefined();
		expect((await listTeachersOfClass(database, id)).map(({ account }) => account).sort()).toEqual(
			[teacher, colleague, otherCurator].sort()
		);
		const removeTestTeacher = (removedTeacher: string, by: string) =>
			removeTeacher(database, { classId: id, teacher: removedTeacher, by }, NOW);
		expect(await removeTestTeacher(teacher, colleague), 'who made it').toBe('maker');
		expect(await removeTestTeacher(partner, teacher)).toBe('absent');
		expect(await removeTestTeacher(colleague, otherCurator)).toBe('removed');
		expect(await noticesOfTeacher(database, colleague)).toMatchObject([
			{ kind: 'removed', className: '2de 4', doneBy: otherCurator, createdAt: NOW }
		]);
		expect(await removeTestTeacher(teacher, teacher), 'who leaves by themselves').toBe('removed');
		expect(await noticesOfTeacher(database, teacher)).toEqual([]);
		expect(await removeTestTeacher(otherCurator, otherCurator)).toBe('last');
	});

	test('only its maker can delete a class, and the co-teachers get a notice', async () => {
		const { id, teacher } = await createTestClass();
		const colleague = await storeAccount('teacher');
		await addTeacher(database, id, `${colleague}@ecole.example`);
		const deleteClassAs = (by: string, classId = id) => deleteOwnClass(database, { classId, by }, NOW);
		expect(await deleteClassAs(colleague)).toBe('not-maker');
		expect(await deleteClassAs(await storeAccount('teacher')), 'who does not teach it').toBe('not-maker');
		expect(await deleteClassAs(teacher, 'none')).toBe('not-maker');
		expect(await findClass(database, id)).toBeDefined();
		expect(await deleteClassAs(teacher)).toBe('deleted');
		expect(await findClass(database, id)).toBeUndefined();
		expect(await noticesOfTeacher(database, colleague)).toMatchObject([
			{ kind: 'deleted', className: '2de 4', doneBy: teacher, createdAt: NOW }
		]);
		expect(await noticesOfTeacher(database, teacher)).toEqual([]);
	});

	test('after its maker has left, a class can be deleted only by its sole teacher', async () => {
		const { id, teacher } = await createTestClass();
		const [colleague, otherColleague] = [await storeAccount('teacher'), await storeAccount('teacher')];
		for (const one of [colleague, otherColleague]) await addTeacher(database, id, `${one}@ecole.example`);
		await removeTeacher(database, { classId: id, teacher, by: teacher }, NOW);
		expect(await deleteOwnClass(database, { classId: id, by: colleague }, NOW)).toBe('not-maker');
		await removeTeacher(database, { classId: id, teacher: otherColleague, by: otherColleague }, NOW);
		expect(await deleteOwnClass(database, { classId: id, by: colleague }, NOW)).toBe('deleted');
	});

	test('a class handed over by a curator keeps its co-teachers, and both teachers get a notice', async () => {
		const { id, teacher } = await createTestClass();
		const [colleague, nextTeacher, curator] = [
			await storeAccount('teacher'),
			await storeAccount('teacher'),
			await storeAccount('curator')
		];
		await addTeacher(database, id, `${colleague}@ecole.example`);
		const partner = await storeAccount('partner');
		const handOver = (from: string, to: string, classId = id) =>
			handOverClass(database, { classId, from, email: `${to}@ecole.example`, by: curator }, NOW);
		expect(await handOver(teacher, partner)).toBe('no-teacher');
		expect(await handOver(teacher, teacher)).toBe('no-teacher');
		expect(await handOver(nextTeacher, colleague)).toBe('no-class');
		expect(await handOver(teacher, nextTeacher, 'none')).toBe('no-class');
		expect((await listClassesForCurator(database)).find((one) => one.id === id)).toMatchObject({
			name: '2de 4',
			students: 1,
			teachers: [teacher, colleague]
		});
		expect(await handOver(teacher, nextTeacher)).toBe('handed-over');
		expect((await listTeachersOfClass(database, id)).map(({ account }) => account).sort()).toEqual(
			[colleague, nextTeacher].sort()
		);
		expect(await findRelationsToClass(database, id, teacher)).toEqual([]);
		expect(await noticesOfTeacher(database, teacher)).toMatchObject([
			{ kind: 'handed-over', className: '2de 4', doneBy: curator }
		]);
		const [receivedNotice] = await noticesOfTeacher(database, nextTeacher);
		expect(receivedNotice).toMatchObject({ kind: 'received', className: '2de 4', doneBy: curator });
		expect(await removeTeacher(database, { classId: id, teacher: nextTeacher, by: colleague }, NOW)).toBe('maker');
		await deleteNotice(database, teacher, receivedNotice?.id ?? '');
		expect(await noticesOfTeacher(database, nextTeacher), 'another’s stays').toHaveLength(1);
		await deleteNotice(database, nextTeacher, receivedNotice?.id ?? '');
		expect(await noticesOfTeacher(database, nextTeacher)).toEqual([]);
		await deleteExpiredData(database, addDays(NOW, NOTICE_RETENTION_DAYS + 1));
		expect(await noticesOfTeacher(database, teacher)).toEqual([]);
	});

	test('links to teach a class end when their maker no longer teaches that class', async () => {
		const { id, teacher } = await createTestClass();
		const colleague = await storeAccount('teacher');
		await addTeacher(database, id, `${colleague}@ecole.example`);
		const ownLink = await createCoTeacherLink(database, id, colleague, NOW);
		const otherClass = await createClass(database, '1re', colleague);
		const otherLink = await createCoTeacherLink(database, otherClass.id, colleague, NOW);
		await removeTeacher(database, { classId: id, teacher: colleague, by: teacher }, NOW);
		expect(await findClassOfCoTeacherLink(database, ownLink, NOW)).toBeUndefined();
		expect(await spendCoTeacherLink(database, ownLink, colleague, NOW)).toBeUndefined();
		await addTeacher(database, id, `${colleague}@ecole.example`);
		expect(await spendCoTeacherLink(database, ownLink, colleague, NOW), 'after being added again').toBeUndefined();
		expect(await findClassOfCoTeacherLink(database, otherLink, NOW)).toMatchObject({ name: '1re' });
		// An account that no longer teaches the class cannot invite others to teach it: its link is worthless.
		const lastLink = await createCoTeacherLink(database, id, teacher, NOW);
		await database.update(schema.account).set({ role: 'applicant' }).where(eq(schema.account.id, teacher));
		expect(await spendCoTeacherLink(database, lastLink, colleague, NOW)).toBeUndefined();
	});

	test('a student’s level is replaced when a teacher gives it again, and can be withdrawn', async () => {
		const { id, teacher, student } = await createTestClass();
		const level = { classId: id, student, piste: 'green', teacher } as const;
		await validateLevel(database, { ...level, note: 'a changé la cadence' }, NOW);
		await validateLevel(database, { ...level, note: 'l’a expliquée à Awa' }, addDays(NOW, 1));
		expect(await listLevelsOfStudent(database, student)).toEqual([
			{
				piste: 'green',
				note: 'l’a expliquée à Awa',
				validatedAt: addDays(NOW, 1),
				teacher,
				className: '2de 4'
			}
		]);
		await withdrawLevel(database, id, student, 'green');
		expect(await listLevelsOfStudent(database, student, id)).toEqual([]);
	});

	test('deleting a class deletes its submissions and reviews, and accounts without another class end in 30 days', async () => {
		const { id, student, member } = await createTestClass();
		const studentOfBoth = await storeAccount('student');
		const secondMember = await storeMembership(id, studentOfBoth, 'Awa');
		const { id: otherClassId } = await createTestClass();
		await storeMembership(otherClassId, studentOfBoth, 'Awa');
		const { work, submission } = await handIn(id, [
			{ account: student, member },
			{ account: studentOfBoth, member: secondMember }
		]);
		await deleteClass(database, id, NOW);
		expect(await findClass(database, id)).toBeUndefined();
		expect(await selectRows('submission', `id = '${submission}'`)).toEqual([]);
		expect(await selectRows('review', `submission_id = '${submission}'`)).toEqual([]);
		expect(await selectRows('work', `id = '${work}'`)).toHaveLength(1);
		expect(await readAccountEnd(student)).toEqual(addDays(NOW, 30));
		expect(await readAccountEnd(studentOfBoth)).toBeNull();
	});

	test('a student removed from a class loses their submissions, and a pair’s submission stays the partner’s', async () => {
		const { id, student, member } = await createTestClass();
		const partner = await storeAccount('student');
		const partnerMember = await storeMembership(id, partner, 'Awa');
		const ownHandIn = await handIn(id, [{ account: student, member }]);
		const pairHandIn = await handIn(id, [
			{ account: student, member },
			{ account: partner, member: partnerMember }
		]);
		expect(await removeStudent(database, 'another class', member, NOW)).toBe(false);
		expect(await removeStudent(database, id, member, NOW)).toBe(true);
		expect(await selectRows('submission', `id = '${ownHandIn.submission}'`)).toEqual([]);
		expect(await selectRows('submission', `id = '${pairHandIn.submission}'`)).toMatchObject([
			{ members: [partnerMember], decisions: { [partnerMember]: { option: partnerMember } } }
		]);
		expect(await classesOfStudent(database, student)).toEqual([]);
	});

	test('the gathered data of a person contains their own data and no other person’s', async () => {
		const { id, teacher, student, member } = await createTestClass();
		const partner = await storeAccount('student');
		const partnerMember = await storeMembership(id, partner, 'Secret');
		await handIn(id, [
			{ account: student, member },
			{ account: partner, member: partnerMember }
		]);
		await handIn(id, [{ account: partner, member: partnerMember }]);
		const personalData = await gatherPersonalData(database, student, NOW);
		expect(personalData).toMatchObject({
			account: { id: student, email: null },
			classes: [{ pseudonym: 'Loup', teachers: [teacher] }],
			works: [{ versions: [{ files: { 'main.ts': '// =1+1 <b>' } }] }]
		});
		expect(personalData.submissions).toMatchObject([{ decisions: { [member]: {} }, review: { comment: 'Bien vu' } }]);
		expect(JSON.stringify(personalData)).not.toContain(`of ${partnerMember}`);
		expect(JSON.stringify(personalData)).not.toContain('Secret');
		expect(JSON.stringify(personalData)).not.toContain('Encore en écriture');
	});

	test('deleting a person deletes their own works, but not shared works or a class with another teacher', async () => {
		const { id, teacher, student, member } = await createTestClass();
		const partner = await storeAccount('student');
		const partnerMember = await storeMembership(id, partner, 'Awa');
		const ownHandIn = await handIn(id, [{ account: student, member }]);
		const pairHandIn = await handIn(id, [
			{ account: student, member },
			{ account: partner, member: partnerMember }
		]);
		expect(await removePerson(database, student, NOW)).toEqual({ kind: 'removed' });
		expect(await selectRows('account', `id = '${student}'`)).toEqual([]);
		expect(await selectRows('work', `id = '${ownHandIn.work}'`)).toEqual([]);
		expect(await selectRows('work', `id = '${pairHandIn.work}'`)).toHaveLength(1);

		const colleague = await storeAccount('teacher');
		await addTeacher(database, id, `${colleague}@ecole.example`);
		await removePerson(database, teacher, NOW);
		expect(await listTeachersOfClass(database, id)).toMatchObject([{ account: colleague }]);
		await removePerson(database, colleague, NOW);
		expect(await findClass(database, id)).toBeUndefined();
		expect(await readAccountEnd(partner)).toEqual(addDays(NOW, 30));
	});

	test('an account is deleted seven days after its owner asks, unless they cancel the request', async () => {
		const { id, teacher, student, member } = await createTestClass();
		const { work, submission } = await handIn(id, [{ account: student, member }]);
		await database.update(schema.submission).set({ state: 'accepted' }).where(eq(schema.submission.id, submission));
		expect(await requestAccountDeletion(database, student, NOW)).toEqual({
			kind: 'asked',
			at: addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS)
		});
		expect(await requestAccountDeletion(database, student, addDays(NOW, 3)), 'the first date holds').toEqual({
			kind: 'asked',
			at: addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS)
		});
		expect(await listStudentsAwaitingDeletion(database, id)).toEqual([
			{
				membership: member,
				pseudonym: 'Loup',
				deletionAt: addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS),
				works: [{ title: { fr: 'Salade', en: 'Salade' }, state: 'accepted' }]
			}
		]);
		expect(await gatherPersonalData(database, student, NOW)).toMatchObject({
			account: { deletionAt: addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS) }
		});
		await deleteExpiredData(database, addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS - 1));
		expect(await selectRows('submission', `id = '${submission}'`)).toHaveLength(1);

		await cancelAccountDeletion(database, student);
		expect(await gatherPersonalData(database, student, NOW)).toMatchObject({ account: { deletionAt: null } });
		expect(await listStudentsAwaitingDeletion(database, id)).toEqual([]);
		await deleteExpiredData(database, addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS + 1));
		expect(await selectRows('submission', `id = '${submission}'`)).toHaveLength(1);

		await requestAccountDeletion(database, student, NOW);
		expect(await noticesOfTeacher(database, teacher)).toEqual([]);
		expect(await deleteExpiredData(database, addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS))).toMatchObject({ accounts: 1 });
		expect(await selectRows('account', `id = '${student}'`)).toEqual([]);
		expect(await selectRows('submission', `id = '${submission}'`)).toEqual([]);
		expect(await selectRows('work', `id = '${work}'`)).toEqual([]);
		// The teacher, who did not see the request before the deletion, gets a notice without the pseudonym.
		const [notice] = await noticesOfTeacher(database, teacher);
		expect(notice).toEqual({
			id: expect.any(String),
			kind: 'student-deleted',
			className: '2de 4',
			doneBy: null,
			createdAt: addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS)
		});
	});

	test('a curator can hand over the class of a teacher whose account deletion is pending', async () => {
		const { id, teacher } = await createTestClass();
		const [nextTeacher, curator] = [await storeAccount('teacher'), await storeAccount('curator')];
		await requestAccountDeletion(database, teacher, NOW);
		await handOverClass(
			database,
			{ classId: id, from: teacher, email: `${nextTeacher}@ecole.example`, by: curator },
			NOW
		);
		await deleteExpiredData(database, addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS));
		expect(await selectRows('account', `id = '${teacher}'`)).toEqual([]);
		expect(await listTeachersOfClass(database, id)).toMatchObject([{ account: nextTeacher }]);
	});

	test('the last curator’s account is never deleted', async () => {
		await database.delete(schema.account);
		const firstCurator = await storeAccount('curator');
		expect(await removePerson(database, firstCurator, NOW)).toEqual({ kind: 'last-curator' });
		expect(await requestAccountDeletion(database, firstCurator, NOW)).toEqual({ kind: 'last-curator' });
		const secondCurator = await storeAccount('curator');
		expect(await requestAccountDeletion(database, firstCurator, NOW)).toMatchObject({ kind: 'asked' });
		expect(await requestAccountDeletion(database, secondCurator, NOW)).toMatchObject({ kind: 'asked' });
		expect(
			await deleteExpiredData(database, addDays(NOW, ACCOUNT_DELETION_DELAY_DAYS)),
			'one of two stays'
		).toMatchObject({
			accounts: 1
		});
		expect(await database.select().from(schema.account)).toHaveLength(1);
	});

	test('expired data is deleted, and nothing a day earlier', async () => {
		const { id, student, member } = await createTestClass();
		await handIn(id, [{ account: student, member }], NOW);
		await archiveClass(database, id, NOW);
		await database.insert(schema.session).values([
			{ id: 'over', token: 'over', accountId: student, expiresAt: addDays(NOW, 1) },
			{ id: 'open', token: 'open', accountId: student, expiresAt: addDays(NOW, 1000) }
		]);
		const noDeletions = { accounts: 0, classes: 0, debateChoices: 0, contacts: 0 };
		expect(await deleteExpiredData(database, addDays(NOW, 29))).toEqual(noDeletions);
		expect(await deleteExpiredData(database, addDays(NOW, 30))).toEqual({ ...noDeletions, debateChoices: 1 });
		expect(await database.select({ id: schema.session.id }).from(schema.session)).toEqual([{ id: 'open' }]);
		expect(await deleteExpiredData(database, addDays(NOW, 364))).toEqual(noDeletions);
		expect(await deleteExpiredData(database, addDays(NOW, 365))).toEqual({ ...noDeletions, classes: 1 });
		expect(await deleteExpiredData(database, addDays(NOW, 394))).toEqual(noDeletions);
		expect(await deleteExpiredData(database, addDays(NOW, 395))).toEqual({ ...noDeletions, accounts: 1 });
		expect(await selectRows('account', `id = '${student}'`)).toEqual([]);
	});
});
