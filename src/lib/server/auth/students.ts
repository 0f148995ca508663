import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { normalizePassphrase } from '#lib/domain/account.ts';
import type { Pseudonym } from '#lib/domain/pseudonym.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import type { AccountPasswordHash } from './known-browser.ts';
import { createPasswordHash, matchesPasswordHash, createPassphraseWords } from './passwords.ts';

const { account, wayToSignIn, membership } = schema;

export interface NewStudent {
	account: string;
	membership: string;
	passphrase: string;
}

export class PseudonymTaken extends Error {
	override name = 'PseudonymTaken';
}

/** Returns a placeholder email address that leads nowhere, because the library requires one of every account. */
export const studentPlaceholderEmail = (id: string): string => `${id}@student.invalid`;

/** Creates an account and its membership in an existing class. Throws PseudonymTaken. */
export async function createStudent(classId: string, pseudonym: Pseudonym): Promise<NewStudent> {
	const passphrase = createPassphraseWords();
	const password = await createPasswordHash(normalizePassphrase(passphrase));
	const id = randomUUID();
	const membershipRow = createMembershipRow(classId, id, pseudonym);
	await database().transaction(async (transaction) => {
		await transaction.insert(account).values({ id, role: 'student', name: '', email: studentPlaceholderEmail(id) });
		await transaction
			.insert(wayToSignIn)
			.values({ id: randomUUID(), holder: id, providerId: 'credential', subject: id, password });
		await throwIfPseudonymTaken(transaction.insert(membership).values(membershipRow).onConflictDoNothing().returning());
		await publishEvent(transaction, 'class.changed', { classId });
	});
	return { account: id, membership: membershipRow.id, passphrase };
}

/** The passphrase stays the same. Throws PseudonymTaken, also when they are in the class already. */
export async function addStudentToClass(accountId: string, classId: string, pseudonym: Pseudonym): Promise<void> {
	await database().transaction(async (transaction) => {
		const membershipRow = createMembershipRow(classId, accountId, pseudonym);
		await throwIfPseudonymTaken(transaction.insert(membership).values(membershipRow).onConflictDoNothing().returning());
		await transaction.update(account).set({ endsAt: null }).where(eq(account.id, accountId));
		await publishEvent(transaction, 'class.changed', { classId });
	});
}

const createMembershipRow = (classId: string, accountId: string, { text, key }: Pseudonym) => ({
	id: randomUUID(),
	classId,
	accountId,
	pseudonym: text,
	pseudonymKey: key
});

async function throwIfPseudonymTaken(insertion: Promise<unknown[]>): Promise<void> {
	if ((await insertion).length === 0) throw new PseudonymTaken();
}

/** Without such a student the check takes as long. */
export async function isPassphraseOf(holder: AccountPasswordHash | undefined, passphrase: string): Promise<boolean> {
	return matchesPasswordHash(holder?.password, normalizePassphrase(passphrase));
}
