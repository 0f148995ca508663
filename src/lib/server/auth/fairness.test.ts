/** Tests that strangers who guess slow down strangers only, not known browsers or cards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { normalizePassphrase } from '#lib/domain/account.ts';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { admitByLink, applyForAccount } from './adults.ts';
import {
	attemptKey,
	CLASS_WIDE_SIGN_IN_LIMIT,
	CLASS_JOINING_LIMIT,
	readSecondsToWait,
	SERVER_WIDE_SIGN_UP_LIMIT,
	STUDENT_SIGN_IN_LIMIT
} from '#lib/server/rate-limit/attempts.ts';
import { findClassByJoinCode, joinClassFirstTime } from './joining.ts';
import { hashQueue, HashQueueFull } from './hash-queue.ts';
import { createCardToken, knownBrowserCookieName } from './known-browser.ts';
import { proveIdentity } from './own-identity.ts';
import { signOut } from './session.ts';
import { signInAdult, signInStudent } from './sign-in.ts';
import { replacePassphrase } from '#lib/server/classes/new-passphrase.ts';
import { createStudent } from './students.ts';
import { createTestBrowser } from './testing.ts';
import {
	countClassCodeAttempts,
	clearClassAttemptWaits,
	clearSignInWaits,
	countFailedSignIns
} from './sign-in-waits.ts';
import { createCuratorWelcomeToken } from './auth-secret.ts';

/** A promise that every hash waits for. It is settled unless a test delays the hashes. */
let hashGate: Promise<void> = Promise.resolve();
/** The passphrases that were hashed, in the order in which their turns came. */
const hashedPassphrases: string[] = [];
vi.mock('better-auth/crypto', async () => {
	const { hashPassword, verifyPassword } = await import('./testing-hash.ts');
	const hashInTurn = async <Value>(words: string, work: () => Promise<Value>): Promise<Value> => {
		hashedPassphrases.push(words);
		await hashGate;
		return work();
	};
	return {
		hashPassword: (words: string) => hashInTurn(words, () => hashPassword(words)),
		verifyPassword: (compared: Parameters<typeof verifyPassword>[0]) =>
			hashInTurn(compared.password, () => verifyPassword(compared))
	};
});

const folder = mkdtempSync(join(tmpdir(), 'braise-fairness-'));
const classToEnter = { id: 'one', code: 'CDF346' };
let studentCount = 0;

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	await copyMigratedStoreTo(folder);
	await openDatabase();
	await database()
		.insert(schema.schoolClass)
		.values({ id: classToEnter.id, name: '2de 5', joinCode: classToEnter.code });
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});
beforeEach(() => database().delete(schema.countedAttempt));

const parseValidPseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
async function createTestStudent() {
	const name = parseValidPseudonym(`Élève ${(studentCount += 1)}`);
	return { name: name.text, key: name.key, ...(await createStudent(classToEnter.id, name)) };
}
const trySignIn = async (name: string, words: string, at = createTestBrowser(), card = '') =>
	(await signInStudent(at.visit(), classToEnter, name, words, false, card)).kind;
/** Tries wrong passphrases for a pseudonym until the answer is "wait". */
async function guessUntilWait(name: string, at?: ReturnType<typeof createTestBrowser>, card = '') {
	while ((await trySignIn(name, 'un deux trois', at, card)) === 'wrong');
}
const UNKNOWN_STUDENT = { key: 'nobody', account: 'nobody' };

test('while strangers guess a student’s words, the student signs in at once with a known browser or card', async () => {
	const { name, account, passphrase, membership } = await createTestStudent();
	const ownBrowser = createTestBrowser();
	expect(await trySignIn(name, passphrase, ownBrowser)).toBe('in');
	await signOut(ownBrowser.visit());
	expect([...ownBrowser.jar.keys()], 'what stays says that someone was here').toEqual([knownBrowserCookieName(false)]);
	expect(ownBrowser.jar.get(knownBrowserCookieName(false))).not.toContain(account);

	await guessUntilWait(name);
	expect(await trySignIn(name, passphrase), 'a stranger, even with the right words').toBe('wait');
	expect(await trySignIn(name, passphrase, ownBrowser)).toBe('in');
	expect(await trySignIn(name, passphrase, createTestBrowser(), await createCardToken(account))).toBe('in');
	// Another student's card and a forged cookie do not make a browser known.
	const otherStudent = await createTestStudent();
	expect(await trySignIn(name, passphrase, createTestBrowser(), await createCardToken(otherStudent.account))).toBe(
		'wait'
	);
	const browserWithForgedCookie = createTestBrowser();
	browserWithForgedCookie.jar.set(
		knownBrowserCookieName(false),
		ownBrowser.jar.get(knownBrowserCookieName(false))?.replace(/.$/, '') ?? ''
	);
	expect(await trySignIn(name, passphrase, browserWithForgedCookie)).toBe('wait');
	// The student signed in although strangers have to wait, and strangers still have to wait after the student's success.
	expect(await trySignIn(name, passphrase)).toBe('wait');

	// After new words, browsers and cards that knew the old words count as strangers.
	const oldCardToken = await createCardToken(account);
	const newPassphrase = (await replacePassphrase(membership)) ?? '';
	expect(await trySignIn(name, newPassphrase, ownBrowser)).toBe('wait');
	expect(await trySignIn(name, newPassphrase, createTestBrowser(), oldCardToken)).toBe('wait');
	expect(await trySignIn(name, newPassphrase, createTestBrowser(), await createCardToken(account))).toBe('in');
});

test('wrong guesses in a known browser make only that browser wait', async () => {
	const { name, account, passphrase } = await createTestStudent();
	const ownBrowser = createTestBrowser();
	await trySignIn(name, passphrase, ownBrowser);
	const signInKinds = [];
	for (let attempt = 0; attempt <= STUDENT_SIGN_IN_LIMIT.freeAttempts; attempt += 1)
		signInKinds.push(await trySignIn(name, 'un deux trois', ownBrowser));
	expect(signInKinds.at(-1)).toBe('wait');
	expect(await trySignIn(name, passphrase, createTestBrowser(), await createCardToken(account))).toBe('in');
	expect(await trySignIn(name, passphrase)).toBe('in');
});

test('a class’s sign-in wait does not apply to known browsers, and a teacher lifts a student’s wait', async () => {
	const { name, key, account, passphrase } = await createTestStudent();
	const ownBrowser = createTestBrowser();
	await trySignIn(name, passphrase, ownBrowser);
	const readFailedSignIns = () => countFailedSignIns(classToEnter.id, [{ key, account }, UNKNOWN_STUDENT], new Date());
	expect(await readFailedSignIns()).toEqual({});
	await guessUntilWait(name);
	expect(await readFailedSignIns()).toEqual({ [key]: { strangers: STUDENT_SIGN_IN_LIMIT.freeAttempts, known: 0 } });
	await clearSignInWaits(classToEnter.id, { key, account });
	expect(await readFailedSignIns()).toEqual({});
	expect(await trySignIn(name, passphrase)).toBe('in');

	const inOneMinute = new Date(Date.now() + 60_000);
	await trySignIn('Personne', 'un deux trois');
	await database()
		.update(schema.countedAttempt)
		.set({ count: 1000, waitUntil: inOneMinute, windowEndsAt: inOneMinute });
	expect(await trySignIn(name, passphrase)).toBe('wait');
	expect(await trySignIn(name, passphrase, ownBrowser)).toBe('in');
});

test('a teacher sees and lifts a student’s sign-in wait in a known browser and with the card', async () => {
	const { name, key, account, passphrase } = await createTestStudent();
	const ownBrowser = createTestBrowser();
	await trySignIn(name, passphrase, ownBrowser);
	const card = await createCardToken(account);
	await guessUntilWait(name, ownBrowser);
	await guessUntilWait(name, createTestBrowser(), card);
	expect(await trySignIn(name, passphrase, ownBrowser)).toBe('wait');
	expect(await countFailedSignIns(classToEnter.id, [{ key, account }, UNKNOWN_STUDENT], new Date())).toEqual({
		[key]: { strangers: 0, known: 2 * STUDENT_SIGN_IN_LIMIT.freeAttempts }
	});
	await clearSignInWaits(classToEnter.id, { key, account });
	expect(await trySignIn(name, passphrase, ownBrowser)).toBe('in');
	expect(await trySignIn(name, passphrase, createTestBrowser(), card)).toBe('in');
});

test('a teacher sees and lifts a whole class’s waits for signing in and for joining', async () => {
	const { code } = classToEnter;
	const [wrongWords, joins] = [CLASS_WIDE_SIGN_IN_LIMIT.freeAttempts, CLASS_JOINING_LIMIT.freeAttempts];
	const waitUntil = new Date(Date.now() + 60_000);
	const storeAttemptCounts = (missing: number) =>
		database()
			.insert(schema.countedAttempt)
			.values([
				{ key: attemptKey('code', code), count: wrongWords - missing, waitUntil, windowEndsAt: waitUntil },
				{ key: attemptKey('joining', code), count: joins - missing, waitUntil, windowEndsAt: waitUntil },
				{ key: attemptKey('joining', 'another'), count: joins, waitUntil, windowEndsAt: waitUntil }
			]);
	await storeAttemptCounts(1);
	expect(await countClassCodeAttempts(code, new Date())).toEqual({ wrongWords: 0, joins: 0 });
	await database().delete(schema.countedAttempt);
	await storeAttemptCounts(0);
	expect(await countClassCodeAttempts(code, new Date())).toEqual({ wrongWords, joins });
	expect(await countClassCodeAttempts(code, waitUntil)).toEqual({ wrongWords: 0, joins: 0 });
	await clearClassAttemptWaits(code);
	expect(await countClassCodeAttempts(code, new Date())).toEqual({ wrongWords: 0, joins: 0 });
	expect(await readSecondsToWait(attemptKey('joining', 'another'))).toBeGreaterThan(0);
});

test('when a hundred strangers sign in at once, a known student is next and only strangers are refused', async () => {
	const { name, account, passphrase } = await createTestStudent();
	const card = await createCardToken(account);
	hashedPassphrases.length = 0;
	let openHashGate: () => void = () => undefined;
	hashGate = new Promise((resolve) => (openHashGate = resolve));
	const queueSpy = vi.spyOn(hashQueue, 'run');
	let busyCount = 0;
	const strangerSignIns = Array.from({ length: 100 }, async (_, number) => {
		const answer = await trySignIn(`Étranger ${number}`, 'un deux trois');
		if (answer === 'busy') busyCount += 1;
		return answer;
	});
	const knownSignIn = trySignIn(name, passphrase, createTestBrowser(), card);
	await vi.waitFor(
		() => {
			expect(busyCount, 'strangers whose queue is full').toBeGreaterThan(0);
			expect(queueSpy.mock.calls.map(([lane]) => lane)).toContain('known');
		},
		{ timeout: 300_000 }
	);
	openHashGate();
	expect(await knownSignIn).toBe('in');
	const strangerAnswers = await Promise.all(strangerSignIns);
	expect(strangerAnswers.filter((answer) => answer !== 'busy' && answer !== 'in').length).toBeGreaterThan(35);
	// Two strangers' hashes had begun already; the known student's hash comes next, before the strangers that wait.
	expect(hashedPassphrases.indexOf(normalizePassphrase(passphrase))).toBe(2);
	expect(hashedPassphrases.length).toBeGreaterThan(35);
});

test('a signed-in person can prove their identity while many strangers wait', async () => {
	const { name, account, passphrase } = await createTestStudent();
	let openHashGate: () => void = () => undefined;
	const strangersGate = new Promise<void>((resolve) => (openHashGate = resolve));
	const strangerHashes = Promise.allSettled(
		Array.from({ length: 100 }, () => hashQueue.run('stranger', () => strangersGate))
	);
	expect(() => hashQueue.refuseWhenFull('stranger')).toThrow(HashQueueFull);
	const queueSpy = vi.spyOn(hashQueue, 'run');
	queueSpy.mockClear();
	const proof = proveIdentity(createTestBrowser().visit(), { id: account, role: 'student', name }, passphrase);
	try {
		const whenProofWaits = vi.waitFor(() => expect(queueSpy).toHaveBeenCalledOnce(), { timeout: 300_000 });
		await Promise.race([proof, whenProofWaits]);
	} finally {
		openHashGate();
	}
	expect(await proof).toEqual({ kind: 'in' });
	await strangerHashes;
});

test('a whole class joins in the same moment', { tags: 'soak', timeout: 600_000 }, async () => {
	const joinableClass = await findClassByJoinCode(classToEnter.code);
	if (!joinableClass) throw new Error(classToEnter.code);
	const joiningResults = await Promise.all(
		Array.from({ length: 35 }, (_, number) =>
			joinClassFirstTime(createTestBrowser().visit(), joinableClass, parseValidPseudonym(`Nouveau ${number}`), false)
		)
	);
	expect(joiningResults.map(({ kind }) => kind)).toEqual(Array.from({ length: 35 }, () => 'made'));
});

test('an adult signs in with a known browser while strangers guess their password', async () => {
	const person = { name: 'Garde', email: 'garde@lycee.fr', password: 'cheval batterie agrafe' };
	await admitByLink({ kind: 'welcome', token: createCuratorWelcomeToken('command') }, person);
	const ownBrowser = createTestBrowser();
	const trySignInOfAdult = async (password: string, at = createTestBrowser()) =>
		(await signInAdult(at.visit(), person.email, password, false)).kind;
	expect(await trySignInOfAdult(person.password, ownBrowser)).toBe('in');
	while ((await trySignInOfAdult('pas le bon')) === 'wrong');
	expect(await trySignInOfAdult(person.password)).toBe('wait');
	expect(await trySignInOfAdult(person.password, ownBrowser)).toBe('in');
});

test('applications for accounts share one limit, whatever their e-mail addresses', async () => {
	const applyWithNumber = (number: number) =>
		applyForAccount({ name: 'Quelqu’un', email: `a${number}@lycee.fr`, password: 'cheval batterie agrafe' }, '');
	await database()
		.insert(schema.countedAttempt)
		.values({
			key: (await import('#lib/server/rate-limit/attempts.ts')).attemptKey('sign-up', 'adult'),
			count: SERVER_WIDE_SIGN_UP_LIMIT.freeAttempts - 2,
			waitUntil: new Date(0),
			windowEndsAt: new Date(Date.now() + 60_000)
		});
	expect(await applyWithNumber(1)).toBe(0);
	expect(await applyWithNumber(2)).toBe(0);
	expect(await applyWithNumber(3)).toBeGreaterThan(0);
	const emails = (await database().select().from(schema.account)).map(({ email }) => email);
	expect(emails).toContain('a2@lycee.fr');
	expect(emails).not.toContain('a3@lycee.fr');
});
