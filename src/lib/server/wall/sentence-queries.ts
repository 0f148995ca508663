/** Reads the sentences about an exhibit. */
import { asc, eq, sql } from 'drizzle-orm';
import { mayReportWallItem, maySeeWallItem, type WallViewer, type WallSentence } from '#lib/domain/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, membership, wallSentence } from '#lib/server/db/schema/index.ts';
import type { WallReader } from './wall-reader.ts';

/** Lists the sentences about an exhibit that the reader may see, in the order in which they were written. */
export async function listSentencesForReader(
	database: Database,
	exhibit: { id: string; changedAt: Date },
	reader: WallReader
): Promise<WallSentence[]> {
	const rows = await database
		.select({
			id: wallSentence.id,
			text: wallSentence.text,
			accountId: wallSentence.accountId,
			pseudonym: membership.pseudonym,
			name: account.name,
			visibility: wallSentence.visibility,
			isApproved: wallSentence.isApproved,
			writtenAt: wallSentence.writtenAt,
			reportedBy: sql<string | null>`(
				select each.pseudonym from membership as each where each.id = ${wallSentence.reportedBy}
			)`
		})
		.from(wallSentence)
		.innerJoin(account, eq(account.id, wallSentence.accountId))
		.leftJoin(membership, eq(membership.id, wallSentence.membershipId))
		.where(eq(wallSentence.exhibitId, exhibit.id))
		.orderBy(asc(wallSentence.writtenAt), asc(wallSentence.id));
	return rows.flatMap((row) => {
		const isOwn = row.accountId === reader.account;
		const viewerKind: WallViewer = reader.isTeacher ? 'teacher' : isOwn ? 'maker' : 'classmate';
		if (!maySeeWallItem(row.visibility, viewerKind)) return [];
		return {
			id: row.id,
			text: row.text,
			writer: row.pseudonym ?? row.name,
			isTeacher: row.pseudonym === null,
			isOwn,
			visibility: row.visibility,
			isEarlier: row.writtenAt < exhibit.changedAt,
			mayBeReported:
				viewerKind === 'classmate' && row.pseudonym !== null && mayReportWallItem(row.visibility, row.isApproved),
			reportedBy: reader.isTeacher ? row.reportedBy : null
		};
	});
}
