/** Tests how students join classes and sign in with three words, and how guessing words or codes is slowed down. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { replacePassphrase, findTeachersToAskForPassphrase } from '#lib/server/classes/new-passphrase.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { countAttempt, UNKNOWN_CLASS_CODE_LIMIT, CLASS_JOINING_LIMIT } from '#lib/server/rate-limit/attempts.ts';
import { findClassByJoinCode, findClassToEnter, joinClassFirstTime, lookUpClassOfTypedCode } from './joining.ts';
import { knownBrowserCookieName } from './known-browser.ts';
import { findCurrentPerson, signOut } from './session.ts';
import { signInStudent } from './sign-in.ts';
import { addStudentToClass, createStudent, PseudonymTaken } from './students.ts';
import { createTestBrowser } from './testing.ts';

// Replaces password hashing with a cheap one, because these tests are about accounts and waits, not about the hash.
vi.mock('better-auth/crypto', () => import('./testing-hash.ts'));

const folder = mkdtempSync(join(tmpdir(), 'braise-students-'));

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	await copyMigratedStoreTo(folder);
	await openDatabase();
	await database()
		.insert(schema.schoolClass)
		.values([
			{ id: 'one', name: '2de 5', joinCode: 'CDF346' },
			{ id: 'two', name: '1re NSI', joinCode: 'GHJ479', joinOpen: false }
		]);
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});

const parseValidPseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
const findClassOrThrow = async (code: string) => {
	const schoolClass = await findClassByJoinCode(code);
	if (!schoolClass) throw new Error(code);
	return schoolClass;
};
const trySignIn = async (name: string, words: string, at = createTestBrowser()) =>
	(await signInStudent(at.visit(), await findClassOrThrow('cdf 346'), name, words, false)).kind;

test('a student signs in with three words, however typed, and the database stores only a hash', async () => {
	const { passphrase, account } = await createStudent('one', parseValidPseudonym('Loutre'));
	expect(passphrase.split(' ')).toHaveLength(3);
	const at = createTestBrowser();
	expect(await trySignIn(' LOUTRE', passphrase.normalize('NFD').toUpperCase().replaceAll(' ', '-'), at)).toBe('in');
	expect(await findCurrentPerson(at.visit())).toEqual({ id: account, role: 'student', name: 'Loutre' });
	const storedText = JSON.stringify([
		await database().select().from(schema.wayToSignIn),
		await database().select().from(schema.session),
		await database().select().from(schema.account)
	]).toLowerCase();
	for (const word of passphrase.split(' ')) expect(storedText).not.toContain(word);
	// The database keeps neither the user agent nor the IP address of a sign-in.
	expect(storedText).not.toContain('tester');
	expect(storedText).not.toContain('10.0.0.1');
	expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('signing out ends the session on the server, also for copied cookies', async () => {
	const { passphrase } = await createStudent('one', parseValidPseudonym('Genette'));
	const at = createTestBrowser();
	await trySignIn('Genette', passphrase, at);
	const browserWithStolenCookies = createTestBrowser();
	for (const [name, value] of at.jar) browserWithStolenCookies.jar.set(name, value);
	expect((await findCurrentPerson(browserWithStolenCookies.visit()))?.name).toBe('Genette');
	await signOut(at.visit());
	// The known-browser cookie, which remains after signing out, does not replace the passphrase.
	expect([...at.jar.keys()]).toEqual([knownBrowserCookieName(false)]);
	expect(await findCurrentPerson(browserWithStolenCookies.visit())).toBeNull();
});

test('cookies are secure over https, and signing in also works over plain http', async () => {
	const { passphrase } = await createStudent('one', parseValidPseudonym('Martre'));
	const [httpBrowser, httpsBrowser] = [
		createTestBrowser('http://192.168.1.20:3000'),
		createTestBrowser('https://braise.example')
	];
	await trySignIn('Martre', passphrase, httpBrowser);
	await trySignIn('Martre', passphrase, httpsBrowser);
	expect([...httpBrowser.secured]).toEqual([]);
	expect([...httpsBrowser.secured].sort()).toEqual([...httpsBrowser.jar.keys()].sort());
	expect([...httpsBrowser.jar.keys()].every((name) => name.startsWith('__Secure-'))).toBe(true);
	for (const at of [httpBrowser, httpsBrowser]) expect((await findCurrentPerson(at.visit()))?.name).toBe('Martre');
});

test('an unknown pseudonym is answered like wrong words, and both must wait after five attempts', async () => {
	await createStudent('one', parseValidPseudonym('Hermine'));
	for (const name of ['Hermine', 'Personne']) {
		for (let attempt = 0; attempt < 5; attempt += 1) expect(await trySignIn(name, 'un deux trois')).toBe('wrong');
		expect(await trySignIn(name, 'un deux trois')).toBe('wait');
	}
});

test('many sign-in attempts at the same time are limited to five guesses', async () => {
	await createStudent('one', parseValidPseudonym('Furet'));
	const answers = await Promise.all(Array.from({ length: 12 }, () => trySignIn('Furet', 'un deux trois')));
	expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
});

test('simultaneous attempts within the limit do not have to wait, whatever their order', async () => {
	const [sooner, later] = [new Date(Date.now() - 1), new Date()];
	expect(await countAttempt('at once', CLASS_JOINING_LIMIT, later)).toBe(0);
	expect(await countAttempt('at once', CLASS_JOINING_LIMIT, sooner)).toBe(0);
	expect(await countAttempt('at once', CLASS_JOINING_LIMIT, later)).toBe(0);
});

test('new words replace a student’s old words and end sessions opened with them', async () => {
	const { passphrase, membership } = await createStudent('one', parseValidPseudonym('Blaireau'));
	const at = createTestBrowser();
	await trySignIn('Blaireau', passphrase, at);
	const newPassphrase = await replacePassphrase(membership);
	expect(await findCurrentPerson(at.visit())).toBeNull();
	expect(await trySignIn('Blaireau', passphrase)).toBe('wrong');
	expect(await trySignIn('Blaireau', newPassphrase ?? '')).toBe('in');
	expect(await replacePassphrase('nobody')).toBeUndefined();
});

test('new words come only from the class where the student has been longest', async () => {
	await database()
		.insert(schema.account)
		.values({ id: 'martin', role: 'teacher', name: 'Mme Martin', email: 'martin' });
	await database().insert(schema.classTeacher).values({ classId: 'one', accountId: 'martin' });
	const { account, membership, passphrase } = await createStudent('one', parseValidPseudonym('Castor'));
	await addStudentToClass(account, 'two', parseValidPseudonym('Castor'));
	const laterMembership = (await database().select().from(schema.membership)).find(
		({ accountId, classId }) => accountId === account && classId === 'two'
	);
	expect(await replacePassphrase(laterMembership?.id ?? '')).toBeUndefined();
	expect(await trySignIn('Castor', passphrase)).toBe('in');
	expect([...(await findTeachersToAskForPassphrase(database(), 'two'))]).toEqual([
		[laterMembership?.id, ['Mme Martin']]
	]);
	expect((await findTeachersToAskForPassphrase(database(), 'one')).size).toBe(0);
	await database().delete(schema.membership).where(eq(schema.membership.id, membership));
	expect(await replacePassphrase(laterMembership?.id ?? '')).toBeDefined();
	await database().delete(schema.account).where(eq(schema.account.id, 'martin'));
});

test('joining a class again cancels the planned deletion of a student’s account', async () => {
	const { account } = await createStudent('one', parseValidPseudonym('Hérisson'));
	await database().update(schema.account).set({ endsAt: new Date() }).where(eq(schema.account.id, account));
	await addStudentToClass(account, 'two', parseValidPseudonym('Hérisson'));
	const [student] = await database().select().from(schema.account).where(eq(schema.account.id, account));
	expect(student?.endsAt).toBeNull();
});

test('a pseudonym is unique within a class, and can be used again in another class', async () => {
	await createStudent('one', parseValidPseudonym('Écureuil'));
	await expect(createStudent('one', parseValidPseudonym('ecureuil'))).rejects.toThrow(PseudonymTaken);
	const { account } = await createStudent('two', parseValidPseudonym('ecureuil'));
	await expect(addStudentToClass(account, 'one', parseValidPseudonym('Ecureuil'))).rejects.toThrow(PseudonymTaken);
	await addStudentToClass(account, 'one', parseValidPseudonym('Roux'));
	const accounts = await database().select().from(schema.account);
	expect(accounts.filter(({ role }) => role === 'student').length).toBe(accounts.length);
});

test('a new student chooses a pseudonym in an open class, and is signed in', async () => {
	const at = createTestBrowser();
	const firstJoiningResult = await joinClassFirstTime(
		at.visit(),
		await findClassOrThrow('CDF346'),
		parseValidPseudonym('Lynx'),
		false
	);
	expect(firstJoiningResult.kind).toBe('made');
	expect((await findCurrentPerson(at.visit()))?.name).toBe('Lynx');
	expect(
		await joinClassFirstTime(
			createTestBrowser().visit(),
			await findClassOrThrow('CDF346'),
			parseValidPseudonym('lynx'),
			false
		)
	).toEqual({
		kind: 'taken'
	});
	expect(
		await joinClassFirstTime(
			createTestBrowser().visit(),
			await findClassOrThrow('GHJ479'),
			parseValidPseudonym('Loup'),
			false
		)
	).toEqual({
		kind: 'closed'
	});
});

test('after too many guessed class codes, looking up codes must wait, but students still sign in', async () => {
	const { passphrase } = await createStudent('one', parseValidPseudonym('Taupe'));
	// Texts that cannot be a class code are not counted as guesses.
	for (let attempt = 0; attempt < 3; attempt += 1)
		expect(await lookUpClassOfTypedCode('pas un code')).toEqual({ kind: 'unknown' });
	expect(await lookUpClassOfTypedCode('CDFGHJ')).toEqual({ kind: 'unknown' });
	expect(await lookUpClassOfTypedCode('cdf 346')).toMatchObject({ kind: 'class', schoolClass: { id: 'one' } });
	const inOneMinute = new Date(Date.now() + 60_000);
	await database()
		.update(schema.countedAttempt)
		.set({ count: 1000, waitUntil: inOneMinute, windowEndsAt: inOneMinute });
	for (const code of ['CDFGHJ', 'CDF346'])
		expect(await lookUpClassOfTypedCode(code), code).toMatchObject({ kind: 'wait' });
	// While look-ups are blocked, a code that no class has is answered like wrong words, and students still sign in.
	const signInWithCode = async (code: string, name: string, words: string) => {
		const classToEnter = await findClassToEnter(code);
		return classToEnter && (await signInStudent(createTestBrowser().visit(), classToEnter, name, words, false)).kind;
	};
	await database().delete(schema.countedAttempt).where(like(schema.countedAttempt.key, 'student:%'));
	await database().delete(schema.countedAttempt).where(like(schema.countedAttempt.key, 'code:%'));
	expect(await signInWithCode('CDF346', 'Taupe', passphrase)).toBe('in');
	expect(await signInWithCode('CDF346', 'Taupe', 'un deux trois')).toBe('wrong');
	expect(await signInWithCode('CDFGHJ', 'Taupe', 'un deux trois')).toBe('wrong');
	expect(await signInWithCode('pas un code', 'Taupe', 'un deux trois')).toBeUndefined();
});

test('wrong class codes count together, whichever code is tried', async () => {
	await database().delete(schema.countedAttempt);
	for (let attempt = 0; attempt < UNKNOWN_CLASS_CODE_LIMIT.freeAttempts; attempt += 1)
		expect((await lookUpClassOfTypedCode('CDFGHJ')).kind).toBe('unknown');
	expect((await lookUpClassOfTypedCode('CDFGHK')).kind).toBe('wait');
});
