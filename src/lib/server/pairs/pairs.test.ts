/** Tests who may form a pair, how, and when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { findCurrentPerson, endSessionsOfAccount, findSessionId, signOut } from '#lib/server/auth/session.ts';
import { signInStudent } from '#lib/server/auth/sign-in.ts';
import { createStudent, type NewStudent } from '#lib/server/auth/students.ts';
import { replacePassphrase } from '#lib/server/classes/new-passphrase.ts';
import { createTestBrowser } from '#lib/server/auth/testing.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { joinPair } from '#lib/server/auth/second-student.ts';
import { endPair, deleteEndedPairs, findMembersAtMachine, listPairsOfStudent } from './pair-session.ts';

vi.mock('better-auth/crypto', () => import('#lib/server/auth/testing-hash.ts'));

const dataFolder = mkdtempSync(join(tmpdir(), 'braise-pairs-'));
const FIRST_CLASS = { id: 'one', code: 'CDF346' };
const SECOND_CLASS = { id: 'two', code: 'GHJ479' };

beforeAll(async () => {
	process.env['DATA_FOLDER'] = dataFolder;
	await copyMigratedStoreTo(dataFolder);
	await openDatabase();
	await database()
		.insert(schema.schoolClass)
		.values([
			{ id: FIRST_CLASS.id, name: '2de 5', joinCode: FIRST_CLASS.code },
			{ id: SECOND_CLASS.id, name: '1re NSI', joinCode: SECOND_CLASS.code }
		]);
});
afterAll(async () => {
	await connection().close();
	rmSync(dataFolder, { recursive: true });
});

let studentCount = 0;
const parseValidPseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
interface NamedTestStudent extends NewStudent {
	name: string;
}
async function createTestStudent(classId = FIRST_CLASS.id): Promise<NamedTestStudent> {
	const name = `Loup ${(studentCount += 1)}`;
	return { name, ...(await createStudent(classId, parseValidPseudonym(name))) };
}

let firstStudent: NamedTestStudent;
let secondStudent: NamedTestStudent;
let firstBrowser: ReturnType<typeof createTestBrowser>;
let sessionId: string;

async function signInOnNewMachine({ name, passphrase }: NamedTestStudent, classToEnter = FIRST_CLASS) {
	const machine = createTestBrowser();
	expect((await signInStudent(machine.visit(), classToEnter, name, passphrase, false)).kind).toBe('in');
	return { machine, session: (await findSessionId(machine.visit())) ?? '' };
}

beforeEach(async () => {
	[firstStudent, secondStudent] = [await createTestStudent(), await createTestStudent()];
	({ machine: firstBrowser, session: sessionId } = await signInOnNewMachine(firstStudent));
});

const joinFirstStudentAs = (
	otherStudent: { name: string; passphrase: string },
	words = otherStudent.passphrase,
	classToEnter = FIRST_CLASS
) =>
	joinPair(
		createTestBrowser().visit(),
		database(),
		{ session: sessionId, account: firstStudent.account },
		classToEnter,
		otherStudent.name,
		words
	);
const findOtherOfPair = async () => (await findCurrentPerson(firstBrowser.visit()))?.pair?.other;

test('a second student joins with their own words, and the pair exists on this machine only', async () => {
	expect(await findOtherOfPair()).toBeUndefined();
	expect(await joinFirstStudentAs(secondStudent, secondStudent.passphrase.toUpperCase().replaceAll(' ', '-'))).toEqual({
		kind: 'in'
	});
	expect(await findOtherOfPair()).toEqual({ id: secondStudent.account, name: secondStudent.name });
	const person = await findCurrentPerson(firstBrowser.visit());
	expect(person).toMatchObject({ id: firstStudent.account, name: firstStudent.name });
	const membersHere = await findMembersAtMachine(database(), { id: firstStudent.account, ...person }, FIRST_CLASS.id);
	expect(membersHere.map(({ account }) => account)).toEqual([firstStudent.account, secondStudent.account]);
	// On other machines neither student is part of the pair.
	expect((await findCurrentPerson((await signInOnNewMachine(secondStudent)).machine.visit()))?.pair).toBeUndefined();
	expect((await findCurrentPerson((await signInOnNewMachine(firstStudent)).machine.visit()))?.pair).toBeUndefined();
	for (const { account } of [firstStudent, secondStudent])
		expect(await listPairsOfStudent(database(), account)).toHaveLength(1);
});

test('a student who joins again, after a lost answer, makes no second pair', async () => {
	await joinFirstStudentAs(secondStudent);
	expect(await joinFirstStudentAs(secondStudent)).toEqual({ kind: 'in' });
	expect(await database().$count(schema.pair, eq(schema.pair.sessionId, sessionId))).toBe(1);
});

test('a third student, the same student or one of another class cannot join the pair', async () => {
	expect(await joinFirstStudentAs(firstStudent)).toEqual({ kind: 'same' });
	const strangerStudent = await createTestStudent(SECOND_CLASS.id);
	expect(await joinFirstStudentAs(strangerStudent)).toEqual({ kind: 'wrong' });
	// Joining through a class of the third student, to which the first does not belong, fails too.
	expect(await joinFirstStudentAs(strangerStudent, strangerStudent.passphrase, SECOND_CLASS)).toEqual({ kind: 'full' });
	expect(await findOtherOfPair()).toBeUndefined();
	await joinFirstStudentAs(secondStudent);
	expect(await joinFirstStudentAs(await createTestStudent())).toEqual({ kind: 'full' });
	expect((await findOtherOfPair())?.id).toBe(secondStudent.account);
});

test('wrong words and an unknown pseudonym get the same answer, and delay joining and signing in', async () => {
	for (const name of [secondStudent.name, `Personne ${studentCount}`]) {
		for (let attempt = 0; attempt < 5; attempt += 1)
			expect(await joinFirstStudentAs({ name, passphrase: 'un deux trois' })).toEqual({ kind: 'wrong' });
		expect(await joinFirstStudentAs({ name, passphrase: 'un deux trois' })).toMatchObject({ kind: 'wait' });
	}
	expect(await joinFirstStudentAs(secondStudent)).toMatchObject({ kind: 'wait' });
	const signInResult = await signInStudent(
		createTestBrowser().visit(),
		FIRST_CLASS,
		secondStudent.name,
		secondStudent.passphrase,
		false
	);
	expect(signInResult.kind).toBe('wait');
	expect(await findOtherOfPair()).toBeUndefined();
});

test('a pair ends when either student ends it or the first signs out; others cannot end it', async () => {
	for (const account of [firstStudent.account, secondStudent.account]) {
		await joinFirstStudentAs(secondStudent);
		const pairId = (await findCurrentPerson(firstBrowser.visit()))?.pair?.id ?? '';
		expect(await endPair(database(), (await createTestStudent()).account, pairId)).toBe(false);
		expect(await findOtherOfPair()).toBeDefined();
		expect(await endPair(database(), account, pairId)).toBe(true);
		expect(await findOtherOfPair()).toBeUndefined();
	}
	await joinFirstStudentAs(secondStudent);
	await signOut(firstBrowser.visit());
	for (const { account } of [firstStudent, secondStudent])
		expect(await listPairsOfStudent(database(), account)).toEqual([]);
});

test.each([
	['gets new words', async () => void (await replacePassphrase(secondStudent.membership))],
	['is signed out on every machine', () => endSessionsOfAccount(secondStudent.account)],
	[
		'leaves the class',
		async () =>
			void (await database().delete(schema.membership).where(eq(schema.membership.id, secondStudent.membership)))
	],
	['deletes their account', async () => void (await removePerson(database(), secondStudent.account, new Date()))]
])('a pair ends when the second student %s', async (_, done) => {
	await joinFirstStudentAs(secondStudent);
	await done();
	expect(await findOtherOfPair()).toBeUndefined();
	expect((await findCurrentPerson(firstBrowser.visit()))?.id).toBe(firstStudent.account);
});

test('a pair ends after a day, and another student can then join', async () => {
	await joinFirstStudentAs(secondStudent);
	const endedPairFields = { beganAt: sql`now() - interval '25 hours'` };
	await database().update(schema.pair).set(endedPairFields).where(eq(schema.pair.sessionId, sessionId));
	expect(await findOtherOfPair()).toBeUndefined();
	const thirdStudent = await createTestStudent();
	expect(await joinFirstStudentAs(thirdStudent)).toEqual({ kind: 'in' });
	expect((await findOtherOfPair())?.id).toBe(thirdStudent.account);
	await database().update(schema.pair).set(endedPairFields).where(eq(schema.pair.sessionId, sessionId));
	await deleteEndedPairs(database());
	expect(await database().$count(schema.pair, eq(schema.pair.sessionId, sessionId))).toBe(0);
});
