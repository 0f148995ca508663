/** Students: a pseudonym in a class and three words. Words are shown once and kept as a hash; no one reads them again. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { passphraseKey } from '../../domain/passphrase.ts';
import type { Pseudonym } from '../../domain/pseudonym.ts';
import { database, schema } from '../db/index.ts';
import { givesWords } from '../classes/new-passphrase.ts';
import { publish } from '../realtime/database-events.ts';
import type { Holder } from './known-browser.ts';
import { hashOf, isHashOf } from './passwords.ts';
import { endSessions } from './session.ts';
import { newPassphraseWords } from './passphrase-words.ts';

const { account, credential, membership } = schema;

export interface NewStudent {
	account: string;
	membership: string;
	/** Three words with spaces between: for the one who made the student, once. */
	passphrase: string;
}

/** The pseudonym is another's in this class. */
export class PseudonymTaken extends Error {
	override name = 'PseudonymTaken';
}

/** Where the library wants an address for a student there is one that leads nowhere. */
export const studentAddress = (id: string): string => `${id}@student.invalid`;

/** Makes an account and its place in the class. Throws PseudonymTaken; the class must exist. */
export async function createStudent(classId: string, pseudonym: Pseudonym): Promise<NewStudent> {
	const passphrase = newPassphraseWords();
	const password = await hashOf(passphraseKey(passphrase));
	const id = randomUUID();
	const inClass = placeIn(classId, id, pseudonym);
	await database().transaction(async (transaction) => {
		await transaction.insert(account).values({ id, role: 'student', name: '', email: studentAddress(id) });
		await transaction
			.insert(credential)
			.values({ id: randomUUID(), holder: id, providerId: 'credential', subject: id, password });
		await takenIfNone(transaction.insert(membership).values(inClass).onConflictDoNothing().returning());
		await publish(transaction, 'class.changed', { classId });
	});
	return { account: id, membership: inClass.id, passphrase };
}

/** A student of another class comes into this one, with the words they have. Throws PseudonymTaken, also when they are in it. */
export async function addToClass(accountId: string, classId: string, pseudonym: Pseudonym): Promise<void> {
	await database().transaction(async (transaction) => {
		const inClass = placeIn(classId, accountId, pseudonym);
		await takenIfNone(transaction.insert(membership).values(inClass).onConflictDoNothing().returning());
		await transaction.update(account).set({ endsAt: null }).where(eq(account.id, accountId));
		await publish(transaction, 'class.changed', { classId });
	});
}

/**
 * Three other words, in place of those that were forgotten; whoever is signed in with the old ones is not any more.
 * The account is one in all its classes, and its words come from one of them. Undefined: not from this one, or there is no such membership.
 */
export async function newPassphrase(membershipId: string): Promise<string | undefined> {
	const [found] = await database().select().from(membership).where(eq(membership.id, membershipId));
	if (!found || !(await givesWords(database(), found))) return undefined;
	const passphrase = newPassphraseWords();
	await database()
		.update(credential)
		.set({ password: await hashOf(passphraseKey(passphrase)), updatedAt: sql`now()` })
		.where(eq(credential.holder, found.accountId));
	await endSessions(found.accountId);
	return passphrase;
}

const placeIn = (classId: string, accountId: string, { shown, key }: Pseudonym) => ({
	id: randomUUID(),
	classId,
	accountId,
	pseudonym: shown,
	pseudonymKey: key
});

async function takenIfNone(inserted: Promise<unknown[]>): Promise<void> {
	if ((await inserted).length === 0) throw new PseudonymTaken();
}

/** Whether these are the words of this student. Takes as long where there is nobody. */
export async function isPassphraseOf(holder: Holder | undefined, passphrase: string): Promise<boolean> {
	return isHashOf(holder?.password, passphraseKey(passphrase));
}
