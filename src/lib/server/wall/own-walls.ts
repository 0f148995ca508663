import { and, eq, or } from 'drizzle-orm';
import { isWallOpen } from '#lib/domain/wall.ts';
import type { OwnWall } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, membership, portfolio, schoolClass } from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/redact-version.ts';

/** `workId`: null for a project that has no id yet. */
export async function listOwnWalls(database: Database, account: string, workId: string | null): Promise<OwnWall[]> {
	const rows = await database
		.select({ schoolClass, exhibit, portfolio })
		.from(membership)
		.innerJoin(schoolClass, eq(schoolClass.id, membership.classId))
		.leftJoin(
			exhibit,
			and(
				eq(exhibit.classId, schoolClass.id),
				eq(exhibit.workId, workId ?? ''),
				or(eq(exhibit.membershipId, membership.id), workAuthorCondition(account, exhibit.workId))
			)
		)
		.leftJoin(portfolio, eq(portfolio.membershipId, membership.id))
		.where(eq(membership.accountId, account))
		.orderBy(membership.joinedAt);
	return rows.map((row) => ({
		id: row.schoolClass.id,
		name: row.schoolClass.name,
		isOpen: isWallOpen(row.schoolClass),
		exhibit: row.exhibit && {
			id: row.exhibit.id,
			question: row.exhibit.question,
			version: row.exhibit.versionId,
			visibility: row.exhibit.visibility
		},
		portfolio: row.portfolio && { id: row.portfolio.id, visibility: row.portfolio.visibility }
	}));
}
