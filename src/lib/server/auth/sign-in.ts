/** Signs people in: unknown accounts get the same answer after the same time as wrong passwords. */
import { APIError } from 'better-auth/api';
import { and, eq } from 'drizzle-orm';
import { parseEmail, normalizePassphrase } from '#lib/domain/account.ts';
import { pseudonymKey } from '#lib/domain/pseudonym.ts';
import { database, schema } from '#lib/server/db/index.ts';
import {
	ADULT_SIGN_IN_LIMIT,
	countAttempt,
	attemptKey,
	CLASS_WIDE_SIGN_IN_LIMIT,
	forgetAttempts,
	STUDENT_SIGN_IN_LIMIT,
	unknownBrowserAttemptKey,
	readSecondsToWait
} from '#lib/server/rate-limit/attempts.ts';
import { applySetCookieHeaders, pickCookieHeaders, type RequestParts } from './cookies.ts';
import { hashQueue, runInHashLane, HashQueueFull, type HashLane } from './hash-queue.ts';
import {
	hasBrowserMarkOrCard,
	findAccountPasswordHash,
	findKnownBrowserMark,
	rememberBrowser,
	type AccountPasswordHash
} from './known-browser.ts';
import { isHttpsRequest, authLibrary } from './auth-library.ts';
import { endCurrentSession } from './session.ts';
import { studentPlaceholderEmail } from './students.ts';

export type SignInResult =
	| { kind: 'in' }
	| { kind: 'wrong' }
	| { kind: 'wait'; seconds: number }
	/** The queue of strangers is full, so this attempt was not checked. Known browsers and cards never get this answer. */
	| { kind: 'busy' };

const LONGEST_PASSWORD_CHARACTERS = 128;

/** With `remember` the session lasts thirty days at most; else until the browser closes, one day at most. */
export async function signInAdult(
	event: RequestParts,
	email: string,
	password: string,
	remember: boolean
): Promise<SignInResult> {
	// A malformed address is replaced by an address that no account has, and looked up too, so that the answer takes as long.
	const accountEmail = parseEmail(email) ?? studentPlaceholderEmail('nobody');
	const strangerKey = attemptKey('adult', parseEmail(email) ?? email.slice(0, 200));
	return runUnlessHashQueueFull(event, '', async () => {
		const holder = await findAdultPasswordHash(accountEmail);
		const knownHolder = findKnownAccount(event, holder);
		const key = knownHolder?.key ?? strangerKey;
		const seconds = await countAttempt(key, ADULT_SIGN_IN_LIMIT);
		if (seconds > 0) return { kind: 'wait', seconds };
		const lane = knownHolder === undefined ? 'stranger' : 'known';
		if (!(await runInHashLane(lane, () => openSession(event, accountEmail, password, remember))))
			return { kind: 'wrong' };
		await forgetAttempts(key);
		if (holder) rememberBrowser(event, holder);
		return { kind: 'in' };
	});
}

/** `card` is the token from the code of a printed card; empty when no card was used. */
export async function signInStudent(
	event: RequestParts,
	classToEnter: ClassToEnter,
	pseudonym: string,
	passphrase: string,
	remember: boolean,
	card = ''
): Promise<SignInResult> {
	return checkStudentIdentity(
		event,
		classToEnter,
		pseudonym,
		async (holder) => {
			const accountEmail = studentPlaceholderEmail(holder?.account ?? 'nobody');
			const isSignedIn = await openSession(event, accountEmail, normalizePassphrase(passphrase), remember);
			if (isSignedIn && holder) rememberBrowser(event, holder);
			return isSignedIn;
		},
		{ card, lane: 'stranger' }
	);
}

export interface ClassToEnter {
	id: string;
	code: string;
}

/**
 * Checks once whether the person is the student of this class whom they claim to be. All strangers share counters, while known
 * browsers and cards have their own, so that a stranger's guesses do not keep the student out. `checkProof` is also called when
 * the pseudonym does not exist, so that the answer takes as long. `lane` is the hash queue in which strangers wait.
 */
export async function checkStudentIdentity(
	event: RequestParts,
	{ id: classId, code }: ClassToEnter,
	pseudonym: string,
	checkProof: (holder: AccountPasswordHash | undefined) => Promise<boolean>,
	{ card, lane }: { card: string; lane: HashLane }
): Promise<SignInResult> {
	const wantedPseudonymKey = pseudonymKey(pseudonym.slice(0, 100));
	return runUnlessHashQueueFull(
		event,
		card,
		async () => {
			const holder = await findStudentPasswordHash(classId, wantedPseudonymKey);
			const knownHolder = findKnownAccount(event, holder, card);
			if (knownHolder) return checkIdentityInKnownBrowser(knownHolder, checkProof);
			const [classAttemptKey, studentAttemptKey] = [
				attemptKey('code', code),
				unknownBrowserAttemptKey(classId, wantedPseudonymKey)
			];
			const seconds =
				(await readSecondsToWait(classAttemptKey)) || (await countAttempt(studentAttemptKey, STUDENT_SIGN_IN_LIMIT));
			if (seconds > 0) return { kind: 'wait', seconds };
			if (!(await runInHashLane(lane, () => checkProof(holder)))) {
				await countAttempt(classAttemptKey, CLASS_WIDE_SIGN_IN_LIMIT);
				return { kind: 'wrong' };
			}
			await forgetAttempts(studentAttemptKey);
			return { kind: 'in' };
		},
		lane
	);
}

async function checkIdentityInKnownBrowser(
	{ holder, key }: KnownAccount,
	checkProof: (holder: AccountPasswordHash) => Promise<boolean>
): Promise<SignInResult> {
	const seconds = await countAttempt(key, STUDENT_SIGN_IN_LIMIT);
	if (seconds > 0) return { kind: 'wait', seconds };
	if (!(await runInHashLane('known', () => checkProof(holder)))) return { kind: 'wrong' };
	await forgetAttempts(key);
	return { kind: 'in' };
}

async function runUnlessHashQueueFull(
	event: RequestParts,
	card: string,
	act: () => Promise<SignInResult>,
	lane: HashLane = 'stranger'
): Promise<SignInResult> {
	try {
		if (!hasBrowserMarkOrCard(event, card)) hashQueue.refuseWhenFull(lane);
		return await act();
	} catch (error) {
		if (error instanceof HashQueueFull) return { kind: 'busy' };
		throw error;
	}
}

interface KnownAccount {
	holder: AccountPasswordHash;
	key: string;
}

function findKnownAccount(
	event: RequestParts,
	holder: AccountPasswordHash | undefined,
	card = ''
): KnownAccount | undefined {
	if (!holder) return undefined;
	const mark = findKnownBrowserMark(event, holder, card);
	return mark === undefined ? undefined : { holder, key: `${attemptKey('known', holder.account)}:${mark}` };
}

async function findStudentPasswordHash(classId: string, key: string): Promise<AccountPasswordHash | undefined> {
	const { membership } = schema;
	const [found] = await database()
		.select({ account: membership.accountId })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.pseudonymKey, key)));
	return found && findAccountPasswordHash(found.account);
}

async function findAdultPasswordHash(email: string): Promise<AccountPasswordHash | undefined> {
	const { account } = schema;
	const [found] = await database().select({ id: account.id }).from(account).where(eq(account.email, email));
	return found && findAccountPasswordHash(found.id);
}

async function openSession(event: RequestParts, email: string, password: string, remember: boolean): Promise<boolean> {
	try {
		const { headers } = await authLibrary(isHttpsRequest(event.url)).api.signInEmail({
			body: { email, password: password.slice(0, LONGEST_PASSWORD_CHARACTERS), rememberMe: remember },
			headers: pickCookieHeaders(event.request),
			returnHeaders: true
		});
		if (event.locals.person) await endCurrentSession(event);
		applySetCookieHeaders(event.cookies, headers);
		return true;
	} catch (error) {
		if (error instanceof APIError && (error.status === 'UNAUTHORIZED' || error.status === 'BAD_REQUEST')) return false;
		throw error;
	}
}
