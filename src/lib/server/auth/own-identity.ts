import { and, eq, ne, notExists, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Person } from '#lib/domain/access.ts';
import { database, schema } from '#lib/server/db/index.ts';
import {
	ADULT_SIGN_IN_LIMIT,
	attemptKey,
	countAttempt,
	forgetAttempts,
	STUDENT_SIGN_IN_LIMIT
} from '#lib/server/rate-limit/attempts.ts';
import { type RequestParts, applySetCookieHeaders, pickCookieHeaders } from './cookies.ts';
import type { SignInResult } from './sign-in.ts';
import { APIError } from 'better-auth/api';
import { runInHashLane } from './hash-queue.ts';
import { findAccountPasswordHash, rememberBrowser } from './known-browser.ts';
import { isHttpsRequest, authLibrary } from './auth-library.ts';
import { normalizePassphrase } from '#lib/domain/account.ts';
import { matchesPasswordHash } from './passwords.ts';
import { findSessionId } from './session.ts';

/** Milliseconds for which a provider's sign-in counts as proof, because such an account has no password. */
const FRESH_SESSION_MILLISECONDS = 10 * 60 * 1000;

export async function findRequiredProof(account: string): Promise<'secret' | 'fresh-session'> {
	return (await findPasswordHash(account)) === undefined ? 'fresh-session' : 'secret';
}

export async function proveIdentity(
	event: RequestParts,
	{ id, role }: Person,
	typedSecret: string,
	now = new Date()
): Promise<SignInResult> {
	const hash = await findPasswordHash(id);
	if (hash === undefined) return { kind: (await isSessionFresh(event, now)) ? 'in' : 'wrong' };
	const isStudent = role === 'student';
	const key = attemptKey(isStudent ? 'student' : 'adult', id);
	const seconds = await countAttempt(key, isStudent ? STUDENT_SIGN_IN_LIMIT : ADULT_SIGN_IN_LIMIT, now);
	if (seconds > 0) return { kind: 'wait', seconds };
	const secret = isStudent ? normalizePassphrase(typedSecret) : typedSecret.slice(0, 128);
	// A signed-in person does not wait behind strangers for the hash.
	if (!(await runInHashLane('known', () => matchesPasswordHash(hash, secret)))) return { kind: 'wrong' };
	await forgetAttempts(key);
	return { kind: 'in' };
}

async function findPasswordHash(account: string): Promise<string | undefined> {
	const { wayToSignIn } = schema;
	const [found] = await database()
		.select({ password: wayToSignIn.password })
		.from(wayToSignIn)
		.where(and(eq(wayToSignIn.holder, account), isNotNull(wayToSignIn.password)));
	return found?.password ?? undefined;
}

async function isSessionFresh(event: RequestParts, now: Date): Promise<boolean> {
	const id = await findSessionId(event);
	if (id === undefined) return false;
	const { session } = schema;
	const [found] = await database().select({ at: session.createdAt }).from(session).where(eq(session.id, id));
	return found !== undefined && now.getTime() - found.at.getTime() < FRESH_SESSION_MILLISECONDS;
}

/** Changes a person's own password after checking the current one, and signs out every other browser. */
export async function changePassword(
	event: RequestParts,
	account: string,
	currentPassword: string,
	newPassword: string
): Promise<SignInResult> {
	const key = attemptKey('adult', account);
	const seconds = await countAttempt(key, ADULT_SIGN_IN_LIMIT);
	if (seconds > 0) return { kind: 'wait', seconds };
	try {
		const { headers } = await runInHashLane('known', () =>
			authLibrary(isHttpsRequest(event.url)).api.changePassword({
				body: { currentPassword: currentPassword, newPassword: newPassword, revokeOtherSessions: true },
				headers: pickCookieHeaders(event.request),
				returnHeaders: true
			})
		);
		const holder = await findAccountPasswordHash(account);
		if (holder) rememberBrowser(event, holder);
		applySetCookieHeaders(event.cookies, headers);
		await forgetAttempts(key);
		return { kind: 'in' };
	} catch (error) {
		if (error instanceof APIError) return { kind: 'wrong' };
		throw error;
	}
}

const { account } = schema;

export async function readOwnEmail(id: string): Promise<string> {
	const [found] = await database().select({ email: account.email }).from(account).where(eq(account.id, id));
	return found?.email ?? '';
}

export async function changeOwnName(id: string, name: string): Promise<void> {
	await database().update(account).set({ name }).where(eq(account.id, id));
}

/**
 * Changes the address with which a person signs in, after checking their password. Returns `taken` when another account has the
 * address. Attempts count even when they succeed, so that nobody can try many addresses to find out who has an account.
 */
export async function changeOwnEmail(
	event: RequestParts,
	person: Person,
	email: string,
	password: string
): Promise<SignInResult | { kind: 'taken' }> {
	const seconds = await countAttempt(attemptKey('address', person.id), ADULT_SIGN_IN_LIMIT);
	if (seconds > 0) return { kind: 'wait', seconds };
	const proof = await proveIdentity(event, person, password);
	if (proof.kind !== 'in') return proof;
	const other = alias(account, 'other');
	const hasOtherAccount = database()
		.select({ id: other.id })
		.from(other)
		.where(and(eq(other.email, email), ne(other.id, person.id)));
	const changedRows = await database()
		.update(account)
		.set({ email })
		.where(and(eq(account.id, person.id), notExists(hasOtherAccount)))
		.returning({ id: account.id });
	return { kind: changedRows.length > 0 ? 'in' : 'taken' };
}
