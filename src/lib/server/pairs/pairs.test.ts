/** Tests who may form a pair, how, and when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { currentPerson, endSessions, findSessionId, signOut } from '#lib/server/auth/session.ts';
import { signInStudent } from '#lib/server/auth/sign-in.ts';
import { createStudent, type NewStudent } from '#lib/server/auth/students.ts';
import { replacePassphrase } from '#lib/server/classes/new-passphrase.ts';
import { createTestBrowser } from '#lib/server/auth/testing.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { joinPair } from '#lib/server/auth/second-student.ts';
import { endPair, deleteEndedPairs, membersAtMachine, listPairsOfStudent } from './pair-session.ts';

vi.mock('better-auth/crypto', () => import('#lib/server/auth/testing-hash.ts'));

const folder = mkdtempSync(join(tmpdir(), 'braise-pairs-'));
const ONE = { id: 'one', code: 'CDF346' };
const TWO = { id: 'two', code: 'GHJ479' };

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	await copyStoreTo(folder);
	await openDatabase();
	await database()
		.insert(schema.schoolClass)
		.values([
			{ id: ONE.id, name: '2de 5', joinCode: ONE.code },
			{ id: TWO.id, name: '1re NSI', joinCode: TWO.code }
		]);
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});

let studentCount = 0;
const pseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
interface Known extends NewStudent {
	name: string;
}
async function aStudent(classId = ONE.id): Promise<Known> {
	const name = `Loup ${(studentCount += 1)}`;
	return { name, ...(await createStudent(classId, pseudonym(name))) };
}

let first: Known;
let second: Known;
let at: ReturnType<typeof createTestBrowser>;
let session: string;

async function signedIn({ name, passphrase }: Known, into = ONE) {
	const machine = createTestBrowser();
	expect((await signInStudent(machine.visit(), into, name, passphrase, false)).kind).toBe('in');
	return { machine, session: (await findSessionId(machine.visit())) ?? '' };
}

beforeEach(async () => {
	[first, second] = [await aStudent(), await aStudent()];
	({ machine: at, session } = await signedIn(first));
});

const joins = (beside: { name: string; passphrase: string }, words = beside.passphrase, into = ONE) =>
	joinPair(createTestBrowser().visit(), database(), { session, account: first.account }, into, beside.name, words);
const sitsHere = async () => (await currentPerson(at.visit()))?.pair?.other;

test('the second sits down with their own words: both are known here, in that order, and nobody elsewhere', async () => {
	expect(await sitsHere()).toBeUndefined();
	expect(await joins(second, second.passphrase.toUpperCase().replaceAll(' ', '-'))).toEqual({ kind: 'in' });
	expect(await sitsHere()).toEqual({ id: second.account, name: second.name });
	const person = await currentPerson(at.visit());
	expect(person).toMatchObject({ id: first.account, name: first.name });
	const here = await membersAtMachine(database(), { id: first.account, ...person }, ONE.id);
	expect(here.map(({ account }) => account)).toEqual([first.account, second.account]);
	// Joining signs the second student in nowhere else, nor is the first one part of a pair on another machine.
	expect((await currentPerson((await signedIn(second)).machine.visit()))?.pair).toBeUndefined();
	expect((await currentPerson((await signedIn(first)).machine.visit()))?.pair).toBeUndefined();
	for (const { account } of [first, second]) expect(await listPairsOfStudent(database(), account)).toHaveLength(1);
});

test('an answer that was lost is asked for again, and nobody sits there twice', async () => {
	await joins(second);
	expect(await joins(second)).toEqual({ kind: 'in' });
	expect(await database().$count(schema.pair, eq(schema.pair.sessionId, session))).toBe(1);
});

test('a third, oneself, and someone of another class do not', async () => {
	expect(await joins(first)).toEqual({ kind: 'same' });
	const stranger = await aStudent(TWO.id);
	expect(await joins(stranger)).toEqual({ kind: 'wrong' });
	// Joining through another class, in which only the stranger is, fails too.
	expect(await joins(stranger, stranger.passphrase, TWO)).toEqual({ kind: 'full' });
	expect(await sitsHere()).toBeUndefined();
	await joins(second);
	expect(await joins(await aStudent())).toEqual({ kind: 'full' });
	expect((await sitsHere())?.id).toBe(second.account);
});

test('wrong words and an unknown pseudonym are answered alike, and slowed together with signing in', async () => {
	for (const name of [second.name, `Personne ${studentCount}`]) {
		for (let attempt = 0; attempt < 5; attempt += 1)
			expect(await joins({ name, passphrase: 'un deux trois' })).toEqual({ kind: 'wrong' });
		expect(await joins({ name, passphrase: 'un deux trois' })).toMatchObject({ kind: 'wait' });
	}
	expect(await joins(second)).toMatchObject({ kind: 'wait' });
	const elsewhere = await signInStudent(createTestBrowser().visit(), ONE, second.name, second.passphrase, false);
	expect(elsewhere.kind).toBe('wait');
	expect(await sitsHere()).toBeUndefined();
});

test('it is over when either says so, or the first leaves this machine; a stranger cannot say it', async () => {
	for (const account of [first.account, second.account]) {
		await joins(second);
		const pair = (await currentPerson(at.visit()))?.pair?.id ?? '';
		expect(await endPair(database(), (await aStudent()).account, pair)).toBe(false);
		expect(await sitsHere()).toBeDefined();
		expect(await endPair(database(), account, pair)).toBe(true);
		expect(await sitsHere()).toBeUndefined();
	}
	await joins(second);
	await signOut(at.visit());
	for (const { account } of [first, second]) expect(await listPairsOfStudent(database(), account)).toEqual([]);
});

test.each([
	['gets other words', async () => void (await replacePassphrase(second.membership))],
	['leaves every machine', () => endSessions(second.account)],
	[
		'leaves the class',
		async () => void (await database().delete(schema.membership).where(eq(schema.membership.id, second.membership)))
	],
	['deletes their account', async () => void (await removePerson(database(), second.account, new Date()))]
])('it is over when the second %s', async (_, done) => {
	await joins(second);
	await done();
	expect(await sitsHere()).toBeUndefined();
	expect((await currentPerson(at.visit()))?.id).toBe(first.account);
});

test('after a day it is over, whatever the first asked for themselves, and someone else can sit down', async () => {
	await joins(second);
	const old = { beganAt: sql`now() - interval '25 hours'` };
	await database().update(schema.pair).set(old).where(eq(schema.pair.sessionId, session));
	expect(await sitsHere()).toBeUndefined();
	const third = await aStudent();
	expect(await joins(third)).toEqual({ kind: 'in' });
	expect((await sitsHere())?.id).toBe(third.account);
	await database().update(schema.pair).set(old).where(eq(schema.pair.sessionId, session));
	await deleteEndedPairs(database());
	expect(await database().$count(schema.pair, eq(schema.pair.sessionId, session))).toBe(0);
});
