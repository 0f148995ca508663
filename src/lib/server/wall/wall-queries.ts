import { and, asc, desc, eq, ne, or, sql, type SQL } from 'drizzle-orm';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import {
	mayReportWallItem,
	maySeeWallItem,
	type Exhibit,
	type ExhibitTitleAndMakers,
	type ExhibitSummary,
	type WallViewer,
	type WallSentence
} from '#lib/domain/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, membership, workFile, account, wallSentence } from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/redact-version.ts';
import {
	exhibitCardColumns,
	exhibitInClassCondition,
	exhibitNamesFileCondition,
	type WallReader
} from './exhibit-conditions.ts';

async function listSentencesForReader(
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

/** Tests that an account is a maker of the exhibit: the student who put it up, or the other author of a pair's work. */
const isExhibitMakerColumn = (account: SQL) =>
	sql<boolean>`(${account} = ${membership.accountId} or ${workAuthorCondition(account, exhibit.workId)})`;

const makerNamesSql = sql<string[]>`(
	select json_agg(each.pseudonym order by each.id <> ${exhibit.membershipId}, each.pseudonym)
	from membership as each where each.class_id = ${exhibit.classId} and (
		each.id = ${exhibit.membershipId} or ${workAuthorCondition(sql`each.account_id`, exhibit.workId)}
	)
)`;

const exhibitVisibilityColumns = (account: string) => ({
	visibility: exhibit.visibility,
	isOwn: isExhibitMakerColumn(sql`${account}::text`)
});

const exhibitNameColumns = (account: string) => ({
	...exhibitVisibilityColumns(account),
	id: exhibit.id,
	title: exhibit.title,
	makers: makerNamesSql,
	remixOf: exhibit.remixOf
});

const exhibitSummaryColumns = (account: string) => ({
	...exhibitNameColumns(account),
	...exhibitCardColumns,
	question: exhibit.question,
	link: exhibit.link
});

type ExhibitSummaryRow = Omit<ExhibitSummary, 'kind' | 'original'> & { isPage: boolean; remixOf: string | null };

const toNamedExhibit = ({ id, title, makers }: ExhibitTitleAndMakers): ExhibitTitleAndMakers => ({ id, title, makers });

const viewerKindOf = (reader: WallReader, isOwn: boolean): WallViewer =>
	reader.isTeacher ? 'teacher' : isOwn ? 'maker' : 'classmate';

/** `visibleExhibits`: the exhibits that the reader may see. The original is named only when it is among them. */
function toExhibitSummary(
	{ isPage, remixOf, link, licence, ...row }: ExhibitSummaryRow,
	reader: WallReader,
	visibleExhibits: readonly ExhibitTitleAndMakers[]
): ExhibitSummary {
	const isClassmate = viewerKindOf(reader, row.isOwn) === 'classmate';
	const original = visibleExhibits.find(({ id }) => id === remixOf);
	return {
		...row,
		kind: isPage ? 'page' : 'sketch',
		original: original ? toNamedExhibit(original) : null,
		link: isClassmate ? null : link,
		licence: isClassmate ? null : licence
	};
}

const isExhibitVisibleTo = (
	reader: WallReader,
	{ visibility, isOwn }: Pick<ExhibitSummary, 'visibility' | 'isOwn'>
): boolean => maySeeWallItem(visibility, viewerKindOf(reader, isOwn));

/** Lists the exhibits of a wall that the reader may see, newest first. No counts are read, so that exhibits cannot be ranked. */
export async function listExhibits(database: Database, classId: string, reader: WallReader): Promise<ExhibitSummary[]> {
	const rows = await database
		.select(exhibitSummaryColumns(reader.account))
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.where(eq(exhibit.classId, classId))
		.orderBy(desc(exhibit.putUpAt), exhibit.id);
	const visibleExhibits = rows.filter((each) => isExhibitVisibleTo(reader, each));
	return visibleExhibits.map((each) => toExhibitSummary(each, reader, visibleExhibits));
}

async function readOriginalAndRemixes(
	database: Database,
	classId: string,
	{ id, remixOf }: Pick<ExhibitSummaryRow, 'id' | 'remixOf'>,
	reader: WallReader
) {
	const rows = await database
		.select(exhibitNameColumns(reader.account))
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.where(and(eq(exhibit.classId, classId), or(eq(exhibit.remixOf, id), eq(exhibit.id, remixOf ?? ''))))
		.orderBy(asc(exhibit.putUpAt), exhibit.id);
	return rows.filter((each) => isExhibitVisibleTo(reader, each));
}

/** Reads one exhibit of a class; undefined when it is absent, of another class, or hidden from the reader. */
export async function readExhibit(
	database: Database,
	classId: string,
	id: string,
	reader: WallReader
): Promise<Exhibit | undefined> {
	const reporterName = sql<
		string | null
	>`(select each.pseudonym from membership as each where each.id = ${exhibit.reportedBy})`;
	const [found] = await database
		.select({
			summary: exhibitSummaryColumns(reader.account),
			files: exhibit.files,
			work: exhibit.workId,
			changedAt: exhibit.changedAt,
			isApproved: exhibit.isApproved,
			reportedBy: reporterName
		})
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.where(exhibitInClassCondition({ classId, exhibit: id }));
	if (!found || !isExhibitVisibleTo(reader, found.summary)) return undefined;
	const { summary, files, work, changedAt, isApproved, reportedBy } = found;
	const lineage = await readOriginalAndRemixes(database, classId, summary, reader);
	return {
		...toExhibitSummary(summary, reader, lineage),
		files,
		work: summary.isOwn ? work : null,
		changedAt,
		mayBeReported: !reader.isTeacher && !summary.isOwn && mayReportWallItem(summary.visibility, isApproved),
		reportedBy: reader.isTeacher ? reportedBy : null,
		sentences: await listSentencesForReader(database, { id, changedAt }, reader),
		remixes: lineage.filter(({ remixOf }) => remixOf === id).map(toNamedExhibit)
	};
}

/** Resolves to the bytes of an exhibit's cover; undefined when there is none that the reader may see. */
export async function readExhibitCover(
	database: Database,
	classId: string,
	id: string,
	reader: WallReader
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const [found] = await database
		.select({ cover: exhibit.cover, ...exhibitVisibilityColumns(reader.account) })
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.where(and(exhibitInClassCondition({ classId, exhibit: id }), ne(exhibit.cover, '')));
	return found && isExhibitVisibleTo(reader, found) ? fromBase64(found.cover) : undefined;
}

/** Resolves to an own file of an exhibit in base64; undefined for a file that the exhibit's frozen copy does not name. */
export async function readExhibitFile(
	database: Database,
	classId: string,
	id: string,
	sha256: string,
	reader: WallReader
): Promise<string | undefined> {
	const [found] = await database
		.select({ content: workFile.content, ...exhibitVisibilityColumns(reader.account) })
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.innerJoin(workFile, and(eq(workFile.workId, exhibit.workId), eq(workFile.sha256, sha256)))
		.where(and(exhibitInClassCondition({ classId, exhibit: id }), exhibitNamesFileCondition(sha256)));
	return found && isExhibitVisibleTo(reader, found) ? found.content : undefined;
}
