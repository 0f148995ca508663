import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { RequestParts } from './cookies.ts';
import { checkStudentIdentity, type ClassToEnter, type SignInResult } from './sign-in.ts';
import { isPassphraseOf } from './students.ts';
import { findMembershipId } from '#lib/server/access/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { pair } from '#lib/server/db/schema/index.ts';
import { endedPairCondition } from '#lib/server/pairs/pair-session.ts';

export type PairJoiningResult =
	| SignInResult
	| { kind: 'same' }
	/** The machine has two students already, or the first one is no longer signed in. */
	| { kind: 'full' };

/** `session` and `account` are the first student's, whom the caller must have found to be in the class. */
export async function joinPair(
	event: RequestParts,
	database: Database,
	{ session, account }: { session: string; account: string },
	classToEnter: ClassToEnter,
	pseudonym: string,
	passphrase: string
): Promise<PairJoiningResult> {
	let secondAccount: string | undefined;
	const proofResult = await checkStudentIdentity(
		event,
		classToEnter,
		pseudonym,
		async (claimed) => {
			secondAccount = claimed?.account;
			return isPassphraseOf(claimed, passphrase);
		},
		{ card: '', lane: 'known' }
	);
	if (proofResult.kind !== 'in' || secondAccount === undefined) return proofResult;
	if (secondAccount === account) return { kind: 'same' };
	const [firstMember, secondMember] = [
		await findMembershipId(database, classToEnter.id, account),
		await findMembershipId(database, classToEnter.id, secondAccount)
	];
	if (firstMember === undefined || secondMember === undefined) return { kind: 'full' };
	await database.delete(pair).where(and(eq(pair.sessionId, session), endedPairCondition));
	const insertedRows = await database
		.insert(pair)
		.values({
			id: randomUUID(),
			sessionId: session,
			classId: classToEnter.id,
			firstMember: firstMember,
			secondMember: secondMember
		})
		.onConflictDoNothing()
		.returning({ id: pair.id });
	return {
		kind: insertedRows.length > 0 || (await isSecondInPair(database, session, secondMember)) ? 'in' : 'full'
	};
}

async function isSecondInPair(database: Database, session: string, memberId: string): Promise<boolean> {
	const [pairSession] = await database
		.select({ second: pair.secondMember })
		.from(pair)
		.where(eq(pair.sessionId, session));
	return pairSession?.second === memberId;
}
