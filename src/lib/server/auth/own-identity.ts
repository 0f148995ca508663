/** Lets a signed-in adult correct the name that others see, and the address of their account. */
import { and, eq, ne, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Person } from '#lib/domain/access.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { ADULT_SIGN_IN_LIMIT, attemptKey, countAttempt } from '#lib/server/rate-limit/attempts.ts';
import { proveIdentity } from './identity-proof.ts';
import type { RequestParts } from './request-parts.ts';
import type { SignInResult } from './sign-in.ts';

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
