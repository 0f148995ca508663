import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { isWallOpen } from '#lib/domain/wall.ts';
import { findMembershipId } from '#lib/server/access/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, schoolClass, wallSentence } from '#lib/server/db/schema/index.ts';
import { readExhibit } from './wall-queries.ts';
import type { WallReader } from './exhibit-conditions.ts';

export type WriteSentenceResult =
	| 'kept'
	/** There is no such exhibit, or it is hidden from the writer. */
	| 'absent'
	/** The exhibit's maker asks no question, or the writer is the maker. */
	| 'unasked'
	/** The wall is closed, so no new sentence is accepted. */
	| 'closed';

/** Replaces an earlier sentence of the writer. A hidden sentence stays hidden when its text changes. */
export async function storeWallSentence(
	database: Database,
	classId: string,
	exhibitId: string,
	writer: WallReader,
	text: string,
	now = new Date()
): Promise<WriteSentenceResult> {
	return database.transaction(async (transaction) => {
		const [lockedClass] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, classId)).for('share');
		const [locked] = await transaction
			.select({ id: exhibit.id })
			.from(exhibit)
			.where(and(eq(exhibit.id, exhibitId), eq(exhibit.classId, classId)))
			.for('share');
		const storedExhibit = locked && (await readExhibit(transaction, classId, exhibitId, writer));
		if (!storedExhibit) return 'absent';
		if (!lockedClass || !isWallOpen(lockedClass)) return 'closed';
		if (storedExhibit.isOwn || storedExhibit.question === '') return 'unasked';
		const membershipId = writer.isTeacher ? null : await membershipIdOf(transaction, classId, writer.account);
		await transaction
			.insert(wallSentence)
			.values({ id: randomUUID(), exhibitId, accountId: writer.account, membershipId, text, writtenAt: now })
			.onConflictDoUpdate({
				target: [wallSentence.exhibitId, wallSentence.accountId],
				set: { text, isApproved: sql`${wallSentence.isApproved} and ${wallSentence.text} = ${text}`, writtenAt: now }
			});
		return 'kept';
	});
}

async function membershipIdOf(transaction: Database, classId: string, account: string): Promise<string> {
	const id = await findMembershipId(transaction, classId, account);
	if (id === undefined) throw new Error('The writer left the class.');
	return id;
}

/** Removes the person's own sentence about an exhibit, even when it is hidden. */
export async function removeWallSentence(
	database: Database,
	classId: string,
	exhibitId: string,
	account: string
): Promise<void> {
	await database
		.delete(wallSentence)
		.where(
			and(
				eq(wallSentence.accountId, account),
				eq(wallSentence.exhibitId, exhibitId),
				sql`exists (select 1 from exhibit where exhibit.id = ${exhibitId} and exhibit.class_id = ${classId})`
			)
		);
}
