/** Asks a person who is signed in to prove once more who they are, before something that a stranger at their machine must not do. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { passphraseKey } from '../../domain/passphrase.ts';
import type { Person } from '../../domain/person.ts';
import { database, schema } from '../db/index.ts';
import { ADULT, attempt, attemptKey, forgetAttempts, STUDENT } from '../rate-limit/attempts.ts';
import { isHashOf } from './passwords.ts';
import { sessionOf } from './session.ts';
import type { SignIn } from './sign-in.ts';
import type { Visit } from './visit.ts';

/** Milliseconds within which a sign-in by a provider counts as proof: there is no password to ask for. */
const FRESH = 10 * 60 * 1000;

/** How a person can prove it: by the words or the password that they type, or by having signed in a moment ago. */
export async function proofOf(account: string): Promise<'secret' | 'fresh-session'> {
	return (await secretOf(account)) === undefined ? 'fresh-session' : 'secret';
}

/** One attempt; wrong ones make the next wait, as at signing in. */
export async function proves(event: Visit, { id, role }: Person, typed: string, now = new Date()): Promise<SignIn> {
	const hash = await secretOf(id);
	if (hash === undefined) return { kind: (await isFresh(event, now)) ? 'in' : 'wrong' };
	const isStudent = role === 'student';
	const key = attemptKey(isStudent ? 'student' : 'adult', id);
	const seconds = await attempt(key, isStudent ? STUDENT : ADULT, now);
	if (seconds > 0) return { kind: 'wait', seconds };
	if (!(await isHashOf(hash, isStudent ? passphraseKey(typed) : typed.slice(0, 128)))) return { kind: 'wrong' };
	await forgetAttempts(key);
	return { kind: 'in' };
}

async function secretOf(account: string): Promise<string | undefined> {
	const { credential } = schema;
	const [found] = await database()
		.select({ password: credential.password })
		.from(credential)
		.where(and(eq(credential.holder, account), isNotNull(credential.password)));
	return found?.password ?? undefined;
}

async function isFresh(event: Visit, now: Date): Promise<boolean> {
	const id = await sessionOf(event);
	if (id === undefined) return false;
	const { session } = schema;
	const [found] = await database().select({ at: session.createdAt }).from(session).where(eq(session.id, id));
	return found !== undefined && now.getTime() - found.at.getTime() < FRESH;
}
