/** Reads the exhibit that a link shows, without makers, class, question or sentences. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import type { ShownExhibit } from '#lib/domain/wall.ts';
import { isLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, schoolClass, workFile } from '#lib/server/db/schema/index.ts';
import { exhibitCardColumns, exhibitNamesFileCondition } from './exhibit-conditions.ts';

/** Tests that a link leads to an exhibit that may be seen now. An ended link and one that never existed are treated alike. */
const linkedExhibitCondition = (link: string) =>
	and(
		eq(exhibit.link, link),
		eq(exhibit.visibility, 'shown'),
		eq(schoolClass.linksOpen, true),
		isNull(schoolClass.archivedAt)
	);

export async function readExhibitByLink(database: Database, link: string): Promise<ShownExhibit | undefined> {
	if (!isLinkToken(link)) return undefined;
	const [found] = await database
		.select({ ...exhibitCardColumns, files: exhibit.files })
		.from(exhibit)
		.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
		.where(linkedExhibitCondition(link));
	if (!found) return undefined;
	const { isPage, ...shown } = found;
	return { ...shown, kind: isPage ? 'page' : 'sketch' };
}

export async function readExhibitCoverByLink(
	database: Database,
	link: string
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (!isLinkToken(link)) return undefined;
	const [found] = await database
		.select({ cover: exhibit.cover })
		.from(exhibit)
		.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
		.where(and(linkedExhibitCondition(link), ne(exhibit.cover, '')));
	return found && fromBase64(found.cover);
}

/** Resolves to an own file of the exhibit's frozen copy in base64; undefined for a file that the copy does not name. */
export async function readExhibitFileByLink(
	database: Database,
	link: string,
	sha256: string
): Promise<string | undefined> {
	if (!isLinkToken(link)) return undefined;
	const [found] = await database
		.select({ content: workFile.content })
		.from(exhibit)
		.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
		.innerJoin(workFile, and(eq(workFile.workId, exhibit.workId), eq(workFile.sha256, sha256)))
		.where(and(linkedExhibitCondition(link), exhibitNamesFileCondition(sha256)));
	return found?.content;
}
