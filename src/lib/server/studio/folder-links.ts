import { and, eq, inArray, sql } from 'drizzle-orm';
import { isLinkToken, createLinkToken, hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, folderLink, version, work, workAuthor } from '#lib/server/db/schema/index.ts';
import type { Files } from '#sandbox/contract.ts';

/** Upper limit of links to one folder. A new link leaves the older ones valid. */
const MOST_LINKS_PER_FOLDER = 20;

/** Creates a link and returns its token; undefined when the work is not this account's folder, or has too many links. */
export async function createFolderLink(database: Database, maker: string, workId: string): Promise<string | undefined> {
	const token = createLinkToken();
	const ownFolderLink = database
		.select({
			tokenHash: sql<string>`${hashLinkToken(token)}`.as('token_hash'),
			workId: work.id,
			accountId: workAuthor.accountId,
			createdAt: sql<Date>`now()`.as('created_at')
		})
		.from(work)
		.innerJoin(workAuthor, eq(workAuthor.workId, work.id))
		.where(
			and(
				eq(work.id, workId),
				eq(work.kind, 'folder'),
				eq(workAuthor.accountId, maker),
				sql`(select count(*) from ${folderLink} where ${folderLink.workId} = ${workId}) < ${MOST_LINKS_PER_FOLDER}`
			)
		);
	const createdLinks = await database.insert(folderLink).select(ownFolderLink).returning({ workId: folderLink.workId });
	return createdLinks.length > 0 ? token : undefined;
}

export async function endFolderLinks(database: Database, maker: string, workId: string): Promise<void> {
	const ownWorks = database.select({ id: workAuthor.workId }).from(workAuthor).where(eq(workAuthor.accountId, maker));
	await database.delete(folderLink).where(and(eq(folderLink.workId, workId), inArray(folderLink.workId, ownWorks)));
}

interface SharedFolder {
	title: string;
	name: string;
	files: Files;
}

/** The link stops working when its maker is no longer a teacher. */
export async function findSharedFolder(database: Database, token: string): Promise<SharedFolder | undefined> {
	if (!isLinkToken(token)) return undefined;
	const [found] = await database
		.select({ files: version.files, project: version.project, name: account.name })
		.from(folderLink)
		.innerJoin(work, eq(work.id, folderLink.workId))
		.innerJoin(version, eq(version.id, work.head))
		.innerJoin(account, eq(account.id, folderLink.accountId))
		.where(and(eq(folderLink.tokenHash, hashLinkToken(token)), inArray(account.role, ['teacher', 'curator'])));
	return found && { title: found.project?.title ?? '', name: found.name, files: found.files };
}
