/** Signs a second student in beside the first, with their own pseudonym and words. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { RequestParts } from './request-parts.ts';
import { signInWithProof, type ClassToEnter, type SignInResult } from './sign-in.ts';
import { isPassphraseOf } from './students.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, pair } from '#lib/server/db/schema/index.ts';
import { endedPairCondition } from '#lib/server/pairs/pair-session.ts';

export type PairJoiningResult =
	| SignInResult
	| { kind: 'same' }
	/** The machine has two students already, or the first one is no longer signed in. */
	| { kind: 'full' };

/** Forms a pair. `session` and `account` are the first student's, who must be in the class: see `demandAccess`. */
export async function joinPair(
	event: RequestParts,
	database: Database,
	{ session, account }: { session: string; account: string },
	into: ClassToEnter,
	pseudonym: string,
	passphrase: string
): Promise<PairJoiningResult> {
	let second: string | undefined;
	const proof = await signInWithProof(
		event,
		into,
		pseudonym,
		async (claimed) => {
			second = claimed?.account;
			return isPassphraseOf(claimed, passphrase);
		},
		// The first student is signed in, so the browser is known.
		{ card: '', lane: 'known' }
	);
	if (proof.kind !== 'in' || second === undefined) return proof;
	if (second === account) return { kind: 'same' };
	const [first, other] = [await memberOf(database, into.id, account), await memberOf(database, into.id, second)];
	if (first === undefined || other === undefined) return { kind: 'full' };
	await database.delete(pair).where(and(eq(pair.sessionId, session), endedPairCondition));
	const insertedRows = await database
		.insert(pair)
		.values({ id: randomUUID(), sessionId: session, classId: into.id, firstMember: first, secondMember: other })
		.onConflictDoNothing()
		.returning({ id: pair.id });
	return { kind: insertedRows.length > 0 || (await isSecond(database, session, other)) ? 'in' : 'full' };
}

/** Whether the pair of this session already has this second student, as when the answer to an earlier attempt was lost. */
async function isSecond(database: Database, session: string, member: string): Promise<boolean> {
	const [pairSession] = await database
		.select({ second: pair.secondMember })
		.from(pair)
		.where(eq(pair.sessionId, session));
	return pairSession?.second === member;
}

async function memberOf(database: Database, classId: string, account: string): Promise<string | undefined> {
	const [found] = await database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	return found?.id;
}
