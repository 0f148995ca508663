import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Piste } from '#lib/domain/challenge.ts';
import type { Pseudonym } from '#lib/domain/pseudonym.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, level, membership } from '#lib/server/db/schema/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';

export interface ClassStudent {
	membership: string;
	account: string;
	pseudonym: string;
	key: string;
	joinedAt: Date;
	levels: Piste[];
}

/** The data for a student's printed card. Only a hash of the passphrase is stored. */
export interface LoginCard {
	membership: string;
	pseudonym: string;
	passphrase: string;
	/** Token in the card's code, by which the server recognises the card: see lib/server/auth/known-browser. */
	token: string;
}

export async function listStudentsOfClass(database: Database, classId: string): Promise<ClassStudent[]> {
	const members = await database
		.select()
		.from(membership)
		.where(eq(membership.classId, classId))
		.orderBy(asc(membership.pseudonymKey));
	const levels = await database.select().from(level).where(eq(level.classId, classId));
	return members.map((one) => ({
		membership: one.id,
		account: one.accountId,
		pseudonym: one.pseudonym,
		key: one.pseudonymKey,
		joinedAt: one.joinedAt,
		levels: levels.filter(({ accountId }) => accountId === one.accountId).map(({ piste }) => piste)
	}));
}

export async function findStudentOfClass(
	database: Database,
	classId: string,
	id: string
): Promise<ClassStudent | undefined> {
	return (await listStudentsOfClass(database, classId)).find((one) => one.membership === id);
}

/** Creates one account per pseudonym. When one fails, all are deleted again, because no card could be printed for them. */
export async function addStudents(
	database: Database,
	pseudonyms: readonly Pseudonym[],
	create: (pseudonym: Pseudonym) => Promise<Omit<LoginCard, 'pseudonym'> & { account: string }>
): Promise<LoginCard[]> {
	const accountIds: string[] = [];
	const cards: LoginCard[] = [];
	try {
		for (const pseudonym of pseudonyms) {
			const { account: id, ...card } = await create(pseudonym);
			accountIds.push(id);
			cards.push({ ...card, pseudonym: pseudonym.text });
		}
		return cards;
	} catch (error) {
		if (accountIds.length > 0) await database.delete(account).where(inArray(account.id, accountIds));
		throw error;
	}
}

/** Gives a student another pseudonym. Returns false when another student of the class has it. */
export async function renameStudent(
	database: Database,
	classId: string,
	id: string,
	{ text, key }: Pseudonym
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [holder] = await transaction
			.select({ id: membership.id })
			.from(membership)
			.where(and(eq(membership.classId, classId), eq(membership.pseudonymKey, key)));
		if (holder && holder.id !== id) return false;
		await transaction
			.update(membership)
			.set({ pseudonym: text, pseudonymKey: key })
			.where(and(eq(membership.classId, classId), eq(membership.id, id)));
		await publishEvent(transaction, 'class.changed', { classId });
		return true;
	});
}
