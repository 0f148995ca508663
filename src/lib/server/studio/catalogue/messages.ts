/** Reads the acts and messages about a challenge on its way to the catalogue, oldest first. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { PublicationMessage } from '#lib/domain/publication.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, publicationMessage } from '#lib/server/db/schema/index.ts';

export async function readPublicationMessages(
	database: Database,
	challengeIds: string[]
): Promise<PublicationMessage[]> {
	return database
		.select({
			id: publicationMessage.id,
			challengeId: publicationMessage.challengeId,
			version: publicationMessage.version,
			name: account.name,
			act: publicationMessage.act,
			points: publicationMessage.points,
			text: publicationMessage.text,
			createdAt: publicationMessage.createdAt
		})
		.from(publicationMessage)
		.leftJoin(account, eq(account.id, publicationMessage.accountId))
		.where(inArray(publicationMessage.challengeId, challengeIds))
		.orderBy(asc(publicationMessage.createdAt), asc(publicationMessage.id));
}
