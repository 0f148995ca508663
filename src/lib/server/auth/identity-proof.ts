/** Asks a signed-in person for proof before actions that a stranger at their machine must not do. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { normalizePassphrase } from '#lib/domain/account.ts';
import type { Person } from '#lib/domain/access.ts';
import { database, schema } from '#lib/server/db/index.ts';
import {
	ADULT_SIGN_IN_LIMIT,
	countAttempt,
	attemptKey,
	forgetAttempts,
	STUDENT_SIGN_IN_LIMIT
} from '#lib/server/rate-limit/attempts.ts';
import { runInHashLane } from './hash-queue.ts';
import { matchesPasswordHash } from './passwords.ts';
import { findSessionId } from './session.ts';
import type { SignInResult } from './sign-in.ts';
import type { RequestParts } from './request-parts.ts';

/** Milliseconds for which a provider's sign-in counts as proof, because such an account has no password. */
const FRESH_SESSION_MILLISECONDS = 10 * 60 * 1000;

export async function findRequiredProof(account: string): Promise<'secret' | 'fresh-session'> {
	return (await findPasswordHash(account)) === undefined ? 'fresh-session' : 'secret';
}

/** Checks one proof of identity. After wrong attempts the next attempt has to wait, as when signing in. */
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
