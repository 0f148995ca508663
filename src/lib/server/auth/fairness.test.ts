/** Tests that strangers who guess slow down strangers only, not known browsers or cards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { normalizePassphrase } from '#lib/domain/passphrase.ts';
import { parsePseudonym, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { admitByLink, applyForAccount } from './adults.ts';
import { SIGN_UP_WAITS, STUDENT_SIGN_IN_WAITS } from '#lib/server/rate-limit/attempts.ts';
import { findClassByJoinCode, joinClassFirstTime } from './joining.ts';
import { hashQueue } from './hash-queue.ts';
import { cardTokenOf, knownBrowserCookie } from './known-browser.ts';
import { signOut } from './session.ts';
import { signInAdult, signInStudent } from './sign-in.ts';
import { replacePassphrase } from '#lib/server/classes/new-passphrase.ts';
import { createStudent } from './students.ts';
import { createTestBrowser } from './testing.ts';
import { clearSignInWaits, failedSignInsByPseudonym } from './sign-in-waits.ts';
import { createWelcomeToken } from './welcome-token.ts';

/** A promise that every hash waits for: settled at once, unless a test holds the hashes up. */
let hashing: Promise<void> = Promise.resolve();
/** The passphrases that were hashed, in the order in which their turns came. */
const turns: string[] = [];
vi.mock('better-auth/crypto', async () => {
	const { hashPassword, verifyPassword } = await import('./testing-hash.ts');
	const afterTurn = async <Value>(words: string, work: () => Promise<Value>): Promise<Value> => {
		turns.push(words);
		await hashing;
		return work();
	};
	return {
		hashPassword: (words: string) => afterTurn(words, () => hashPassword(words)),
		verifyPassword: (compared: Parameters<typeof verifyPassword>[0]) =>
			afterTurn(compared.password, () => verifyPassword(compared))
	};
});

const folder = mkdtempSync(join(tmpdir(), 'braise-fairness-'));
const into = { id: 'one', code: 'CDF346' };
let count = 0;

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	await copyStoreTo(folder);
	await openDatabase();
	await database().insert(schema.schoolClass).values({ id: into.id, name: '2de 5', joinCode: into.code });
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});
beforeEach(() => database().delete(schema.countedAttempt));

const pseudonym = (text: string): Pseudonym => {
	const parsedPseudonym = parsePseudonym(text);
	if (typeof parsedPseudonym === 'string') throw new Error(parsedPseudonym);
	return parsedPseudonym;
};
async function aStudent() {
	const name = pseudonym(`Élève ${(count += 1)}`);
	return { name: name.shown, key: name.key, ...(await createStudent(into.id, name)) };
}
const enters = async (name: string, words: string, at = createTestBrowser(), card = '') =>
	(await signInStudent(at.visit(), into, name, words, false, card)).kind;
/** Tries wrong passphrases for a pseudonym until the answer is "wait". */
async function guessAt(name: string) {
	while ((await enters(name, 'un deux trois')) === 'wrong');
}

test('while strangers guess at a pseudonym its student comes in at once, where they were before or with their card', async () => {
	const { name, account, passphrase, membership } = await aStudent();
	const own = createTestBrowser();
	expect(await enters(name, passphrase, own)).toBe('in');
	await signOut(own.visit());
	expect([...own.jar.keys()], 'what stays says that someone was here').toEqual([knownBrowserCookie(false)]);
	expect(own.jar.get(knownBrowserCookie(false))).not.toContain(account);

	await guessAt(name);
	expect(await enters(name, passphrase), 'a stranger, even with the right words').toBe('wait');
	expect(await enters(name, passphrase, own)).toBe('in');
	expect(await enters(name, passphrase, createTestBrowser(), await cardTokenOf(account))).toBe('in');
	// Another student's card and a forged cookie are worth nothing.
	const other = await aStudent();
	expect(await enters(name, passphrase, createTestBrowser(), await cardTokenOf(other.account))).toBe('wait');
	const forged = createTestBrowser();
	forged.jar.set(knownBrowserCookie(false), own.jar.get(knownBrowserCookie(false))?.replace(/.$/, '') ?? '');
	expect(await enters(name, passphrase, forged)).toBe('wait');
	// A stranger who waits did not make the student wait, and the student’s success does not free the stranger.
	expect(await enters(name, passphrase)).toBe('wait');

	// After new words, browsers and cards that knew the old words count as strangers.
	const old = await cardTokenOf(account);
	const words = (await replacePassphrase(membership)) ?? '';
	expect(await enters(name, words, own)).toBe('wait');
	expect(await enters(name, words, createTestBrowser(), old)).toBe('wait');
	expect(await enters(name, words, createTestBrowser(), await cardTokenOf(account))).toBe('in');
});

test('a known browser may not guess for ever either, and costs nobody but itself', async () => {
	const { name, account, passphrase } = await aStudent();
	const own = createTestBrowser();
	await enters(name, passphrase, own);
	const answers = [];
	for (let attempt = 0; attempt <= STUDENT_SIGN_IN_WAITS.freeAttempts; attempt += 1)
		answers.push(await enters(name, 'un deux trois', own));
	expect(answers.at(-1)).toBe('wait');
	expect(await enters(name, passphrase, createTestBrowser(), await cardTokenOf(account))).toBe('in');
	expect(await enters(name, passphrase)).toBe('in');
});

test('a whole class’s wait does not reach who is known, and a teacher sees and lifts one student’s', async () => {
	const { name, key, account, passphrase } = await aStudent();
	const own = createTestBrowser();
	await enters(name, passphrase, own);
	expect(await failedSignInsByPseudonym(into.id, [key], new Date())).toEqual({});
	await guessAt(name);
	const now = new Date();
	const tries = await failedSignInsByPseudonym(into.id, [key, 'nobody'], now);
	expect(Object.keys(tries)).toEqual([key]);
	expect(tries[key]?.count).toBe(STUDENT_SIGN_IN_WAITS.freeAttempts);
	expect(tries[key]?.waitsUntil?.getTime()).toBeGreaterThan(now.getTime());
	await clearSignInWaits(into.id, { key, account });
	expect(await failedSignInsByPseudonym(into.id, [key], now)).toEqual({});
	expect(await enters(name, passphrase)).toBe('in');

	const soon = new Date(Date.now() + 60_000);
	await enters('Personne', 'un deux trois');
	await database().update(schema.countedAttempt).set({ count: 1000, waitUntil: soon, windowEndsAt: soon });
	expect(await enters(name, passphrase)).toBe('wait');
	expect(await enters(name, passphrase, own)).toBe('in');
});

test('a hundred strangers at once: who is known comes in before their queue is empty, and only strangers are sent away', async () => {
	const { name, account, passphrase } = await aStudent();
	const card = await cardTokenOf(account);
	turns.length = 0;
	let goOn: () => void = () => undefined;
	hashing = new Promise((resolve) => (goOn = resolve));
	const queueSpy = vi.spyOn(hashQueue, 'run');
	let busy = 0;
	const strangers = Array.from({ length: 100 }, async (_, number) => {
		const answer = await enters(`Étranger ${number}`, 'un deux trois');
		if (answer === 'busy') busy += 1;
		return answer;
	});
	const knownAnswer = enters(name, passphrase, createTestBrowser(), card);
	await vi.waitFor(
		() => {
			expect(busy, 'strangers whose queue is full').toBeGreaterThan(0);
			expect(queueSpy.mock.calls.map(([lane]) => lane)).toContain('known');
		},
		{ timeout: 300_000 }
	);
	goOn();
	expect(await knownAnswer).toBe('in');
	const answers = await Promise.all(strangers);
	expect(answers.filter((answer) => answer !== 'busy' && answer !== 'in').length).toBeGreaterThan(35);
	// Two strangers' hashes had begun; the next turn is the known student's.
	expect(turns.indexOf(normalizePassphrase(passphrase))).toBe(2);
	expect(turns.length).toBeGreaterThan(35);
});

test('a whole class joins in the same moment', { tags: 'soak', timeout: 600_000 }, async () => {
	const open = await findClassByJoinCode(into.code);
	if (!open) throw new Error(into.code);
	const came = await Promise.all(
		Array.from({ length: 35 }, (_, number) =>
			joinClassFirstTime(createTestBrowser().visit(), open, pseudonym(`Nouveau ${number}`), false)
		)
	);
	expect(came.map(({ kind }) => kind)).toEqual(Array.from({ length: 35 }, () => 'made'));
});

test('an adult whose address strangers guess at comes in where they were before', async () => {
	const person = { name: 'Garde', email: 'garde@lycee.fr', password: 'cheval batterie agrafe' };
	await admitByLink({ kind: 'welcome', token: createWelcomeToken('command') }, person);
	const own = createTestBrowser();
	const signsIn = async (password: string, at = createTestBrowser()) =>
		(await signInAdult(at.visit(), person.email, password, false)).kind;
	expect(await signsIn(person.password, own)).toBe('in');
	while ((await signsIn('pas le bon')) === 'wrong');
	expect(await signsIn(person.password)).toBe('wait');
	expect(await signsIn(person.password, own)).toBe('in');
});

test('requests for an account are counted all together', async () => {
	const asks = (number: number) =>
		applyForAccount({ name: 'Quelqu’un', email: `a${number}@lycee.fr`, password: 'cheval batterie agrafe' }, '');
	await database()
		.insert(schema.countedAttempt)
		.values({
			key: (await import('#lib/server/rate-limit/attempts.ts')).attemptKey('sign-up', 'adult'),
			count: SIGN_UP_WAITS.freeAttempts - 2,
			waitUntil: new Date(0),
			windowEndsAt: new Date(Date.now() + 60_000)
		});
	expect(await asks(1)).toBe(0);
	expect(await asks(2)).toBe(0);
	expect(await asks(3)).toBeGreaterThan(0);
	const emails = (await database().select().from(schema.account)).map(({ email }) => email);
	expect(emails).toContain('a2@lycee.fr');
	expect(emails).not.toContain('a3@lycee.fr');
});
